/**
 * The page on an assessment that was stored. What would have to be otherwise is worked out under the
 * rulebook in force, so it is only told where that still finds the same.
 */
import { assess } from '../assessment/assess.ts';
import type { Assessment } from '../assessment/assessment.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import type { Shipment } from '../shipment/schema.ts';
import { counterfactual } from './counterfactual.ts';
import { explain, type Explanation } from './explain.ts';

/** Its counterfactual is null where rulebook or lists have changed since. */
export function explainStored(
  assessment: Assessment,
  shipment: Shipment,
  rulebook: Rulebook,
): Explanation {
  const same = assess(shipment, rulebook).hash === assessment.hash;
  return explain(assessment, same ? { counterfactual: counterfactual(shipment, rulebook) } : {});
}
