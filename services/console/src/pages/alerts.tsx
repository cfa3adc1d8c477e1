/** All alerts, to be searched and exported. */
import type { AlertSummary } from '@herkomst/adapter-http/contract';
import { call, writeQuery } from '../api/client.ts';
import { useDoing, useRows } from '../api/use-data.ts';
import { AlertTable } from '../parts/alert-table.tsx';
import { Field, PageHead, Select, usePageTitle } from '../parts/layout.tsx';
import { saveAs } from '../parts/save.ts';
import { Empty, ErrorNote, More, Shown } from '../parts/states.tsx';
import { useFilters } from '../parts/use-filters.ts';
import { findingNames, regimeNames } from '../words/groups.ts';
import { useWords } from '../words/words.tsx';
import { useEffect, useState, type FormEvent } from 'react';

const defaults = {
  order: 'time',
  standing: 'yes',
  severity: '',
  regime: '',
  finding: '',
  party: '',
  goods: '',
  place: '',
  entry: '',
  source: '',
  from: '',
  to: '',
} as const;
type Name = keyof typeof defaults;

export function AlertsPage() {
  const { t, name } = useWords();
  usePageTitle(t('alerts.title'));
  const { values, set, clear, any } = useFilters<Name>(defaults);
  const { order, ...filters } = values;
  const path = `/v1/alerts${writeQuery({ ...filters, order, events: 'no', limit: 100 })}`;
  const { state, reload, more, loadingMore } = useRows<AlertSummary>(path);
  const { busy, error, run } = useDoing();
  const give = (format: 'csv' | 'ndjson'): void => {
    void run(async () => {
      const answer = await call(`/v1/alerts/export${writeQuery({ ...filters, format })}`);
      saveAs(await answer.blob(), `alerts.${format}`);
    });
  };
  return (
    <>
      <PageHead title={t('alerts.title')} lead={t('alerts.lead')}>
        <span className="small muted" role="status">
          {t(busy ? 'alerts.exporting' : 'alerts.export')}
        </span>
        {(['csv', 'ndjson'] as const).map((format) => (
          <button
            key={format}
            type="button"
            className="button small"
            disabled={busy}
            onClick={() => give(format)}
          >
            {format.toUpperCase()}
          </button>
        ))}
      </PageHead>
      {error === null ? null : <ErrorNote error={error} />}
      <div className="card">
        <div className="body">
          <div className="filters">
            <Select
              label={t('queue.order')}
              value={order}
              onChange={(value) => set('order', value)}
              options={(['time', 'risk', 'arrival'] as const).map((each) => [
                each,
                t(`alerts.order.${each}`),
              ])}
            />
            <Select
              label={t('alerts.filter.standing')}
              value={values.standing}
              onChange={(value) => set('standing', value)}
              options={[
                ['yes', t('alerts.filter.standing.yes')],
                ['no', t('alerts.filter.standing.no')],
                ['', t('app.all')],
              ]}
            />
            <Select
              label={t('severity')}
              value={values.severity}
              onChange={(value) => set('severity', value)}
              options={[
                ['', t('app.all')],
                ...(['critical', 'high', 'medium', 'low'] as const).map(
                  (each) => [each, t(`severity.${each}`)] as const,
                ),
              ]}
            />
            <Select
              label={t('alerts.filter.regime')}
              value={values.regime}
              onChange={(value) => set('regime', value)}
              options={[
                ['', t('app.all')],
                ...regimeNames.map((each) => [each, name('regime', each)] as const),
              ]}
            />
            <Select
              label={t('alerts.filter.finding')}
              value={values.finding}
              onChange={(value) => set('finding', value)}
              options={[
                ['', t('app.all')],
                ...findingNames.map((each) => [each, name('factor', each)] as const),
              ]}
            />
            <TypedFilter
              label={t('alerts.filter.party')}
              value={values.party}
              set={(value) => set('party', value)}
              search
            />
            <TypedFilter
              label={t('alerts.filter.goods')}
              value={values.goods}
              set={(value) => set('goods', value)}
            />
            <TypedFilter
              label={t('alerts.filter.place')}
              value={values.place}
              set={(value) => set('place', value)}
            />
          </div>
        </div>
      </div>
      <Shown state={state} retry={reload}>
        {(rows) =>
          rows.length === 0 ? (
            <div className="card">
              <Empty title={t('alerts.empty')}>
                <p>{t('alerts.empty.next')}</p>
                {any ? (
                  <button type="button" className="button" onClick={clear}>
                    {t('queue.clearFilters')}
                  </button>
                ) : null}
              </Empty>
            </div>
          ) : (
            <div className="card">
              <AlertTable rows={rows} />
              <More more={more} loading={loadingMore} count={rows.length} />
            </div>
          )
        }
      </Shown>
    </>
  );
}

/** Takes effect with enter, and when it is left: not with every letter. */
function TypedFilter({
  label,
  value,
  set,
  search = false,
}: {
  readonly label: string;
  readonly value: string;
  readonly set: (value: string) => void;
  readonly search?: boolean;
}) {
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  const apply = (): void => {
    if (text.trim() !== value) set(text.trim());
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    apply();
  };
  return (
    <form onSubmit={submit}>
      <Field label={label}>
        {(ids) => (
          <input
            {...ids}
            type="search"
            {...(search ? { 'data-search': true } : {})}
            value={text}
            onChange={(event) => setText(event.target.value)}
            onBlur={apply}
          />
        )}
      </Field>
    </form>
  );
}
