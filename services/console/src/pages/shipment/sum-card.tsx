/** The score, added up in the open. */
import type { ShownExplanation } from '@herkomst/adapter-http/contract';
import type { Finding } from '@herkomst/core';
import { Card } from '../../parts/layout.tsx';
import { useWords } from '../../words/words.tsx';

export function SumCard({
  sum,
  findings,
}: {
  readonly sum: ShownExplanation['sum'];
  readonly findings: readonly Finding[];
}) {
  const { t, name, number } = useWords();
  const write = (value: number): string => `${value < 0 ? '−' : '+'}${number(Math.abs(value), 4)}`;
  return (
    <Card title={t('sum.title')}>
      <p className="small muted">{t('sum.lead')}</p>
      <table>
        <caption className="hidden-visually">{t('sum.title')}</caption>
        <tbody>
          <tr>
            <th scope="row">{t('sum.baseline')}</th>
            <td className="num mono">{write(sum.baseline)}</td>
          </tr>
          {findings
            .filter(({ contribution }) => contribution !== 0)
            .map((finding) => (
              <tr key={finding.id}>
                <th scope="row">
                  {name('factor', finding.factor)}{' '}
                  <span className="break">“{finding.matched}”</span>
                </th>
                <td className="num mono">{write(finding.contribution)}</td>
              </tr>
            ))}
          <tr>
            <th scope="row">{t('sum.together')}</th>
            <td className="num mono">{write(sum.baseline + sum.contributions)}</td>
          </tr>
          {sum.intercept === 0 && sum.slope === 1 ? null : (
            <tr>
              <th scope="row">
                {t('sum.calibrated', { intercept: sum.intercept, slope: sum.slope })}
              </th>
              <td className="num mono">{write(sum.logOdds)}</td>
            </tr>
          )}
          <tr>
            <th scope="row">{t('sum.probability')}</th>
            <td className="num mono">{number(sum.score, 4)}</td>
          </tr>
        </tbody>
      </table>
      <p className="small mono muted">1 / (1 + e^−(…))</p>
    </Card>
  );
}
