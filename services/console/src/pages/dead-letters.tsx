/** What was refused, as it came; and handing it in again. */
import { useState } from 'react';
import { callJson } from '../api/client.ts';
import { useMe } from '../api/me.tsx';
import { useData, useDoing, useRows } from '../api/use-data.ts';
import { Dialog, PageHead, usePageTitle } from '../parts/layout.tsx';
import { Badge } from '../parts/marks.tsx';
import { Empty, ErrorNote, More, Shown } from '../parts/states.tsx';
import { Moment } from '../parts/time.tsx';
import { useWords } from '../words/words.tsx';

/** A dead letter as the API lists it: without its bytes. */
export interface Letter {
  readonly deadLetterId: string;
  readonly origin: string;
  readonly position: string | null;
  readonly code: string;
  readonly reason: string;
  readonly path: string | null;
  readonly receivedAt: string;
  readonly replayedAt: string | null;
  readonly bytes: number;
}

export function DeadLettersPage() {
  const { t, dateTime } = useWords();
  usePageTitle(t('letters.title'));
  const { state, reload, more, loadingMore } = useRows<Letter>('/v1/dead-letters?limit=100');
  const [shown, setShown] = useState<Letter | null>(null);
  return (
    <>
      <PageHead title={t('letters.title')} lead={t('letters.lead')} />
      <Shown state={state} retry={reload}>
        {(rows) =>
          rows.length === 0 ? (
            <div className="card">
              <Empty title={t('letters.empty')}>
                <p>{t('letters.empty.next')}</p>
              </Empty>
            </div>
          ) : (
            <div className="card">
              <table className="list">
                <caption className="hidden-visually">{t('letters.title')}</caption>
                <thead>
                  <tr>
                    <th scope="col">{t('letters.reason')}</th>
                    <th scope="col">{t('letters.origin')}</th>
                    <th scope="col">{t('letters.place')}</th>
                    <th scope="col">{t('letters.received')}</th>
                  </tr>
                </thead>
                <tbody>
                  {rows.map((letter) => (
                    <tr key={letter.deadLetterId}>
                      <td className="break">
                        <button
                          type="button"
                          className="open as-link"
                          lang="en"
                          onClick={() => setShown(letter)}
                        >
                          {letter.reason}
                        </button>
                        <div className="small">
                          <code>{letter.code}</code>{' '}
                          {letter.replayedAt === null ? null : (
                            <Badge tone="good" shape="check">
                              {t('letters.replayed', { when: dateTime(letter.replayedAt) })}
                            </Badge>
                          )}
                        </div>
                      </td>
                      <td className="break">{letter.origin}</td>
                      <td data-label={t('letters.place')}>
                        {letter.position ?? '–'}
                        {letter.path === null ? null : (
                          <div className="small mono break">{letter.path}</div>
                        )}
                      </td>
                      <td>
                        <Moment at={letter.receivedAt} />
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
              <More more={more} loading={loadingMore} count={rows.length} />
            </div>
          )
        }
      </Shown>
      {shown === null ? null : (
        <LetterDialog letter={shown} onClose={() => setShown(null)} onReplayed={reload} />
      )}
    </>
  );
}

interface WholeLetter extends Letter {
  readonly original: { readonly encoding: string; readonly content: string };
}

function LetterDialog({
  letter,
  onClose,
  onReplayed,
}: {
  readonly letter: Letter;
  readonly onClose: () => void;
  readonly onReplayed: () => void;
}) {
  const { t, number } = useWords();
  const { may } = useMe();
  const path = `/v1/dead-letters/${encodeURIComponent(letter.deadLetterId)}`;
  const { state, reload } = useData<WholeLetter>(path);
  const { busy, error, run } = useDoing();
  const [outcome, setOutcome] = useState<object | null>(null);
  const replay = (): void => {
    void run(async () => {
      setOutcome(await callJson<object>(`${path}/replay`, { method: 'POST' }));
      onReplayed();
    });
  };
  return (
    <Dialog title={t('letters.title')} onClose={onClose}>
      <p className="strong break" lang="en">
        {letter.reason}
      </p>
      <p className="small muted break">
        {letter.origin} {letter.position} · {t('letters.bytes', { n: number(letter.bytes) })}
      </p>
      <Shown state={state} retry={reload}>
        {({ original }) => (
          <section className="stack tight">
            <h3>{t('letters.original')}</h3>
            <pre>{original.content}</pre>
          </section>
        )}
      </Shown>
      {error === null ? null : <ErrorNote error={error} />}
      {outcome === null ? null : (
        <section className="stack tight" role="status">
          <h3>{t('letters.outcome')}</h3>
          <pre>{JSON.stringify(outcome, null, 2)}</pre>
        </section>
      )}
      {may('replay-dead-letters') ? (
        <div>
          <button type="button" className="button primary" disabled={busy} onClick={replay}>
            {t(busy ? 'letters.replaying' : 'letters.replay')}
          </button>
        </div>
      ) : null}
    </Dialog>
  );
}
