/** Alerts in a list. */
import type { AlertSummary } from '@herkomst/adapter-http/contract';
import { Link } from '../router.tsx';
import { translateFixed } from '../words/fixed.ts';
import { useWords } from '../words/words.tsx';
import { Badge, Severity } from './marks.tsx';
import { Probability } from './probability.tsx';
import { Ago } from './time.tsx';

export function AlertTable({
  rows,
  narrow = false,
}: {
  readonly rows: readonly AlertSummary[];
  /** Leaves out what a column beside another has no room for. */
  readonly narrow?: boolean;
}) {
  const { t, name, country, language } = useWords();
  return (
    <table className="list">
      <caption className="hidden-visually">{t('alerts.title')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('severity')}</th>
          <th scope="col">{t('case.alerts.shipment')}</th>
          <th scope="col">{t('queue.party')}</th>
          <th scope="col">{t('queue.goods')}</th>
          <th scope="col">{t('queue.score')}</th>
          <th scope="col">{t('case.alerts.arrival')}</th>
          {narrow ? null : <th scope="col">{t('case.alerts.raised')}</th>}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.alertId}>
            <td>
              <Severity level={row.severity} />
            </td>
            <td>
              <Link className="open nowrap" to={`/alerts/${encodeURIComponent(row.alertId)}`}>
                {row.shipmentId}
              </Link>
              <div className="small muted">
                {name('declaration', row.declarationKind)}, {country(row.jurisdiction)}
              </div>
              {row.supersededBy === null ? null : (
                <Badge tone="plain" shape="dash">
                  {t('standing.superseded')}
                </Badge>
              )}
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
              <Probability score={row.score} bar={!narrow} />
            </td>
            <td data-label={t('case.alerts.arrival')}>
              {row.arrivalAt === null ? (
                <span className="muted">{t('app.unknown')}</span>
              ) : (
                <Ago at={row.arrivalAt} />
              )}
            </td>
            {narrow ? null : (
              <td data-label={t('case.alerts.raised')}>
                <Ago at={row.raisedAt} />
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
