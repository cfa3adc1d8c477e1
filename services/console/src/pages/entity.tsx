/** One entry of a list: what the list says, its links in the supply network, and its alerts. */
import type { EntityAnswer, EntityLink } from '@herkomst/adapter-http/contract';
import { writeQuery } from '../api/client.ts';
import { useData } from '../api/use-data.ts';
import { AlertTable } from '../parts/alert-table.tsx';
import { Card, PageHead, usePageTitle } from '../parts/layout.tsx';
import { Badge } from '../parts/marks.tsx';
import { Shown } from '../parts/states.tsx';
import { Link } from '../router.tsx';
import { translateFixed } from '../words/fixed.ts';
import { useWords } from '../words/words.tsx';

export function EntityPage({ entryId }: { readonly entryId: string }) {
  const { state, reload } = useData<EntityAnswer>(`/v1/entities/${encodeURIComponent(entryId)}`);
  return (
    <Shown state={state} retry={reload}>
      {(answer) => <Loaded answer={answer} />}
    </Shown>
  );
}

function Loaded({ answer: { entry, list, links, alerts } }: { readonly answer: EntityAnswer }) {
  const { t, name, country, date, number, language } = useWords();
  usePageTitle(entry.name);
  const inForce = entry.status !== 'inactive';
  return (
    <>
      <PageHead
        title={entry.name}
        above={<Link to="/entities">{t('nav.entities')}</Link>}
        lead={
          <span className="row">
            <Badge tone={inForce ? 'critical' : 'plain'} shape={inForce ? 'octagon' : 'dash'}>
              {name('entity.status', entry.status)}
            </Badge>
            <span>{t('entity.on', { list: translateFixed(language, list.title) })}</span>
            {entry.country === undefined ? null : <span>{country(entry.country)}</span>}
          </span>
        }
      />
      <div className="columns">
        <div className="column">
          <Card title={t('entity.alerts')} flush>
            {alerts.rows.length === 0 ? (
              <p className="reason muted">{t('entity.alerts.none')}</p>
            ) : (
              <>
                <AlertTable rows={alerts.rows} narrow />
                <p className="reason">
                  <Link to={`/alerts${writeQuery({ entry: entry.id })}`}>
                    {t('entity.alerts.all', { n: number(alerts.count) })}
                  </Link>
                </p>
              </>
            )}
          </Card>
          <Card title={t('entity.links')}>
            {links.length === 0 ? (
              <p className="muted">{t('entity.links.none')}</p>
            ) : (
              (['downstream', 'upstream'] as const).map((direction) => (
                <Links
                  key={direction}
                  title={t(`entity.links.${direction}`)}
                  links={links.filter((link) => link.direction === direction)}
                />
              ))
            )}
          </Card>
        </div>
        <div className="column">
          <Card title={t('entity.names')}>
            <ul className="plain stack tight">
              <li className="strong break">{entry.name}</li>
              {entry.aliases.map((alias) => (
                <li key={alias.name} className="break">
                  {alias.name} <span className="small muted">{name('alias', alias.kind)}</span>
                </li>
              ))}
            </ul>
          </Card>
          <Card title={t('app.details')}>
            <dl className="facts">
              <dt>{t('entity.listings')}</dt>
              <dd>
                <ul className="plain">
                  {entry.listings.map(({ clause, effectiveDate }) => (
                    <li key={`${clause} ${effectiveDate}`}>
                      {t('entity.clause', { clause, date: date(effectiveDate) })}
                    </li>
                  ))}
                </ul>
              </dd>
              {entry.addresses.length === 0 ? null : (
                <>
                  <dt>{t('entity.addresses')}</dt>
                  <dd>
                    <ul className="plain">
                      {entry.addresses.map(({ text }) => (
                        <li key={text}>{text}</li>
                      ))}
                    </ul>
                  </dd>
                </>
              )}
              {entry.identifiers.length === 0 ? null : (
                <>
                  <dt>{t('entity.identifiers')}</dt>
                  <dd>
                    <ul className="plain">
                      {entry.identifiers.map(({ scheme, value }) => (
                        <li key={`${scheme} ${value}`}>
                          {scheme} <span className="mono">{value}</span>
                        </li>
                      ))}
                    </ul>
                  </dd>
                </>
              )}
              {entry.merchandise === undefined ? null : (
                <>
                  <dt>{t('entity.merchandise')}</dt>
                  <dd lang="en">{entry.merchandise.text}</dd>
                </>
              )}
              {entry.extendsTo === undefined ? null : (
                <>
                  <dt>{t('entity.extends')}</dt>
                  <dd lang="en">{entry.extendsTo}</dd>
                </>
              )}
              {entry.note === undefined ? null : (
                <>
                  <dt>{t('entity.note')}</dt>
                  <dd lang="en">{entry.note}</dd>
                </>
              )}
              <dt>{t('entity.source')}</dt>
              <dd>
                <a href={entry.url} rel="noreferrer" target="_blank">
                  {list.authority}
                </a>
                , {t('reasons.version', { version: list.version })}
              </dd>
            </dl>
          </Card>
        </div>
      </div>
    </>
  );
}

function Links({
  title,
  links,
}: {
  readonly title: string;
  readonly links: readonly EntityLink[];
}) {
  const { count } = useWords();
  if (links.length === 0) return null;
  return (
    <section className="stack tight">
      <h3>{title}</h3>
      <ul className="stack tight">
        {links.map((link, index) => (
          <li key={`${link.company.name} ${index}`} className="break">
            <span className="strong">{link.company.name}</span>
            {link.company.place === null ? '' : `, ${link.company.place}`}
            <div className="small muted">
              {[
                link.kind,
                link.goods,
                link.shipments === null ? null : count('links.shipments', link.shipments),
                link.validFrom ?? link.seen,
              ]
                .filter((part) => part !== null)
                .join(' · ')}{' '}
              ·{' '}
              <a href={link.source.url} rel="noreferrer" target="_blank">
                {link.source.name}
              </a>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
