/** The regimes, in the order in which an assessment lists them. */
import type { Determiner } from './determiner.ts';
import { oecdDueDiligence } from './oecd-due-diligence.ts';
import { usCbpWro } from './us-cbp-wro.ts';
import { usUflpa } from './us-uflpa.ts';

export const allDeterminers: readonly Determiner[] = [usUflpa, usCbpWro, oecdDueDiligence];
