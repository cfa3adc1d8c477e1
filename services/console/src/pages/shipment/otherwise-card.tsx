/** The smallest change of facts that would clear it. */
import type { ShownCounterfactual } from '@herkomst/adapter-http/contract';
import type { Shipment } from '@herkomst/core';
import { Card, Scroll } from '../../parts/layout.tsx';
import { writePath } from '../../words/paths.ts';
import { useWords } from '../../words/words.tsx';

export function OtherwiseCard({
  counterfactual,
  shipment,
}: {
  readonly counterfactual: ShownCounterfactual | null;
  readonly shipment: Shipment;
}) {
  const words = useWords();
  const { t, percent, number, language } = words;
  return (
    <Card title={t('otherwise.title')}>
      {counterfactual === null ? (
        <p className="muted">{t('otherwise.changed')}</p>
      ) : counterfactual.kind === 'clear-already' ? (
        <p>{t('otherwise.already')}</p>
      ) : counterfactual.kind === 'none-found' ? (
        <p>{t('otherwise.none', { tried: number(counterfactual.tried) })}</p>
      ) : (
        <>
          <p>{t('otherwise.found', { percent: percent(counterfactual.score) })}</p>
          {language === 'en' ? (
            <ul>
              {counterfactual.conditions.map((condition) => (
                <li key={condition}>{condition}</li>
              ))}
            </ul>
          ) : null}
          <Scroll label={t('otherwise.instead')}>
            <table>
              <caption className="hidden-visually">{t('otherwise.title')}</caption>
              <thead>
                <tr>
                  <th scope="col">{t('otherwise.fact')}</th>
                  <th scope="col">{t('otherwise.declared')}</th>
                  <th scope="col">{t('otherwise.instead')}</th>
                </tr>
              </thead>
              <tbody>
                {counterfactual.facts.map(({ path, from, to }) => (
                  <tr key={path}>
                    <th scope="row">{writePath(path, words, shipment)}</th>
                    <td className="break">{from}</td>
                    <td className="break strong">{to}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Scroll>
          <p className="small muted">
            {t(counterfactual.smallest ? 'otherwise.smallest' : 'otherwise.notSmallest')}
          </p>
        </>
      )}
    </Card>
  );
}
