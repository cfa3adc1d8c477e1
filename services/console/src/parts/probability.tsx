/** A probability as a number and a bar; the bar is for the eye only. */
import { useWords } from '../words/words.tsx';

export function Probability({
  score,
  bar = true,
}: {
  readonly score: number;
  readonly bar?: boolean;
}) {
  const { percent } = useWords();
  return (
    <span className="row nowrap" style={{ gap: '0.5rem', flexWrap: 'nowrap' }}>
      <span style={{ minWidth: '4.2rem' }}>{percent(score)}</span>
      {bar ? (
        <svg width="56" height="8" viewBox="0 0 56 8" aria-hidden="true">
          <rect width="56" height="8" rx="1" fill="var(--sunken)" />
          <rect width={56 * score} height="8" rx="1" fill="var(--for)" />
        </svg>
      ) : null}
    </span>
  );
}
