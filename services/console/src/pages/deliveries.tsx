/** The delivery log: each notice to each receiver, its attempts, and delivering it again. */
import type { DeliveryAnswer, ReceiverAnswer } from '@herkomst/adapter-http/contract';
import { call, writeQuery } from '../api/client.ts';
import { useMe } from '../api/me.tsx';
import { useData, useDoing, useRows } from '../api/use-data.ts';
import { Card, PageHead, Select, usePageTitle } from '../parts/layout.tsx';
import { Badge } from '../parts/marks.tsx';
import { Empty, ErrorNote, More, Shown } from '../parts/states.tsx';
import { Moment } from '../parts/time.tsx';
import { useFilters } from '../parts/use-filters.ts';
import { useWords, type Words } from '../words/words.tsx';

const states = ['due', 'held', 'filtered', 'taken', 'given-up'] as const;
const looks = {
  due: ['accent', 'clock'],
  held: ['medium', 'clock'],
  filtered: ['plain', 'dash'],
  taken: ['good', 'check'],
  'given-up': ['critical', 'octagon'],
} as const;
const defaults = { receiver: '', state: '', alertId: '' } as const;

export function DeliveriesPage() {
  const { t } = useWords();
  usePageTitle(t('deliveries.title'));
  const { values, set } = useFilters<keyof typeof defaults>(defaults);
  const receivers = useData<{ readonly rows: readonly ReceiverAnswer[] }>('/v1/receivers');
  const known = receivers.state.kind === 'ready' ? receivers.state.value.rows : [];
  const { state, reload, more, loadingMore } = useRows<DeliveryAnswer>(
    `/v1/deliveries${writeQuery({ ...values, limit: 100 })}`,
  );
  return (
    <>
      <PageHead title={t('deliveries.title')} lead={t('deliveries.lead')} />
      <Card title={t('deliveries.receivers')} flush>
        <Shown state={receivers.state} retry={receivers.reload}>
          {({ rows }) => <ReceiverTable rows={rows} />}
        </Shown>
      </Card>
      <div className="card">
        <div className="body">
          <div className="filters">
            <Select
              label={t('deliveries.receiver')}
              value={values.receiver}
              onChange={(value) => set('receiver', value)}
              options={[['', t('app.all')], ...known.map(({ name }) => [name, name] as const)]}
            />
            <Select
              label={t('deliveries.state')}
              value={values.state}
              onChange={(value) => set('state', value)}
              options={[
                ['', t('app.all')],
                ...states.map((each) => [each, t(`delivery.${each}`)] as const),
              ]}
            />
          </div>
        </div>
      </div>
      <Shown state={state} retry={reload}>
        {(rows) =>
          rows.length === 0 ? (
            <div className="card">
              <Empty title={t('deliveries.empty')}>
                <p>{t('deliveries.empty.next')}</p>
              </Empty>
            </div>
          ) : (
            <div className="card">
              <DeliveryTable rows={rows} reload={reload} />
              <More more={more} loading={loadingMore} count={rows.length} />
            </div>
          )
        }
      </Shown>
    </>
  );
}

