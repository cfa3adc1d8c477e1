/** The frame: menu, preferences, shortcuts, and the place of the page. */
import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react';
import { useMe } from '../api/me.tsx';
import { menu } from '../keyboard/goto.ts';
import { useShortcuts } from '../keyboard/use-shortcuts.ts';
import { Link, useRouter } from '../router.tsx';
import { useWords } from '../words/words.tsx';
import { Brand } from './brand.tsx';
import { DropZone } from './drop-zone.tsx';
import { Help } from './help.tsx';
import { Preferences } from './preferences.tsx';

export function Shell({ children }: { readonly children: ReactNode }) {
  const { t } = useWords();
  const { me, may, signOut } = useMe();
  const { path } = useRouter().place;
  const [open, setOpen] = useState(false);
  const [help, setHelp] = useState(false);
  const showHelp = useCallback(() => setHelp(true), []);
  const shortcuts = useShortcuts(showHelp);
  const main = useRef<HTMLElement>(null);

  // Whoever hears the page is told that it is another one.
  const before = useRef(path);
  useEffect(() => {
    if (before.current === path) return;
    before.current = path;
    setOpen(false);
    main.current?.focus({ preventScroll: true });
  }, [path]);

  return (
    <div className="shell">
      <button type="button" className="skip" onClick={() => main.current?.focus()}>
        {t('app.skip')}
      </button>
      <header className="frame">
        <div className="top">
          <Brand />
          <button
            type="button"
            className="button small"
            aria-expanded={open}
            aria-controls="side"
            onClick={() => setOpen(!open)}
          >
            {t('app.menu')}
          </button>
        </div>
        <div className="side" id="side" data-open={open}>
          <Brand />
          <nav aria-label={t('app.menu')}>
            {menu.map(({ title, pages }) => (
              <div key={title}>
                <h2>{t(title)}</h2>
                <ul className="plain">
                  {pages
                    .filter(({ action }) => action === undefined || may(action))
                    .map(({ to, label }) => (
                      <li key={to}>
                        <Link
                          to={to}
                          aria-current={isWithin(path, to) ? 'page' : undefined}
                          onClick={() => setOpen(false)}
                        >
                          {t(label)}
                        </Link>
                      </li>
                    ))}
                </ul>
              </div>
            ))}
          </nav>
          <div className="foot">
            <Preferences />
            <button type="button" className="button small" onClick={showHelp}>
              {t('app.shortcuts')} <kbd>?</kbd>
            </button>
            <p className="muted break">{t('app.signedInAs', { name: me.actor.name })}</p>
            <button type="button" className="button small" onClick={signOut}>
              {t('app.signOut')}
            </button>
          </div>
        </div>
      </header>
      <main ref={main} tabIndex={-1}>
        <div className="page">{children}</div>
      </main>
      {may('submit-shipments') ? <DropZone /> : null}
      {help ? <Help shortcuts={shortcuts} onClose={() => setHelp(false)} /> : null}
    </div>
  );
}

function isWithin(path: string, to: string): boolean {
  if (to === '/') return path === '/' || path.startsWith('/cases/');
  return path === to || path.startsWith(`${to}/`);
}
