/** Asks one finder about a shipment, as screening would. */
import { logit, round4 } from '../assessment/log-odds.ts';
import { assessmentDate } from '../assessment/date.ts';
import { factsOf } from '../facts/facts.ts';
import type { Finder, FinderResult } from '../findings/finder.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import { buildRulebook } from './rulebook.ts';
import { buildShipment, type ShipmentChanges } from './shipment.ts';

export function find(
  finder: Finder,
  changes: ShipmentChanges = {},
  rulebook: Rulebook = buildRulebook(),
): FinderResult {
  const shipment = buildShipment(changes);
  return finder.find({
    shipment,
    rulebook,
    facts: factsOf(shipment, rulebook),
    baseline: round4(logit(rulebook.definition.baseRate)),
    date: assessmentDate(shipment, rulebook.asOf),
  });
}
