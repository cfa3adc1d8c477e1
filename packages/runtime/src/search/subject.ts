/** What an assessed shipment is about, on one line: for lists, exports and streams. */
import type { Assessment, Shipment } from '@herkomst/core';
import { commodityOf, partyOf } from '../cases/facts.ts';

export interface Subject {
  /** The one that the heaviest finding is about, or else the supplier. */
  readonly party: { readonly name: string; readonly country: string | null };
  readonly commodity: { readonly key: string; readonly title: string };
  /** Codes declared, each once; at most ten. */
  readonly hs: readonly string[];
  /** Countries declared, each once. */
  readonly origin: readonly string[];
  readonly jurisdiction: string;
  /** In UTC with milliseconds. */
  readonly arrivalAt: string | null;
  readonly regimes: readonly { readonly regime: string; readonly status: string }[];
  /** Factors of the findings that weigh, heaviest first, each once. */
  readonly findings: readonly string[];
  /** The heaviest finding in a sentence. */
  readonly headline: string | null;
}

const shownCodes = 10;
const told: ReadonlySet<string> = new Set(['applies', 'indicated', 'advisory']);

export function subjectOf(shipment: Shipment, assessment: Assessment): Subject {
  const { name, country } = partyOf(shipment, assessment);
  const weighing = assessment.findings.filter(({ contribution }) => contribution > 0);
  const arrival = shipment.transport.estimatedArrivalAt;
  const { items } = shipment;
  return {
    party: { name, country },
    commodity: commodityOf(shipment, assessment),
    hs: [...new Set(items.map(({ commodityCode }) => commodityCode))].slice(0, shownCodes),
    origin: [...new Set(items.flatMap(({ countryOfOrigin }) => countryOfOrigin ?? []))],
    jurisdiction: shipment.declaration.jurisdiction,
    arrivalAt: arrival === undefined ? null : new Date(arrival).toISOString(),
    regimes: assessment.determinations
      .filter(({ status }) => told.has(status))
      .map(({ regime, status }) => ({ regime, status })),
    findings: [...new Set(weighing.map(({ factor }) => factor))],
    headline: weighing[0]?.summary ?? null,
  };
}
