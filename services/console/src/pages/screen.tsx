/** Files handed in, watched as they are read and screened. */
import type { AlertSummary, FileProgress } from '@herkomst/adapter-http/contract';
import { useRef } from 'react';
import { writeQuery } from '../api/client.ts';
import { useIntake, type HandedIn } from '../api/intake.tsx';
import { useMe } from '../api/me.tsx';
import { useRows } from '../api/use-data.ts';
import { AlertTable } from '../parts/alert-table.tsx';
import { Card, PageHead, usePageTitle } from '../parts/layout.tsx';
import { Badge } from '../parts/marks.tsx';
import { ErrorNote, More, Shown } from '../parts/states.tsx';
import { Moment } from '../parts/time.tsx';
import { Link } from '../router.tsx';
import { useWords } from '../words/words.tsx';

export function ScreenPage() {
  const { t } = useWords();
  const { may } = useMe();
  const { files, handIn } = useIntake();
  const input = useRef<HTMLInputElement>(null);
  usePageTitle(t('screen.title'));
  const done = files.filter(({ progress }) => progress?.state === 'done').length;
  return (
    <>
      <PageHead title={t('screen.title')} lead={t('screen.lead')}>
        {may('submit-shipments') ? (
          <>
            <input
              ref={input}
              type="file"
              multiple
              hidden
              accept=".csv,.tsv,.ndjson,.jsonl,.json,.gz"
              onChange={(event) => {
                handIn([...(event.target.files ?? [])]);
                event.target.value = '';
              }}
            />
            <button
              type="button"
              className="button primary"
              data-search
              onClick={() => input.current?.click()}
            >
              {t('screen.choose')}
            </button>
          </>
        ) : (
          <p className="muted">{t('screen.notAllowed')}</p>
        )}
      </PageHead>
      {files.map((file) => (
        <FileCard key={file.key} file={file} />
      ))}
      <RecentFiles key={done} />
    </>
  );
}

function FileCard({ file }: { readonly file: HandedIn }) {
  const { t } = useWords();
  const { progress, error } = file;
  return (
    <Card title={file.name} aside={<FileState state={progress?.state ?? 'sending'} />}>
      {error === null ? null : <ErrorNote error={error} />}
      {progress === null ? (
        error === null ? (
          <>
            <p role="status">{t('screen.sending', { name: file.name })}</p>
            <progress aria-label={t('screen.sending', { name: file.name })} />
          </>
        ) : null
      ) : (
        <Progress progress={progress} />
      )}
    </Card>
  );
}

const looks = {
  sending: ['plain', 'clock'],
  reading: ['accent', 'clock'],
  screening: ['accent', 'clock'],
  done: ['good', 'check'],
  failed: ['critical', 'octagon'],
} as const;

function FileState({ state }: { readonly state: keyof typeof looks }) {
  const { t } = useWords();
  const [tone, shape] = looks[state];
  return (
    <Badge tone={tone} shape={shape}>
      {t(`screen.state.${state}`)}
    </Badge>
  );
}

function Progress({ progress }: { readonly progress: FileProgress }) {
  const { t, number } = useWords();
  const { state, read, accepted, screened, alerts, deadLetters, fault, refused } = progress;
  const said = t('screen.progress', { screened: number(screened), accepted: number(accepted) });
  const figures = [
    ['screen.read', read],
    ['screen.accepted', accepted],
    ['screen.refused', deadLetters],
    ['screen.screened', screened],
    ['screen.alerts', alerts],
  ] as const;
  return (
    <>
      <progress value={screened} max={Math.max(1, accepted)} aria-label={said} />
      <p role="status" className="small muted">
        {said}
      </p>
      <dl className="tiles">
        {figures.map(([label, figure]) => (
          <div key={label} className="tile">
            <dt className="small muted">{t(label)}</dt>
            <dd className="figure">{number(figure)}</dd>
          </div>
        ))}
      </dl>
      {fault === null ? null : (
        <p className="note bad" role="alert" lang="en">
          {fault}
        </p>
      )}
      {refused.length === 0 ? null : <Refused refused={refused} />}
      {state === 'done' ? <Found progress={progress} /> : null}
    </>
  );
}

