/** The alerts of a case. */
import type { CaseAlert } from '@herkomst/runtime';
import type { Rows } from '../../api/use-data.ts';
import { Card } from '../../parts/layout.tsx';
import { Severity, Standing } from '../../parts/marks.tsx';
import { Probability } from '../../parts/probability.tsx';
import { More, Shown } from '../../parts/states.tsx';
import { Ago } from '../../parts/time.tsx';
import { Link } from '../../router.tsx';
import { useWords } from '../../words/words.tsx';

export function AlertsCard({ alerts }: { readonly alerts: Rows<CaseAlert> }) {
  const { t, name } = useWords();
  return (
    <Card title={t('case.alerts')} flush>
      <Shown state={alerts.state} retry={alerts.reload}>
        {(rows) => (
          <>
            <table className="list">
              <caption className="hidden-visually">{t('case.alerts')}</caption>
              <thead>
                <tr>
                  <th scope="col">{t('case.alerts.shipment')}</th>
                  <th scope="col">{t('severity')}</th>
                  <th scope="col">{t('queue.score')}</th>
                  <th scope="col">{t('case.alerts.regimes')}</th>
                  <th scope="col">{t('case.alerts.arrival')}</th>
                  <th scope="col">{t('case.alerts.standing')}</th>
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <tr key={row.alertId}>
                    <td>
                      <Link
                        className="open nowrap"
                        to={`/alerts/${encodeURIComponent(row.alertId)}`}
                      >
                        {row.shipmentId}
                      </Link>
                      <div className="small muted">
                        {name('declaration', row.declarationKind)} · <Ago at={row.raisedAt} />
                      </div>
                    </td>
                    <td>
                      <Severity level={row.severity} />
                    </td>
                    <td data-label={t('queue.score')}>
                      <Probability score={row.score} bar={false} />
                    </td>
                    <td className="small">
                      {row.regimes
                        .map(
                          ({ regime, status }) =>
                            `${name('regime', regime)}: ${name('rule', status)}`,
                        )
                        .join('; ')}
                    </td>
                    <td data-label={t('case.alerts.arrival')}>
                      {row.estimatedArrivalAt === null ? (
                        <span className="muted">{t('app.unknown')}</span>
                      ) : (
                        <Ago at={row.estimatedArrivalAt} />
                      )}
                    </td>
                    <td>
                      <Standing standing={row.standing} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
            <More more={alerts.more} loading={alerts.loadingMore} count={rows.length} />
          </>
        )}
      </Shown>
    </Card>
  );
}
