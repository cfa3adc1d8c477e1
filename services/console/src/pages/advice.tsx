/** What is known of goods from a country, before any shipment. */
import type { AdviceAnswer } from '@herkomst/adapter-http/contract';
import { useState, type FormEvent } from 'react';
import { writeQuery } from '../api/client.ts';
import { useData } from '../api/use-data.ts';
import { Card, Field, PageHead, usePageTitle } from '../parts/layout.tsx';
import { Empty, Shown } from '../parts/states.tsx';
import { useRouter } from '../router.tsx';
import { translateFixed } from '../words/fixed.ts';
import { useWords } from '../words/words.tsx';
import { Said } from '../parts/said.tsx';

export function AdvicePage() {
  const { t, language } = useWords();
  usePageTitle(t('advice.title'));
  const { place, go } = useRouter();
  const asked = { country: place.query.get('country') ?? '', hs: place.query.get('hs') ?? '' };
  const [country, setCountry] = useState(asked.country);
  const [hs, setHs] = useState(asked.hs);
  const path =
    asked.country === '' || asked.hs === ''
      ? null
      : `/v1/advice${writeQuery({ ...asked, language })}`;
  const { state, reload } = useData<AdviceAnswer>(path);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    go(`/advice${writeQuery({ country: country.trim().toUpperCase(), hs: hs.trim() })}`);
  };
  return (
    <>
      <PageHead title={t('advice.title')} lead={t('advice.lead')} />
      <form className="card" onSubmit={submit}>
        <div className="body">
          <div className="filters">
            <Field label={t('advice.country')}>
              {(ids) => (
                <input
                  {...ids}
                  data-search
                  required
                  maxLength={2}
                  value={country}
                  onChange={(event) => setCountry(event.target.value)}
                />
              )}
            </Field>
            <Field label={t('advice.hs')}>
              {(ids) => (
                <input
                  {...ids}
                  required
                  inputMode="numeric"
                  value={hs}
                  onChange={(event) => setHs(event.target.value)}
                />
              )}
            </Field>
            <button type="submit" className="button primary">
              {t('advice.ask')}
            </button>
          </div>
        </div>
      </form>
      {path === null ? (
        <div className="card">
          <Empty title={t('advice.start')}>
            <p>{t('advice.start.next')}</p>
          </Empty>
        </div>
      ) : (
        <Shown state={state} retry={reload}>
          {(advice) => <Loaded advice={advice} />}
        </Shown>
      )}
    </>
  );
}

function Loaded({ advice }: { readonly advice: AdviceAnswer }) {
  const { t, language } = useWords();
  const goods = advice.commodities.map((title) => title[language]).join(', ');
  return (
    <div className="columns">
      <div className="column">
        <Card title={t('advice.risks')} aside={goods === '' ? undefined : <p>{goods}</p>}>
          {advice.risks.length === 0 ? (
            <p>{t('advice.risks.none')}</p>
          ) : (
            <ul className="stack">
              {advice.risks.map((risk) => (
                <li key={risk.text}>
                  {risk.text}
                  <div className="small muted">
                    {t('reasons.source')}:{' '}
                    <a href={risk.source.url} rel="noreferrer" target="_blank">
                      {translateFixed(language, risk.source.title)}
                    </a>
                    , {t('reasons.version', { version: risk.source.version })}
                  </div>
                </li>
              ))}
            </ul>
          )}
        </Card>
        <Card title={t('advice.steps')}>
          <ol className="stack tight">
            {advice.steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </Card>
      </div>
      <Card title={t('advice.documents')}>
        <ol className="stack tight">
          {advice.documents.documents.map((document) => (
            <li key={document}>
              <Said text={document} />
            </li>
          ))}
        </ol>
      </Card>
    </div>
  );
}
