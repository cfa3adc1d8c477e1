/**
 * Which matches of an assessed shipment were signed off as "not them", and whether what is left
 * would still raise an alert. Pure. A suppression that does not hold to the letter covers nothing,
 * and what can not be worked out anew counts as still raising.
 */
import {
  canonicalJson,
  logistic,
  weigh,
  type Assessment,
  type Finding,
  type Rulebook,
  type Shipment,
  type ShipmentParty,
} from '@herkomst/core';
import { declaredPartyKey, entryOf, partyFactsDigest, partyIndexOf } from './facts.ts';
import type { Suppression, SuppressionBasis, SuppressionLapse } from './suppression.ts';

export interface SuppressionSubject {
  readonly shipment: Shipment;
  readonly assessment: Assessment;
}

export interface SuppressionContext {
  readonly now: string;
  /** The one in force. An assessment by another one is not suppressed. */
  readonly rulebook: Rulebook;
}

export interface SuppressionEffect {
  readonly suppressed: readonly { readonly findingId: string; readonly suppressionId: string }[];
  /** Suppressions that speak of a match found here and do not hold, with the reason. */
  readonly lapsed: readonly {
    readonly findingId: string;
    readonly suppressionId: string;
    readonly why: SuppressionLapse;
  }[];
  /** Whether, without the matches suppressed, no alert would have been raised. */
  readonly whole: boolean;
  /** The score without them, 0..1; the assessment's own when none is suppressed. */
  readonly score: number;
}

export function applySuppressions(
  { shipment, assessment }: SuppressionSubject,
  suppressions: readonly Suppression[],
  context: SuppressionContext,
): SuppressionEffect {
  const suppressed = new Map<string, string>();
  const lapsed: { findingId: string; suppressionId: string; why: SuppressionLapse }[] = [];
  const active = suppressions.filter(({ status }) => status === 'active');
  for (const finding of assessment.findings) {
    const match = matchOf(shipment, finding);
    if (match === null) continue;
    for (const suppression of active) {
      const { party, entry } = suppression.scope;
      if (party.key !== declaredPartyKey(match.party)) continue;
      if (entry.list !== match.entry.list || entry.entry !== match.entry.entry) continue;
      const { suppressionId } = suppression;
      const why =
        lapseOf(suppression, context) ??
        lapseOn(suppression, { shipment, assessment }, match.party, context.rulebook);
      if (why === null) suppressed.set(finding.id, suppressionId);
      else lapsed.push({ findingId: finding.id, suppressionId, why });
    }
  }
  const left = assessment.findings.filter(({ id }) => !suppressed.has(id));
  const score = suppressed.size === 0 ? assessment.score : scoreWithout(assessment, left, context);
  return {
    suppressed: [...suppressed].map(([findingId, suppressionId]) => ({ findingId, suppressionId })),
    lapsed,
    whole:
      suppressed.size > 0 &&
      score < context.rulebook.definition.thresholds.alert &&
      !stillApplies(assessment, suppressed),
    score,
  };
}

/**
 * Why a suppression holds no more, whatever the shipment; null while it holds. What needs a
 * shipment is settled by `applySuppressions`.
 */
export function lapseOf(
  { scope, basis, expiresAt }: Suppression,
  { now, rulebook }: SuppressionContext,
): SuppressionLapse | null {
  if (expiresAt <= now) return 'expired';
  if (entryDigest(rulebook, scope.entry) !== basis.entryDigest) return 'entry-changed';
  return sameRulebook(basis.rulebook, rulebookOf(rulebook)) ? null : 'rulebook-changed';
}

/**
 * What a suppression of this finding would rest on, as of the rulebook in force; null when the
 * finding is no match of a party, or the entry is no longer on its list.
 */
export function suppressionGround(
  { shipment, assessment }: SuppressionSubject,
  findingId: string,
  rulebook: Rulebook,
): {
  readonly party: ShipmentParty;
  readonly entry: { readonly list: string; readonly entry: string };
  readonly basis: SuppressionBasis;
} | null {
  const finding = assessment.findings.find(({ id }) => id === findingId);
  const match = finding === undefined ? null : matchOf(shipment, finding);
  const digest = match === null ? null : entryDigest(rulebook, match.entry);
  if (match === null || digest === null) return null;
  return {
    ...match,
    basis: {
      factsDigest: partyFactsDigest(match.party, rulebook.sha256),
      entryDigest: digest,
      rulebook: rulebookOf(rulebook),
    },
  };
}

/** SHA-256 of all that the list holds under this name; null when it holds nothing. */
export function entryDigest(
  { entities, sha256 }: Rulebook,
  { list, entry }: { readonly list: string; readonly entry: string },
): string | null {
  const named = [...entities.values()]
    .filter((each) => each.list.list === list && each.entity.name === entry)
    .map(({ entity }) => entity)
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return named.length === 0 ? null : sha256(canonicalJson(named));
}

function matchOf(
  shipment: Shipment,
  finding: Finding,
): { party: ShipmentParty; entry: { list: string; entry: string } } | null {
  const index = partyIndexOf(finding);
  const party = index === null ? undefined : shipment.parties[index];
  const entry = entryOf(finding);
  return party === undefined || entry === null ? null : { party, entry };
}

function lapseOn(
  { scope, basis }: Suppression,
  { shipment, assessment }: SuppressionSubject,
  party: ShipmentParty,
  { sha256 }: Rulebook,
): SuppressionLapse | null {
  if (!sameRulebook(basis.rulebook, assessment.rulebook)) return 'rulebook-changed';
  if (partyFactsDigest(party, sha256) !== basis.factsDigest) return 'facts-changed';
  const within = (code: string): boolean => scope.goods.some((prefix) => code.startsWith(prefix));
  const covered =
    scope.goods.length === 0 || shipment.items.every(({ commodityCode }) => within(commodityCode));
  return covered ? null : 'other-goods';
}

/**
 * Weighed anew, as evidence that was damped beside what is now suppressed counts in full without it.
 */
function scoreWithout(
  { baseline, calibration: { intercept, slope } }: Assessment,
  left: readonly Finding[],
  { rulebook }: SuppressionContext,
): number {
  // What a finding claims in law has no part in weighing.
  const raw = left.map((finding) => ({ ...finding, claim: { kind: 'risk-goods' as const } }));
  const sum = weigh(raw, rulebook.definition).reduce(
    (total, { finding }) => total + finding.contribution,
    baseline,
  );
  return Number(logistic(intercept + slope * sum).toFixed(4));
}

/** Any rule that applies on a finding not suppressed; one is enough to bar goods. */
function stillApplies(
  { determinations }: Assessment,
  suppressed: ReadonlyMap<string, string>,
): boolean {
  return determinations.some(
    ({ status, findings }) =>
      status === 'applies' && (findings.length === 0 || findings.some((id) => !suppressed.has(id))),
  );
}

function rulebookOf({
  definition: { id, version },
  digest,
}: Rulebook): SuppressionBasis['rulebook'] {
  return { id, version, digest };
}

function sameRulebook(a: SuppressionBasis['rulebook'], b: SuppressionBasis['rulebook']): boolean {
  return a.id === b.id && a.version === b.version && a.digest === b.digest;
}
