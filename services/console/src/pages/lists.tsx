/** The lists screening goes by, their age, and what changed in them. */
import type { ListChange, ListDocument } from '@herkomst/adapter-http/contract';
import { useData, useRows } from '../api/use-data.ts';
import { Card, PageHead, usePageTitle } from '../parts/layout.tsx';
import { Badge } from '../parts/marks.tsx';
import { More, Shown } from '../parts/states.tsx';
import { Moment } from '../parts/time.tsx';
import { Link } from '../router.tsx';
import { translateFixed } from '../words/fixed.ts';
import { useWords } from '../words/words.tsx';

const oldAfterDays = 180;

export function ListsPage() {
  const { t, date, number, count, language } = useWords();
  usePageTitle(t('lists.title'));
  const { state, reload } = useData<{ readonly rows: readonly ListDocument[] }>('/v1/lists');
  return (
    <>
      <PageHead title={t('lists.title')} lead={t('lists.lead')} />
      <Shown state={state} retry={reload}>
        {({ rows }) => (
          <div className="card">
            <table className="list">
              <caption className="hidden-visually">{t('lists.title')}</caption>
              <thead>
                <tr>
                  <th scope="col">{t('lists.list')}</th>
                  <th scope="col">{t('lists.authority')}</th>
                  <th scope="col">{t('lists.version')}</th>
                  <th scope="col">{t('lists.asOf')}</th>
                  <th scope="col">{t('lists.age')}</th>
                  <th scope="col" className="num">
                    {t('lists.entries')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <tr key={row.list}>
                    <td>
                      {row.url === null ? (
                        <span className="strong">{translateFixed(language, row.title)}</span>
                      ) : (
                        <a href={row.url} rel="noreferrer" target="_blank">
                          {translateFixed(language, row.title)}
                        </a>
                      )}
                      <div className="small muted mono">{row.list}</div>
                    </td>
                    <td lang="en">{row.authority ?? '–'}</td>
                    <td className="mono" data-label={t('lists.version')}>
                      {row.version}
                    </td>
                    <td data-label={t('lists.asOf')}>{date(row.asOf)}</td>
                    <td>
                      {count('time.days', row.ageDays)}
                      {row.ageDays > oldAfterDays ? (
                        <div>
                          <Badge tone="medium" shape="clock">
                            {t('lists.old')}
                          </Badge>
                        </div>
                      ) : null}
                    </td>
                    <td className="num" data-label={t('lists.entries')}>
                      {row.entries === null ? '–' : number(row.entries)}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Shown>
      <Changes />
    </>
  );
}

function Changes() {
  const { t, number, language } = useWords();
  const { state, reload, more, loadingMore } = useRows<ListChange>('/v1/lists/changes?limit=50');
  return (
    <Card title={t('lists.changes')} flush>
      <Shown state={state} retry={reload}>
        {(rows) =>
          rows.length === 0 ? (
            <p className="reason muted">{t('lists.changes.none')}</p>
          ) : (
            <>
              <ol className="plain timeline">
                {rows.map((row) => (
                  <li key={`${row.list} ${row.version}`}>
                    <span className="small muted">
                      <Moment at={row.seenAt} />
                    </span>
                    <div className="stack tight">
                      <span>
                        <span className="strong">{translateFixed(language, row.title)}</span>{' '}
                        <span className="mono">
                          {row.before === null ? '' : `${row.before} → `}
                          {row.version}
                        </span>
                      </span>
                      <span className="muted">
                        {row.before === null
                          ? t('lists.changes.first', { n: number(row.entries) })
                          : t('lists.changes.sum', {
                              added: number(row.added.length),
                              removed: number(row.removed.length),
                              changed: number(row.changed.length),
                            })}
                      </span>
                      {(['added', 'removed', 'changed'] as const).map((kind) =>
                        row[kind].length === 0 ? null : (
                          <details key={kind} className="small">
                            <summary>
                              {t(`lists.${kind}`)} ({number(row[kind].length)})
                            </summary>
                            <ul>
                              {row[kind].map(({ id, name }) => (
                                <li key={id}>
                                  {kind === 'removed' ? (
                                    name
                                  ) : (
                                    <Link to={`/entities/${encodeURIComponent(id)}`}>{name}</Link>
                                  )}
                                </li>
                              ))}
                            </ul>
                          </details>
                        ),
                      )}
                    </div>
                  </li>
                ))}
              </ol>
              <More more={more} loading={loadingMore} count={rows.length} />
            </>
          )
        }
      </Shown>
    </Card>
  );
}
