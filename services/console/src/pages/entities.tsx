/** Who a name could be: candidates from the lists, each with why. */
import type { Candidate } from '@herkomst/adapter-http/contract';
import { useState, type FormEvent } from 'react';
import { writeQuery } from '../api/client.ts';
import { useData } from '../api/use-data.ts';
import { Field, PageHead, usePageTitle } from '../parts/layout.tsx';
import { Badge } from '../parts/marks.tsx';
import { Empty, Shown } from '../parts/states.tsx';
import { Link, useRouter } from '../router.tsx';
import { translateFixed } from '../words/fixed.ts';
import { useWords } from '../words/words.tsx';
import { MatchTable } from './shipment/match-table.tsx';

const names = ['name', 'address', 'country', 'uscc', 'lei'] as const;

export function EntitiesPage() {
  const { t } = useWords();
  usePageTitle(t('entities.title'));
  const { place, go } = useRouter();
  const asked = Object.fromEntries(names.map((each) => [each, place.query.get(each) ?? '']));
  const [fields, setFields] = useState<Readonly<Record<string, string>>>(asked);
  const path = (asked['name'] ?? '') === '' ? null : `/v1/entities${writeQuery(asked)}`;
  const { state, reload } = useData<{ readonly rows: readonly Candidate[] }>(path);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    go(`/entities${writeQuery({ ...fields, country: fields['country']?.toUpperCase() ?? null })}`);
  };
  return (
    <>
      <PageHead title={t('entities.title')} lead={t('entities.lead')} />
      <form className="card" onSubmit={submit}>
        <div className="body">
          <div className="filters">
            {names.map((each) => (
              <Field key={each} label={t(`entities.${each}`)}>
                {(ids) => (
                  <input
                    {...ids}
                    {...(each === 'name' ? { 'data-search': true, required: true } : {})}
                    {...(each === 'country' ? { maxLength: 2 } : {})}
                    value={fields[each] ?? ''}
                    onChange={(event) => setFields({ ...fields, [each]: event.target.value })}
                  />
                )}
              </Field>
            ))}
            <button type="submit" className="button primary">
              {t('entities.lookUp')}
            </button>
          </div>
        </div>
      </form>
      {path === null ? (
        <div className="card">
          <Empty title={t('entities.start')}>
            <p>{t('entities.start.next')}</p>
          </Empty>
        </div>
      ) : (
        <Shown state={state} retry={reload}>
          {({ rows }) =>
            rows.length === 0 ? (
              <div className="card">
                <Empty title={t('entities.none')}>
                  <p>{t('entities.none.next')}</p>
                </Empty>
              </div>
            ) : (
              rows.map((row) => <CandidateCard key={row.entryId} candidate={row} />)
            )
          }
        </Shown>
      )}
    </>
  );
}

function CandidateCard({ candidate }: { readonly candidate: Candidate }) {
  const { t, country, date, percent, language } = useWords();
  const { tier, probability } = candidate;
  return (
    <article className="card">
      <header>
        <h2>
          <Link className="open" to={`/entities/${encodeURIComponent(candidate.entryId)}`}>
            {candidate.name}
          </Link>
        </h2>
        <span className="row">
          <span className="strong">{t('entities.sure', { percent: percent(probability) })}</span>
          <Badge
            tone={tier === 'automatic' ? 'critical' : 'medium'}
            shape={tier === 'automatic' ? 'octagon' : 'diamond'}
          >
            {t(`tier.${tier}`)}
          </Badge>
        </span>
      </header>
      <div className="body">
        <p className="small muted">
          {candidate.country === null ? null : `${country(candidate.country)} · `}
          {t('entity.on', { list: translateFixed(language, candidate.list.title) })}
          {candidate.listings.map(
            ({ clause, effectiveDate }) =>
              ` · ${t('entity.clause', { clause, date: date(effectiveDate) })}`,
          )}
        </p>
        <MatchTable
          match={candidate}
          declaredName={candidate.queriedName}
          label={candidate.entryId}
        />
      </div>
    </article>
  );
}
