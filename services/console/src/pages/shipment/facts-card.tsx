/** The declaration as it came. */
import type { Shipment } from '@herkomst/core';
import { Card } from '../../parts/layout.tsx';
import { Ago, Moment } from '../../parts/time.tsx';
import { useWords } from '../../words/words.tsx';

export function FactsCard({
  shipment,
  source,
}: {
  readonly shipment: Shipment;
  readonly source: string;
}) {
  const { t, name, number, country } = useWords();
  const { declaration, transport, parties, items } = shipment;
  const arrival = transport.estimatedArrivalAt;
  const rows: readonly (readonly [string, React.ReactNode])[] = [
    [t('facts.declaration'), name('declaration', declaration.kind)],
    [t('facts.into'), country(declaration.jurisdiction)],
    [t('facts.mrn'), declaration.mrn],
    [t('facts.source'), source],
    [t('facts.mode'), name('mode', transport.mode)],
    [t('facts.bill'), transport.billOfLading],
    [
      t('facts.vessel'),
      transport.vessel &&
        `${transport.vessel.name}${transport.vessel.imo === undefined ? '' : ` (IMO ${transport.vessel.imo})`}`,
    ],
    [t('facts.containers'), transport.containers.join(', ')],
    [
      t('facts.arrival'),
      arrival === undefined ? undefined : (
        <>
          <Moment at={arrival} /> (<Ago at={arrival} />)
        </>
      ),
    ],
  ];
  return (
    <Card title={t('facts.title')}>
      <dl className="facts">
        {rows.map(([label, value]) =>
          value === undefined || value === '' ? null : (
            <div key={label} style={{ display: 'contents' }}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ),
        )}
      </dl>
      <h3>{t('facts.parties')}</h3>
      <ul className="plain stack">
        {parties.map((party, index) => (
          <li key={`${party.role} ${index}`} className="break">
            <span className="muted">{name('role', party.role)}</span>
            <div className="strong">{party.name}</div>
            <div className="small">
              {[
                ...(party.address?.lines ?? []),
                party.address?.city,
                party.address?.region,
                party.address?.postcode,
                party.address?.country === undefined ? undefined : country(party.address.country),
              ]
                .filter((part) => part !== undefined && part !== '')
                .join(', ')}
            </div>
            {party.identifiers.map(({ scheme, value }) => (
              <div key={`${scheme} ${value}`} className="small">
                {scheme} <span className="mono">{value}</span>
              </div>
            ))}
            {party.phone === undefined ? null : <div className="small mono">{party.phone}</div>}
          </li>
        ))}
      </ul>
      <h3>{t('facts.goods')}</h3>
      <ul className="plain stack">
        {items.map((item) => (
          <li key={item.lineNumber} className="break">
            <span className="muted">
              {t('facts.line')} {item.lineNumber}
            </span>
            <div className="strong">{item.description}</div>
            <div className="small">
              {t('facts.hs')} <span className="mono">{item.commodityCode}</span> ·{' '}
              {t('facts.origin')}{' '}
              {item.countryOfOrigin === undefined
                ? t('app.unknown')
                : country(item.countryOfOrigin)}
              {item.regionOfOrigin === undefined ? '' : ` (${item.regionOfOrigin})`}
              {item.value === undefined
                ? ''
                : ` · ${number(item.value.amount, 2)} ${item.value.currency}`}
              {item.grossMassKg === undefined ? '' : ` · ${number(item.grossMassKg)} kg`}
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}
