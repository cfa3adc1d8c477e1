/** Declarations of the same shipment, newest first, and what the shown one rests on. */
import type { ShipmentAssessment } from '@herkomst/adapter-http/contract';
import { Card } from '../../parts/layout.tsx';
import { Verdict } from '../../parts/marks.tsx';
import { Moment } from '../../parts/time.tsx';
import { useWords } from '../../words/words.tsx';

export function VersionsCard({
  rows,
  shown,
  onShow,
}: {
  readonly rows: readonly ShipmentAssessment[];
  readonly shown: ShipmentAssessment;
  readonly onShow: (row: ShipmentAssessment) => void;
}) {
  const { t, percent, date } = useWords();
  const { basis } = shown.explanation;
  return (
    <Card title={t('versions.title')}>
      <ul className="plain stack">
        {rows.map((row) => (
          <li key={`${row.declarationKind} ${row.version}`} className="stack tight">
            <div className="row">
              {row === shown ? (
                <span className="strong">{t('versions.version', { n: row.version })}</span>
              ) : (
                <button type="button" className="button small" onClick={() => onShow(row)}>
                  {t('versions.version', { n: row.version })}
                </button>
              )}
              <Verdict verdict={row.verdict} />
              <span>{percent(row.score)}</span>
            </div>
            <span className="small muted">
              <Moment at={row.assessedAt} /> ·{' '}
              {t(row.current ? 'versions.current' : 'versions.overtaken')}
              {row === shown ? ` · ${t('versions.shown')}` : ''}
            </span>
          </li>
        ))}
      </ul>
      <details className="small">
        <summary>{t('basis.title')}</summary>
        <dl className="facts">
          <dt>{t('basis.rulebook')}</dt>
          <dd>
            {basis.rulebook.id} {basis.rulebook.version}
          </dd>
          <dt>{t('basis.lists')}</dt>
          <dd>
            <ul className="plain">
              {basis.lists.map(({ list, version, asOf }) => (
                <li key={list}>
                  {list} {version} ({date(asOf)})
                </li>
              ))}
            </ul>
          </dd>
          <dt>{t('basis.facts')}</dt>
          <dd className="mono">{basis.shipmentDigest}</dd>
          <dt>{t('basis.hash')}</dt>
          <dd className="mono">{basis.hash}</dd>
        </dl>
      </details>
    </Card>
  );
}
