/** All alerts, to be searched and exported. */
import type { AlertSummary } from '@herkomst/adapter-http/contract';
import { writeQuery } from '../api/client.ts';
import { useRows } from '../api/use-data.ts';
import { AlertTable } from '../parts/alert-table.tsx';
import { ExportList } from '../parts/export-list.tsx';
import { FoundRows } from '../parts/found-rows.tsx';
import { PageHead, Select, usePageTitle } from '../parts/layout.tsx';
import { searchDefaults, SearchFilters } from '../parts/search-filters.tsx';
import { useFilters } from '../parts/use-filters.ts';
import { useWords } from '../words/words.tsx';

const defaults = { order: 'time', standing: 'yes', ...searchDefaults } as const;

export function AlertsPage() {
  const { t } = useWords();
  usePageTitle(t('alerts.title'));
  const { values, set, clear, any } = useFilters<keyof typeof defaults>(defaults);
  const { order, ...filters } = values;
  const path = `/v1/alerts${writeQuery({ ...filters, order, events: 'no', limit: 100 })}`;
  const found = useRows<AlertSummary>(path);
  return (
    <>
      <PageHead title={t('alerts.title')} lead={t('alerts.lead')}>
        <ExportList path="/v1/alerts/export" filters={filters} name="alerts" />
      </PageHead>
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
            <SearchFilters values={values} set={set} />
          </div>
        </div>
      </div>
      <FoundRows found={found} title={t('alerts.empty')} clear={any ? clear : null}>
        {(rows) => <AlertTable rows={rows} />}
      </FoundRows>
    </>
  );
}