function Refused({ refused }: { readonly refused: FileProgress['refused'] }) {
  const { t } = useWords();
  return (
    <section className="stack tight">
      <h3>{t('screen.refused.title')}</h3>
      <p className="small muted">{t('screen.refused.lead')}</p>
      <table>
        <caption className="hidden-visually">{t('screen.refused.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('screen.position')}</th>
            <th scope="col">{t('screen.fault')}</th>
          </tr>
        </thead>
        <tbody>
          {refused.map(({ position, message, code, deadLetterId }) => (
            <tr key={deadLetterId}>
              <th scope="row">{position ?? '–'}</th>
              <td className="break" lang="en">
                <code>{code}</code> {message}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        <Link to="/dead-letters">{t('screen.refused.more')}</Link>
      </p>
    </section>
  );
}

/** Alerts of the senders that the file named, raised since it was taken in. */
function Found({ progress }: { readonly progress: FileProgress }) {
  const { t } = useWords();
  const [source] = progress.sources;
  const query = { source, from: progress.takenAt };
  const { state, reload, more, loadingMore } = useRows<AlertSummary>(
    progress.alerts === 0 || source === undefined
      ? null
      : `/v1/alerts${writeQuery({ ...query, order: 'risk', events: 'no', limit: 20 })}`,
  );
  if (progress.alerts === 0) return <p>{t('screen.found.none')}</p>;
  return (
    <section className="stack tight">
      <h3>{t('screen.found')}</h3>
      <Shown state={state} retry={reload}>
        {(rows) => (
          <>
            <AlertTable rows={rows} />
            <More more={more} loading={loadingMore} count={rows.length} />
          </>
        )}
      </Shown>
      {source === undefined ? null : (
        <p>
          <Link to={`/alerts${writeQuery({ source })}`}>{t('screen.found.more')}</Link>
        </p>
      )}
    </section>
  );
}

function RecentFiles() {
  const { t, number } = useWords();
  const { state, reload, more, loadingMore } = useRows<FileProgress>('/v1/files?limit=20');
  return (
    <Card title={t('screen.recent')} flush>
      <Shown state={state} retry={reload}>
        {(rows) =>
          rows.length === 0 ? (
            <p className="reason muted">{t('screen.recent.none')}</p>
          ) : (
            <>
              <table className="list">
                <caption className="hidden-visually">{t('screen.recent')}</caption>
                <thead>
                  <tr>
                    <th scope="col">{t('screen.file')}</th>
                    <th scope="col">{t('screen.state')}</th>
                    <th scope="col">{t('screen.taken')}</th>
                    <th scope="col">{t('screen.by')}</th>
                    <th scope="col" className="num">
                      {t('screen.accepted')}
                    </th>
                    <th scope="col" className="num">
                      {t('screen.refused')}
                    </th>
                    <th scope="col" className="num">
                      {t('screen.alerts')}
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {rows.map((row) => (
                    <tr key={row.fileId}>
                      <td className="break strong">{row.name}</td>
                      <td>
                        <FileState state={row.state} />
                      </td>
                      <td>
                        <Moment at={row.takenAt} />
                      </td>
                      <td data-label={t('screen.by')}>{row.takenBy}</td>
                      <td className="num" data-label={t('screen.accepted')}>
                        {number(row.accepted)}
                      </td>
                      <td className="num" data-label={t('screen.refused')}>
                        {number(row.deadLetters)}
                      </td>
                      <td className="num" data-label={t('screen.alerts')}>
                        {number(row.alerts)}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
              <More more={more} loading={loadingMore} count={rows.length} />
            </>
          )
        }
      </Shown>
    </Card>
  );
}
