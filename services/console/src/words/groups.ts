/** Names that filters offer. */
import { reasons } from './reasons.ts';

const factor = 'factor.';
export const findingNames = Object.keys(reasons)
  .filter((key) => key.startsWith(factor) && !key.startsWith(`${factor}against.`))
  .map((key) => key.slice(factor.length));

export const regimeNames = [
  'us-uflpa',
  'us-cbp-wro',
  'us-caatsa',
  'eu-2024-3015',
  'oecd-due-diligence',
] as const;
