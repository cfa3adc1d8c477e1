/** What was found, heaviest first; what speaks against; what counts no more; what could not be seen. */
import type { Assessment, Finding, Shipment } from '@herkomst/core';
import { Card } from '../../parts/layout.tsx';
import { Said } from '../../parts/said.tsx';
import { writeFinding } from '../../words/finding-sentence.ts';
import { writePath } from '../../words/paths.ts';
import { useWords } from '../../words/words.tsx';
import { Reason } from './reason.tsx';

export function ReasonsCard({
  assessment,
  shipment,
  suppressed,
  onSuppress,
}: {
  readonly assessment: Assessment;
  readonly shipment: Shipment;
  readonly suppressed: ReadonlySet<string>;
  readonly onSuppress: ((finding: Finding) => void) | null;
}) {
  const words = useWords();
  const { t } = words;
  const { findings } = assessment;
  const heaviest = Math.max(...findings.map(({ contribution }) => Math.abs(contribution)), 1);
  const speaksFor = findings.filter(({ contribution }) => contribution > 0);
  const against = findings.filter(({ contribution }) => contribution < 0);
  const rest = findings.filter(({ contribution }) => contribution === 0);
  const list = (those: readonly Finding[]) => (
    <ol className="plain">
      {those.map((finding) => (
        <Reason
          key={finding.id}
          finding={finding}
          shipment={shipment}
          heaviest={heaviest}
          suppressed={suppressed.has(finding.id)}
          onSuppress={onSuppress}
        />
      ))}
    </ol>
  );
  return (
    <>
      <Card title={t('reasons.title')} aside={<p>{t('reasons.lead')}</p>} flush>
        {speaksFor.length === 0 ? (
          <p className="reason muted">{t('reasons.none')}</p>
        ) : (
          list(speaksFor)
        )}
        {rest.length === 0 ? null : (
          <details className="reason">
            <summary className="small">
              {t('reasons.notCounted')} ({rest.length})
            </summary>
            <ul className="small">
              {rest.map((finding) => (
                <li key={finding.id} className="break">
                  {writeFinding(finding, words, shipment)}
                </li>
              ))}
            </ul>
          </details>
        )}
      </Card>
      <div className="grid-2">
        <Card title={t('reasons.against')} flush>
          {against.length === 0 ? (
            <p className="reason muted">{t('reasons.against.none')}</p>
          ) : (
            list(against)
          )}
        </Card>
        <Card title={t('reasons.gaps')}>
          {assessment.gaps.length === 0 ? (
            <p className="muted">{t('reasons.gaps.none')}</p>
          ) : (
            <ul className="stack">
              {assessment.gaps.map(({ path, reason }) => (
                <li key={`${path} ${reason}`} className="break">
                  <span className="strong">{writePath(path, words, shipment)}</span>:{' '}
                  <Said text={reason} />
                </li>
              ))}
            </ul>
          )}
        </Card>
      </div>
    </>
  );
}
