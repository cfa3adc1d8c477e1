/**
 * Reads off an assessed shipment what cases go by: which party and commodity an alert is about,
 * which regimes are at issue, and what suppressions would have to speak of.
 */
import {
  canonicalJson,
  normalise,
  type Assessment,
  type FactorName,
  type Finding,
  type Sha256,
  type Shipment,
  type ShipmentItem,
  type ShipmentParty,
} from '@herkomst/core';
import type { CaseCommodity, CaseParty } from './case.ts';

/** Whom to take for the supplier when no finding names a party: nearest to the making first. */
const supplyingRoles = ['manufacturer', 'supplier', 'seller', 'exporter'] as const;

/** The finding that cites the sector of the goods. */
const sectorFactor: FactorName = 'goods.priority-sector';

/**
 * The party the heaviest finding is about; it goes by its list entry when it surely is one, so that
 * two spellings of a listed firm are one party, and by name and country otherwise.
 */
export function partyOf(shipment: Shipment, assessment: Assessment): CaseParty {
  const index = partyIndexOf(heaviest(assessment, partyIndexOf)) ?? supplierIndex(shipment);
  const party = shipment.parties[index] as ShipmentParty;
  const [entity = null] = assessment.findings
    .filter((finding) => partyIndexOf(finding) === index && finding.match?.tier === 'automatic')
    .map(entryOf)
    .filter((entry) => entry !== null)
    // Not by weight, which differs with how the name was spelt.
    .toSorted((a, b) => compare(a.list, b.list) || compare(a.entry, b.entry));
  return {
    // Without the list: a firm that two lists name alike is one party.
    key: entity === null ? declaredPartyKey(party) : `entity:${normalise(entity.entry)}`,
    name: party.name,
    country: party.address?.country ?? null,
    entity,
  };
}

/** The priority sector of the goods; where they are of none, the HS heading of those at issue. */
export function commodityOf(shipment: Shipment, assessment: Assessment): CaseCommodity {
  const sector = heaviest(assessment, ({ factor, citation }) =>
    factor === sectorFactor ? citation : null,
  )?.citation?.entry;
  if (sector !== undefined) return { key: `sector:${sector}`, title: sector };
  const index = itemIndexOf(heaviest(assessment, itemIndexOf)) ?? 0;
  const heading = (shipment.items[index] as ShipmentItem).commodityCode.slice(0, 4);
  return { key: `hs:${heading}`, title: `HS ${heading}` };
}

/** 'party:' with the plainest form of the name, and the country. */
export function declaredPartyKey(party: Pick<ShipmentParty, 'name' | 'address'>): string {
  // A name of symbols only has no plain form and stands for itself.
  const name = normalise(party.name) || JSON.stringify(party.name);
  return `party:${name}|${party.address?.country ?? ''}`;
}

/**
 * Digest of what tells this party from a namesake: names, address and identifiers, in their
 * plainest form and order, so that another hand's commas and capitals are no new fact.
 */
export function partyFactsDigest(party: ShipmentParty, sha256: Sha256): string {
  const { name, otherNames, address, identifiers } = party;
  return sha256(
    canonicalJson({
      name: normalise(name) || name,
      otherNames: otherNames.map((other) => normalise(other) || other).toSorted(),
      address: normalise(
        [...(address?.lines ?? []), address?.city, address?.region, address?.postcode]
          .filter((line) => line !== undefined)
          .join(' '),
      ),
      country: address?.country ?? null,
      identifiers: identifiers
        .map(({ scheme, value }) => `${scheme}:${normalise(value)}`)
        .toSorted(),
    }),
  );
}

/** The list entry that a finding took a name for; null when it is no such finding. */
export function entryOf({
  match,
  citation,
}: Finding): { readonly list: string; readonly entry: string } | null {
  return match === null || citation === null
    ? null
    : { list: citation.list, entry: citation.entry };
}

/** Index of the party a finding rests on; null when it rests on something else. */
export function partyIndexOf(finding: Finding | undefined): number | null {
  return indexIn(/^data\.parties\[(\d+)\]/, finding);
}

/** Keys of the declared parties that a finding took for a list entry. */
export function matchedPartyKeys(shipment: Shipment, { findings }: Assessment): readonly string[] {
  return findings.flatMap((finding) => {
    const index = entryOf(finding) === null ? null : partyIndexOf(finding);
    const party = index === null ? undefined : shipment.parties[index];
    return party === undefined ? [] : [declaredPartyKey(party)];
  });
}

function itemIndexOf(finding: Finding | undefined): number | null {
  return indexIn(/^data\.items\[(\d+)\]/, finding);
}

function indexIn(pattern: RegExp, finding: Finding | undefined): number | null {
  const index = finding === undefined ? undefined : pattern.exec(finding.path)?.[1];
  return index === undefined ? null : Number(index);
}

/** Findings stand heaviest first; one that speaks against is no ground for a case. */
function heaviest(
  { findings }: Assessment,
  concerns: (finding: Finding) => unknown,
): Finding | undefined {
  return findings.find((finding) => finding.contribution > 0 && concerns(finding) !== null);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function supplierIndex({ parties }: Shipment): number {
  for (const role of supplyingRoles) {
    const index = parties.findIndex((party) => party.role === role);
    if (index !== -1) return index;
  }
  return 0;
}
