/** The verdict and the score, in words first. */
import type { ShownExplanation } from '@herkomst/adapter-http/contract';
import { Severity, Verdict } from '../../parts/marks.tsx';
import { useWords, type Words } from '../../words/words.tsx';
import { naturalFrequency } from '../../words/weight-words.ts';

export function VerdictCard({ explanation }: { readonly explanation: ShownExplanation }) {
  const words = useWords();
  const { t, percent } = words;
  const { verdict, severity, score, sum } = explanation;
  const base = 1 / (1 + Math.exp(-sum.baseline));
  return (
    <section className="card verdict" aria-label={t('verdict')}>
      <div className="stack">
        <div className="row">
          <Verdict verdict={verdict} />
          {verdict === 'alert' ? <Severity level={severity} /> : null}
        </div>
        <p className="said strong">{conclude(explanation, words)}</p>
        <p className="said">{saidOf(score, words)}</p>
      </div>
      <div className="scale">
        <span className="figure">{percent(score)}</span>
        <Scale score={score} base={base} />
        <span className="small muted">{t('alert.base', { percent: percent(base) })}</span>
      </div>
    </section>
  );
}

function conclude({ verdict, determinations }: ShownExplanation, { t, name }: Words): string {
  if (verdict !== 'alert') return t(`alert.concludes.${verdict}`);
  const applying = determinations.filter(({ status }) => status === 'applies');
  if (applying.length === 0) return t('alert.concludes.alert');
  const regimes = applying.map(({ regime }) => name('regime', regime)).join(', ');
  return t('alert.concludes.rule', { regimes });
}

function saidOf(score: number, { t, number }: Words): string {
  const frequency = naturalFrequency(score);
  if (frequency === 'nearly-all') return t('alert.said.nearlyAll');
  if (frequency === 'nearly-none') return t('alert.said.nearlyNone');
  return t('alert.said', { n: number(frequency.of), m: number(frequency.count) });
}

/** From 0 to 1, with the chance before looking marked: the way the evidence has moved it. */
function Scale({ score, base }: { readonly score: number; readonly base: number }) {
  const at = (share: number): number => 4 + share * 292;
  return (
    <svg viewBox="0 0 300 36" aria-hidden="true" preserveAspectRatio="none">
      <rect x="4" y="12" width="292" height="10" rx="2" fill="var(--sunken)" />
      <rect x="4" y="12" width={Math.max(2, score * 292)} height="10" rx="2" fill="var(--for)" />
      <path d={`M${at(base)} 6v22`} stroke="var(--text)" strokeWidth="2" />
      <path d={`M${at(score)} 6l-5 -6h10z`} fill="var(--text)" />
    </svg>
  );
}
