/** The queue: cases that wait, ranked, kept live by the stream of new alerts. */
import type { CaseRecord } from '@herkomst/runtime';
import { useEffect, useRef, useState } from 'react';
import { writeQuery } from '../api/client.ts';
import { useMe } from '../api/me.tsx';
import { useRows } from '../api/use-data.ts';
import { useStream, type StreamState } from '../api/use-stream.ts';
import { Due } from '../parts/due.tsx';
import { Field, PageHead, Select, usePageTitle } from '../parts/layout.tsx';
import { Badge, CaseStatusBadge, Severity } from '../parts/marks.tsx';
import { Probability } from '../parts/probability.tsx';
import { Empty, More, Shown } from '../parts/states.tsx';
import { useFilters } from '../parts/use-filters.ts';
import { Link } from '../router.tsx';
import { translateFixed } from '../words/fixed.ts';
import { useWords } from '../words/words.tsx';

const severities = ['critical', 'high', 'medium', 'low'] as const;
const statuses = [
  'open',
  'in-progress',
  'awaiting-evidence',
  'awaiting-approval',
  'decided',
] as const;

const defaults = {
  order: 'risk',
  active: 'yes',
  status: '',
  severity: '',
  assignee: '',
  find: '',
} as const;

export function QueuePage() {
  const { t, count } = useWords();
  const { me } = useMe();
  usePageTitle(t('queue.title'));
  const { values, set, clear, any } = useFilters<keyof typeof defaults>(defaults);
  const path = `/v1/cases${writeQuery({
    order: values.order,
    active: values.active,
    status: values.status,
    severity: values.severity,
    assignee: values.assignee === 'mine' ? me.actor.id : null,
    unassigned: values.assignee === 'nobody' ? 'yes' : null,
    limit: 100,
  })}`;
  const { state, reload, more, loadingMore } = useRows<CaseRecord>(path);
  const { stream, fresh } = useLive(reload);

  return (
    <>
      <PageHead title={t('queue.title')} lead={t('queue.lead')}>
        <LiveMark stream={stream} />
      </PageHead>
      {fresh > 0 ? (
        <p className="note good" role="status">
          {count('queue.new', fresh)}
        </p>
      ) : null}
      <div className="card">
        <div className="body">
          <div className="filters">
            <Select
              label={t('queue.order')}
              value={values.order}
              onChange={(value) => set('order', value)}
              options={[
                ['risk', t('queue.order.risk')],
                ['deadline', t('queue.order.deadline')],
                ['changed', t('queue.order.changed')],
              ]}
            />
            <Select
              label={t('queue.show')}
              value={values.active}
              onChange={(value) => set('active', value)}
              options={[
                ['yes', t('queue.show.active')],
                ['no', t('queue.show.done')],
                ['', t('app.all')],
              ]}
            />
            <Select
              label={t('severity')}
              value={values.severity}
              onChange={(value) => set('severity', value)}
              options={[
                ['', t('app.all')],
                ...severities.map((each) => [each, t(`severity.${each}`)] as const),
              ]}
            />
            <Select
              label={t('queue.status')}
              value={values.status}
              onChange={(value) => set('status', value)}
              options={[
                ['', t('app.all')],
                ...statuses.map((each) => [each, t(`status.${each}`)] as const),
              ]}
            />
            <Select
              label={t('queue.assignee')}
              value={values.assignee}
              onChange={(value) => set('assignee', value)}
              options={[
                ['', t('app.all')],
                ['mine', t('queue.assignee.mine')],
                ['nobody', t('queue.assignee.nobody')],
              ]}
            />
            <Field label={t('queue.filterParty')}>
              {(ids) => (
                <input
                  {...ids}
                  type="search"
                  data-search
                  value={values.find}
                  onChange={(event) => set('find', event.target.value)}
                />
              )}
            </Field>
          </div>
        </div>
      </div>
      <Shown state={state} retry={reload}>
        {(rows) => {
          const shown = rows.filter((row) => isFound(row, values.find));
          return shown.length === 0 ? (
            <div className="card">
              <Empty title={t('queue.empty')}>
                <p>{t('queue.empty.next')}</p>
                {any ? (
                  <button type="button" className="button" onClick={clear}>
                    {t('queue.clearFilters')}
                  </button>
                ) : null}
              </Empty>
            </div>
          ) : (
            <div className="card">
              <CaseTable rows={shown} />
              <More more={more} loading={loadingMore} count={shown.length} />
            </div>
          );
        }}
      </Shown>
    </>
  );
}

