/** What each regime says, by when, and what it would have the importer show. */
import type { Determination } from '@herkomst/core';
import { Card } from '../../parts/layout.tsx';
import { RuleStatus } from '../../parts/marks.tsx';
import { Said } from '../../parts/said.tsx';
import { translateFixed } from '../../words/fixed.ts';
import { useWords } from '../../words/words.tsx';

export function RulesCard({
  determinations,
}: {
  readonly determinations: readonly Determination[];
}) {
  const { t, name } = useWords();
  const bearing = determinations.filter(({ status }) => status !== 'not-applicable');
  const others = determinations.filter(({ status }) => status === 'not-applicable');
  return (
    <Card title={t('rules.title')} flush>
      {bearing.map((determination) => (
        <Ruling key={determination.regime} determination={determination} />
      ))}
      {others.length === 0 ? null : (
        <details className="ruling small">
          <summary>
            {t('rules.others')} ({others.length})
          </summary>
          <ul>
            {others.map(({ regime, explanation }) => (
              <li key={regime}>
                {name('regime', regime)}: <Said text={explanation} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </Card>
  );
}

function Ruling({ determination }: { readonly determination: Determination }) {
  const { t, name, count, language } = useWords();
  const { regime, status, basis, explanation, recommendedAction, clock, documents, url } =
    determination;
  return (
    <div className="ruling">
      <div className="row between">
        <h3>
          <a href={url} rel="noreferrer" target="_blank">
            {name('regime', regime)}
          </a>
        </h3>
        <RuleStatus status={status} />
      </div>
      <p className="small muted break" lang="en">
        {basis}
      </p>
      <p>
        <Said text={explanation} />
      </p>
      <p>
        <span className="strong">{t('rules.todo')}:</span> <Said text={recommendedAction} />
      </p>
      {clock === null ? null : (
        <p>
          <span className="strong">{t('rules.time')}:</span>{' '}
          {t('rules.clock', {
            amount: clock.amount,
            unit: name('unit', clock.unit),
            start: translateFixed(language, clock.startsWith),
          })}{' '}
          <span className="small muted" lang="en">
            ({clock.source})
          </span>
        </p>
      )}
      {documents.length === 0 ? null : (
        <details>
          <summary className="small">
            {t('rules.documents')} (
            {documents.reduce((sum, each) => sum + each.documents.length, 0)})
          </summary>
          {documents.map((request) => (
            <div key={request.commodity} className="small stack tight">
              <p className="strong">
                {translateFixed(language, request.commodity)}{' '}
                <span className="muted">
                  (
                  {count('rules.lines', request.lines.length).replace(
                    String(request.lines.length),
                    request.lines.join(', '),
                  )}
                  )
                </span>
              </p>
              <ol>
                {request.documents.map((document) => (
                  <li key={document}>
                    <Said text={document} />
                  </li>
                ))}
              </ol>
            </div>
          ))}
        </details>
      )}
    </div>
  );
}