function ReceiverTable({ rows }: { readonly rows: readonly ReceiverAnswer[] }) {
  const words = useWords();
  const { t, number } = words;
  return (
    <table className="list">
      <caption className="hidden-visually">{t('deliveries.receivers')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('deliveries.receiver')}</th>
          <th scope="col">{t('deliveries.kind')}</th>
          <th scope="col">{t('deliveries.filter')}</th>
          <th scope="col" className="num">
            {t('deliveries.due')}
          </th>
          <th scope="col" className="num">
            {t('deliveries.held')}
          </th>
          <th scope="col">{t('deliveries.last')}</th>
          <th scope="col">{t('deliveries.lastFailed')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.name}>
            <td className="strong">{row.name}</td>
            <td>{row.kind}</td>
            <td className="small">{tellFilter(row, words)}</td>
            <td className="num" data-label={t('deliveries.due')}>
              {number(row.due)}
            </td>
            <td className="num" data-label={t('deliveries.held')}>
              {number(row.held)}
            </td>
            <td data-label={t('deliveries.last')}>
              {row.lastTakenAt === null ? '–' : <Moment at={row.lastTakenAt} />}
            </td>
            <td data-label={t('deliveries.lastFailed')}>
              {row.lastFailedAt === null ? '–' : <Moment at={row.lastFailedAt} />}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What it is told of, and when it is left in peace. */
function tellFilter(
  { filter, quietHours, digest, nextDigestAt }: ReceiverAnswer,
  { t, name, dateTime }: Words,
): string {
  const parts = [
    filter?.severity == null
      ? null
      : t('deliveries.filter.severity', { severity: name('severity', filter.severity) }),
    filter?.regimes == null ? null : filter.regimes.map((each) => name('regime', each)).join(', '),
    filter?.commodities == null ? null : filter.commodities.map((each) => each.name).join(', '),
    filter?.sources == null ? null : filter.sources.join(', '),
    quietHours === null ? null : t('deliveries.quiet', { zone: quietHours.timeZone }),
    digest === null ? null : t('deliveries.digest'),
    nextDigestAt === null ? null : t('deliveries.nextDigest', { when: dateTime(nextDigestAt) }),
  ].filter((part) => part !== null);
  return parts.length === 0 ? t('deliveries.filter.all') : parts.join(' · ');
}

function DeliveryTable({
  rows,
  reload,
}: {
  readonly rows: readonly DeliveryAnswer[];
  readonly reload: () => void;
}) {
  const { t, name, number } = useWords();
  const { may } = useMe();
  const { busy, error, run } = useDoing();
  const again = ({ outboxId, receiver }: DeliveryAnswer): void => {
    const path = `/v1/deliveries/${encodeURIComponent(outboxId)}/${encodeURIComponent(receiver)}`;
    void run(async () => {
      await call(`${path}/redeliver`, { method: 'POST' });
      reload();
    });
  };
  return (
    <>
      {error === null ? null : <ErrorNote error={error} />}
      <table className="list">
        <caption className="hidden-visually">{t('deliveries.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('deliveries.what')}</th>
            <th scope="col">{t('deliveries.receiver')}</th>
            <th scope="col">{t('deliveries.state')}</th>
            <th scope="col">{t('deliveries.since')}</th>
            <th scope="col">{t('deliveries.attempts')}</th>
            <th scope="col">
              <span className="hidden-visually">{t('deliveries.redeliver')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const [tone, shape] = looks[row.state];
            return (
              <tr key={`${row.outboxId} ${row.receiver}`}>
                <td>
                  {row.type === null ? '–' : name('notice', row.type)}
                  <div className="small muted mono break">{row.outboxId}</div>
                </td>
                <td>{row.receiver}</td>
                <td>
                  <Badge tone={tone} shape={shape}>
                    {t(`delivery.${row.state}`)}
                  </Badge>
                  {row.reason === null ? null : (
                    <div className="small muted" lang="en">
                      {row.reason}
                    </div>
                  )}
                </td>
                <td>
                  <Moment at={row.since} />
                </td>
                <td>
                  {row.attempts.length === 0 ? (
                    '–'
                  ) : (
                    <details className="small">
                      <summary>{number(row.attempts.length)}</summary>
                      <ul className="plain">
                        {row.attempts.map(({ at, outcome, status, error: why }) => (
                          <li key={at} lang="en">
                            <Moment at={at} /> {outcome} {status} {why}
                          </li>
                        ))}
                      </ul>
                    </details>
                  )}
                </td>
                <td>
                  {may('redeliver') ? (
                    <button
                      type="button"
                      className="button small"
                      disabled={busy}
                      onClick={() => again(row)}
                    >
                      {t('deliveries.redeliver')}
                    </button>
                  ) : null}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </>
  );
}
