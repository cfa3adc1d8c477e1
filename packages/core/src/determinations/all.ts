/** The regimes, in the order in which an assessment lists them. */
import type { Determiner } from './determiner.ts';
import { eu20243015 } from './eu-2024-3015.ts';
import { oecdDueDiligence } from './oecd-due-diligence.ts';
import { usCaatsa } from './us-caatsa.ts';
import { usCbpWro } from './us-cbp-wro.ts';
import { usUflpa } from './us-uflpa.ts';

export const allDeterminers: readonly Determiner[] = [
  usUflpa,
  usCbpWro,
  usCaatsa,
  eu20243015,
  oecdDueDiligence,
];
