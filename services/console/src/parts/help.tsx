/** All shortcuts, and the switch that turns single keys off. */
import { menu } from '../keyboard/goto.ts';
import type { Shortcuts } from '../keyboard/use-shortcuts.ts';
import { useWords } from '../words/words.tsx';
import { Dialog } from './layout.tsx';

export function Help({
  shortcuts,
  onClose,
}: {
  readonly shortcuts: Shortcuts;
  readonly onClose: () => void;
}) {
  const { t } = useWords();
  const moves = [
    ['j', 'keys.next'],
    ['k', 'keys.previous'],
    ['Enter', 'keys.open'],
    ['/', 'keys.search'],
    ['?', 'keys.help'],
    ['Esc', 'keys.close'],
  ] as const;
  return (
    <Dialog title={t('app.shortcuts')} onClose={onClose}>
      <div className="grid-2">
        <dl className="facts">
          {moves.map(([key, label]) => (
            <div key={key} style={{ display: 'contents' }}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{t(label)}</dd>
            </div>
          ))}
        </dl>
        <dl className="facts">
          {menu
            .flatMap(({ pages }) => pages)
            .map(({ letter, label }) => (
              <div key={letter} style={{ display: 'contents' }}>
                <dt>
                  <kbd>g</kbd> <kbd>{letter}</kbd>
                </dt>
                <dd>{t(label)}</dd>
              </div>
            ))}
        </dl>
      </div>
      <label className="row">
        <input
          type="checkbox"
          checked={shortcuts.on}
          onChange={(event) => shortcuts.setOn(event.target.checked)}
        />
        {t('keys.on')}
      </label>
    </Dialog>
  );
}
