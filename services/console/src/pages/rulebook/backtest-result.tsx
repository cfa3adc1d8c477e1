/** What the changed rules would have done: alerts gained and lost, verdicts moved, and examples. */
import type { BacktestDocument } from '@herkomst/adapter-http/contract';
import { Card } from '../../parts/layout.tsx';
import { Verdict } from '../../parts/marks.tsx';
import { useWords } from '../../words/words.tsx';

type Result = NonNullable<BacktestDocument['result']>;
const verdicts = ['alert', 'review', 'unknown', 'clear'] as const;

export function BacktestResult({ result }: { readonly result: Result }) {
  const { t, name, number } = useWords();
  const tiles = [
    ['rulebook.shipments', result.shipments],
    ['rulebook.gained', result.gained],
    ['rulebook.lost', result.lost],
    ['rulebook.kept', result.kept],
  ] as const;
  return (
    <>
      <dl className="tiles">
        {tiles.map(([label, figure]) => (
          <div key={label} className="tile">
            <dt className="small muted">{t(label)}</dt>
            <dd className="figure">{number(figure)}</dd>
          </div>
        ))}
      </dl>
      <div className="grid-2">
        <Card title={t('rulebook.moves')}>
          <table>
            <caption className="hidden-visually">{t('rulebook.moves')}</caption>
            <thead>
              <tr>
                <th scope="col">
                  {t('rulebook.before')} \ {t('rulebook.after')}
                </th>
                {verdicts.map((each) => (
                  <th key={each} scope="col" className="num">
                    {t(`verdict.${each}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {verdicts.map((before) => (
                <tr key={before}>
                  <th scope="row">{t(`verdict.${before}`)}</th>
                  {verdicts.map((after) => {
                    const moved = result.verdicts[before]?.[after] ?? 0;
                    return (
                      <td
                        key={after}
                        className={before !== after && moved > 0 ? 'num strong' : 'num muted'}
                      >
                        {number(moved)}
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </Card>
        {result.byFactor.length === 0 ? null : (
          <Card title={t('rulebook.byFactor')}>
            <table>
              <caption className="hidden-visually">{t('rulebook.byFactor')}</caption>
              <thead>
                <tr>
                  <th scope="col">{t('stats.false.finding')}</th>
                  <th scope="col" className="num">
                    {t('rulebook.gained')}
                  </th>
                  <th scope="col" className="num">
                    {t('rulebook.lost')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {result.byFactor.map(({ factor, gained, lost }) => (
                  <tr key={factor}>
                    <th scope="row">{name('factor', factor)}</th>
                    <td className="num">{number(gained)}</td>
                    <td className="num">{number(lost)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Card>
        )}
      </div>
      {(['gained', 'lost', 'other'] as const).map((kind) => (
        <Examples key={kind} kind={kind} examples={result.examples[kind]} />
      ))}
    </>
  );
}

function Examples({
  kind,
  examples,
}: {
  readonly kind: 'gained' | 'lost' | 'other';
  readonly examples: Result['examples']['gained'];
}) {
  const { t, percent } = useWords();
  if (examples.length === 0) return null;
  return (
    <Card title={t(`rulebook.examples.${kind}`)} flush>
      <ul className="plain">
        {examples.map((example) => (
          <li key={example.shipmentId} className="reason">
            <div className="row">
              <span className="strong">{example.shipmentId}</span>
              <Verdict verdict={example.verdict.before} />
              <span>{percent(example.score.before)}</span>
              <span aria-hidden="true">→</span>
              <Verdict verdict={example.verdict.after} />
              <span>{percent(example.score.after)}</span>
            </div>
            {example.findings.length === 0 ? null : (
              <ul className="small">
                {example.findings.map(({ path, factor, summary, before, after }) => (
                  <li key={`${factor} ${path}`} className="break">
                    <span lang="en">{summary}</span>{' '}
                    <span className="mono muted">
                      {before ?? '–'} → {after ?? '–'}
                    </span>
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
