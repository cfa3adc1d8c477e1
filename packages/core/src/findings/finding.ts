/** Builds the plainest findings: one sign of one weight, with the one reason for it. */
import type { Citation, ScorePiece } from '../assessment/assessment.ts';
import { round4 } from '../assessment/log-odds.ts';
import type { Claim, RawFinding } from './finder.ts';

export interface PlainSign {
  readonly factor: string;
  readonly group: string;
  readonly summary: string;
  readonly path: string;
  readonly matched: string;
  readonly weight: number;
  /** Label and explanation of the weight. */
  readonly because: readonly [label: string, explanation: string];
  readonly citation?: Citation | null;
  readonly claim: Claim;
}

export function plainFinding({ because, citation, ...sign }: PlainSign): RawFinding {
  const weight = round4(sign.weight);
  const [label, explanation] = because;
  return {
    ...sign,
    weight,
    pieces: [{ explanation, label, weight }],
    citation: citation ?? null,
    match: null,
  };
}

/** Adds up a weight step by step, writing down what each step added or took away. */
export class WeightSteps {
  readonly pieces: ScorePiece[] = [];
  weight = 0;

  step(label: string, next: number, explanation: string): void {
    const rounded = round4(next);
    this.pieces.push({ explanation, label, weight: round4(rounded - this.weight) });
    this.weight = rounded;
  }
}
