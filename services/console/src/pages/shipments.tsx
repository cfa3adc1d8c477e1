/** Everything screened, alert or not: above all what could not be told, which is not clear. */
import type { AssessmentSummary } from '@herkomst/adapter-http/contract';
import { writeQuery } from '../api/client.ts';
import { useRows } from '../api/use-data.ts';
import { ExportList } from '../parts/export-list.tsx';
import { FoundRows } from '../parts/found-rows.tsx';
import { PageHead, Select, usePageTitle } from '../parts/layout.tsx';
import { Verdict } from '../parts/marks.tsx';
import { Probability } from '../parts/probability.tsx';
import { searchDefaults, SearchFilters } from '../parts/search-filters.tsx';
import { Ago } from '../parts/time.tsx';
import { useFilters } from '../parts/use-filters.ts';
import { Link } from '../router.tsx';
import { translateFixed } from '../words/fixed.ts';
import { useWords } from '../words/words.tsx';

const defaults = { verdict: '', ...searchDefaults } as const;

export function ShipmentsPage() {
  const { t } = useWords();
  usePageTitle(t('shipments.title'));
  const { values, set, clear, any } = useFilters<keyof typeof defaults>(defaults);
  const path = `/v1/assessments${writeQuery({ ...values, limit: 100 })}`;
  const found = useRows<AssessmentSummary>(path);
  return (
    <>
      <PageHead title={t('shipments.title')} lead={t('shipments.lead')}>
        <ExportList path="/v1/assessments/export" filters={values} name="assessments" />
      </PageHead>
      <div className="card">
        <div className="body">
          <div className="filters">
            <Select
              label={t('verdict')}
              value={values.verdict}
              onChange={(value) => set('verdict', value)}
              options={[
                ['', t('app.all')],
                ...(['unknown', 'review', 'alert', 'clear'] as const).map(
                  (each) => [each, t(`verdict.${each}`)] as const,
                ),
              ]}
            />
            <SearchFilters values={values} set={set} />
          </div>
        </div>
      </div>
      <FoundRows found={found} title={t('shipments.empty')} clear={any ? clear : null}>
        {(rows) => <ShipmentTable rows={rows} />}
      </FoundRows>
    </>
  );
}

function ShipmentTable({ rows }: { readonly rows: readonly AssessmentSummary[] }) {
  const { t, name, country, language } = useWords();
  return (
    <table className="list">
      <caption className="hidden-visually">{t('shipments.title')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('verdict')}</th>
          <th scope="col">{t('case.alerts.shipment')}</th>
          <th scope="col">{t('queue.party')}</th>
          <th scope="col">{t('queue.goods')}</th>
          <th scope="col">{t('queue.score')}</th>
          <th scope="col">{t('case.alerts.arrival')}</th>
          <th scope="col">{t('shipments.assessed')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={`${row.source} ${row.declarationKind} ${row.shipmentId} ${row.version}`}>
            <td>
              <Verdict verdict={row.verdict} />
            </td>
            <td>
              <Link
                className="open"
                to={`/shipments/${[row.source, row.declarationKind, row.shipmentId].map(encodeURIComponent).join('/')}`}
              >
                {row.shipmentId}
              </Link>
              <div className="small muted">
                {name('declaration', row.declarationKind)}, {country(row.jurisdiction)}
                {row.version === 1 ? '' : ` · ${t('versions.version', { n: row.version })}`}
              </div>
            </td>
            <td className="break">
              {row.party.name}
              <div className="small muted">
                {row.findings
                  .slice(0, 2)
                  .map((each) => name('factor', each))
                  .join(' · ')}
              </div>
            </td>
            <td>
              {translateFixed(language, row.commodity.title)}
              <div className="small muted">{row.origin.map(country).join(', ')}</div>
            </td>
            <td data-label={t('queue.score')}>
              <Probability score={row.score} />
            </td>
            <td data-label={t('case.alerts.arrival')}>
              {row.arrivalAt === null ? (
                <span className="muted">{t('app.unknown')}</span>
              ) : (
                <Ago at={row.arrivalAt} />
              )}
            </td>
            <td data-label={t('shipments.assessed')}>
              <Ago at={row.assessedAt} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