function isFound({ party, commodity, assignee }: CaseRecord, words: string): boolean {
  const text = [party.name, party.entity?.entry, commodity.title, assignee].join(' ').toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

function CaseTable({ rows }: { readonly rows: readonly CaseRecord[] }) {
  const { t, count, country, language } = useWords();
  const [now] = useState(() => Date.now());
  return (
    <table className="list">
      <caption className="hidden-visually">{t('queue.title')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('severity')}</th>
          <th scope="col">{t('queue.party')}</th>
          <th scope="col">{t('queue.goods')}</th>
          <th scope="col">{t('queue.score')}</th>
          <th scope="col">{t('queue.due')}</th>
          <th scope="col">{t('queue.status')}</th>
          <th scope="col">{t('queue.assignee')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.caseId} className={Date.parse(row.changedAt) > now ? 'fresh' : undefined}>
            <td>
              <Severity level={row.severity} />
            </td>
            <td>
              <Link className="open break" to={`/cases/${encodeURIComponent(row.caseId)}`}>
                {row.party.name}
              </Link>
              <div className="small muted break">
                {row.party.country === null ? null : `${country(row.party.country)} · `}
                {row.party.entity === null
                  ? null
                  : `${t('queue.listedAs', { entry: row.party.entity.entry })} · `}
                {count('queue.alerts', row.liveAlerts)}
                {Date.parse(row.changedAt) > now ? <strong> · {t('queue.fresh')}</strong> : null}
              </div>
            </td>
            <td>{translateFixed(language, row.commodity.title)}</td>
            <td data-label={t('queue.score')}>
              <Probability score={row.score} />
            </td>
            <td>
              {row.deadlines[0] === undefined ? (
                <span className="small muted">{t('queue.noDue')}</span>
              ) : (
                <Due deadline={row.deadlines[0]} now={now} />
              )}
            </td>
            <td>
              <CaseStatusBadge status={row.status} />
            </td>
            <td data-label={t('queue.assignee')}>
              {row.assignee ?? <span className="muted">{t('queue.unassigned')}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function LiveMark({ stream }: { readonly stream: StreamState }) {
  const { t } = useWords();
  const text = {
    live: 'queue.live',
    opening: 'queue.live.opening',
    waiting: 'queue.live.waiting',
    none: 'queue.live.none',
  } as const;
  return (
    <span role="status">
      <Badge
        tone={stream === 'live' ? 'good' : 'plain'}
        shape={stream === 'live' ? 'check' : 'clock'}
      >
        {t(text[stream])}
      </Badge>
    </span>
  );
}

const pollMs = 20_000;
/** Many alerts at once are one look at the queue. The case opens a moment after its alert. */
const gatherMs = 1500;

function useLive(reload: () => void): { readonly stream: StreamState; readonly fresh: number } {
  const [fresh, setFresh] = useState(0);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const stream = useStream('/v1/alerts/stream', () => {
    setFresh((before) => before + 1);
    timer.current ??= setTimeout(() => {
      timer.current = null;
      reload();
    }, gatherMs);
  });
  useEffect(
    () => () => {
      if (timer.current !== null) clearTimeout(timer.current);
    },
    [],
  );
  useEffect(() => {
    if (stream === 'live') return;
    const every = setInterval(reload, pollMs);
    return () => clearInterval(every);
  }, [stream, reload]);
  return { stream, fresh };
}
