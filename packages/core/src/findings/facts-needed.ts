/**
 * What must be declared before anything can be called clear. A shipment whose supplier is "TO
 * ORDER" has not been screened, however little was found.
 */
import type { Gap } from '../assessment/assessment.ts';
import { normalise } from '../text/normalise.ts';
import type { Finder } from './finder.ts';
import { isSupplier, writeRole } from './words.ts';

/** What people type where they have no name, normalised. */
const placeholders: ReadonlySet<string> = new Set([
  'to order',
  'to the order',
  'to order of shipper',
  'to order of bank',
  'unknown',
  'not known',
  'onbekend',
  'various',
  'various suppliers',
  'diverse',
  'n a',
  'na',
  'none',
  'nil',
  'tbd',
  'tba',
  'to be advised',
  'to be confirmed',
  'not available',
  'not provided',
  'not applicable',
  'not disclosed',
  'same as consignee',
  'same as above',
  'same as shipper',
  'as agent',
  'confidential',
  'x',
  'xx',
  'xxx',
  '',
]);

export const factsNeeded: Finder = {
  name: 'facts.needed',
  find({ shipment }) {
    const gaps: Gap[] = [];
    const suppliers = shipment.parties
      .map((party, index) => ({ party, index }))
      .filter(({ party }) => isSupplier(party));
    for (const { party, index } of suppliers) {
      if (!isPlaceholder(party.name)) continue;
      gaps.push({
        factor: 'entity.listed',
        path: `data.parties[${index}].name`,
        reason: `"${party.name}" stands in place of the name of the ${writeRole(party.role)}`,
      });
    }
    if (suppliers.length === 0) {
      gaps.push({
        factor: 'entity.listed',
        path: 'data.parties',
        reason: 'no manufacturer, exporter, seller or supplier is named',
      });
    }
    return { findings: [], gaps };
  },
};

function isPlaceholder(name: string): boolean {
  return placeholders.has(normalise(name));
}
