/**
 * A party that no list names stands downstream of one that a list does, or of Xinjiang, in the
 * supply network. Direct imports from listed firms are rare; most of what they make comes one or
 * more tiers further down. The network has the paths worked out; here they are looked up and weighed.
 */
import { temper } from '../assessment/log-odds.ts';
import type { Citation } from '../assessment/assessment.ts';
import type { ListedEntity } from '../lists/list.ts';
import type { NetworkView, TracedPath } from '../network/link.ts';
import { writeCompany, writePath, writeSource, writeVerb } from '../network/write-path.ts';
import { cite, type EntityOnList } from '../rulebook/rulebook.ts';
import type { Shipment, ShipmentParty } from '../shipment/schema.ts';
import { nothingFound, type FindContext, type Finder, type RawFinding } from './finder.ts';
import { WeightSteps } from './finding.ts';
import { listingsInForce, writeDate, writeListings, writeParty, writeRole } from './words.ts';

export const supplyNetwork: Finder = {
  name: 'supply.network',
  find(context) {
    const { network, definition } = context.rulebook;
    if (network === null) return nothingFound;
    const { roles } = definition.factors['supply.network'];
    const findings: RawFinding[] = [];
    context.shipment.parties.forEach((party, index) => {
      const facts = context.facts.parties[index];
      if ((roles[party.role] ?? 0) === 0 || facts === undefined || facts.nameless) return;
      const country = facts.country?.code;
      const paths = network.trace({
        names: [party.name, ...party.otherNames],
        ...(country !== undefined && { country }),
        identifiers: party.identifiers,
        hs: codesOf(party, context.shipment),
        date: context.date,
      });
      for (const path of paths) {
        originsOf(context, path).forEach((listed, nth) => {
          findings.push(describe({ context, network, party, index, path, listed, again: nth > 0 }));
        });
      }
    });
    return { findings, gaps: [] };
  },
};

/** Codes of the goods the party may have made or sold. */
function codesOf(party: ShipmentParty, { items }: Shipment): readonly string[] {
  const own = items.filter(
    ({ manufacturerPartyId }) =>
      party.role !== 'manufacturer' ||
      manufacturerPartyId === undefined ||
      manufacturerPartyId === party.partyId,
  );
  return (own.length > 0 ? own : items).map(({ commodityCode }) => commodityCode);
}

/** List entries that the start of the path is, those in force first; null where it is on none. */
function originsOf(
  { rulebook, date }: FindContext,
  { origin }: TracedPath,
): readonly (EntityOnList | null)[] {
  const listed = origin.entityIds.flatMap((id) => rulebook.entities.get(id) ?? []);
  if (listed.length < origin.entityIds.length && listed.length === 0 && origin.region === null) {
    throw new RangeError(
      `the supply network names the entities ${origin.entityIds.join(', ')}, which no list holds`,
    );
  }
  if (listed.length === 0) return [null];
  const isInForce = ({ entity }: EntityOnList): boolean => listingsInForce(entity, date).length > 0;
  return listed.toSorted((a, b) => Number(isInForce(b)) - Number(isInForce(a)));
}

interface Described {
  readonly context: FindContext;
  readonly network: NetworkView;
  readonly party: ShipmentParty;
  /** Place of the party in the shipment. */
  readonly index: number;
  readonly path: TracedPath;
  readonly listed: EntityOnList | null;
  /** The path was told for another list already. */
  readonly again: boolean;
}

function describe(described: Described): RawFinding {
  const { context, network, party, index, path, listed, again } = described;
  const factor = context.rulebook.definition.factors['supply.network'];
  const { origin, steps, hit, sure } = path;
  const entity = listed?.entity ?? null;
  const inForce = entity === null || listingsInForce(entity, context.date).length > 0;
  const goodsCovered = coversInputs(entity, context.shipment, network);
  const sum = weighPath(context, party, path, inForce);
  if (again) sum.step('same path', 0, 'the path was counted for another list that its start is on');
  const start = writeStart(origin.company.name, origin.region, listed);
  const identifier = party.identifiers.findIndex(({ value }) =>
    hit.company.identifiers?.some((own) => own.value === value),
  );
  const byIdentifier = hit.by === 'identifier' && identifier !== -1;
  return {
    factor: 'supply.network',
    group: factor.group,
    summary:
      `The ${writeParty(party)} ${sure ? 'stands' : 'may stand'} ${writeDistance(steps.length)} ${start}` +
      (steps.length === 0 ? '.' : `: ${writePath(path, writeParty(party))}.`),
    path: `data.parties[${index}].` + (byIdentifier ? `identifiers[${identifier}].value` : 'name'),
    matched: byIdentifier ? (party.identifiers[identifier]?.value ?? party.name) : party.name,
    weight: sum.weight,
    pieces: sum.pieces,
    citation: citationOf(network, path, listed),
    match: null,
    claim: {
      kind: 'supply-link',
      entity,
      list: listed?.list.list ?? null,
      region: origin.region,
      role: party.role,
      tiers: steps.length,
      sure,
      inForce,
      goodsCovered,
    },
  };
}

function weighPath(
  { rulebook, shipment, baseline, date, facts }: FindContext,
  party: ShipmentParty,
  { hit, origin, steps }: TracedPath,
  inForce: boolean,
): WeightSteps {
  const factor = rulebook.definition.factors['supply.network'];
  const sum = new WeightSteps();
  sum.step(
    'tainted input',
    factor.weight,
    `goods certain to hold such an input weigh ${factor.weight}`,
  );
  const share = factor.roles[party.role] ?? 0;
  if (share < 1) {
    sum.step(
      'role',
      sum.weight * share,
      `as ${writeRole(party.role)} it counts ${share} of a maker`,
    );
  }
  const maker = shipment.parties.find(
    ({ role, name }, at) =>
      role === 'manufacturer' && name !== party.name && facts.parties[at]?.nameless === false,
  );
  if (party.role !== 'manufacturer' && maker !== undefined) {
    sum.step(
      'other maker',
      sum.weight * factor.otherMaker,
      `the goods are said to be made by "${maker.name}"`,
    );
  }
  if (!inForce) {
    sum.step(
      'not in force',
      sum.weight * factor.notInForce,
      `the entry was not in force on ${writeDate(date)}`,
    );
  }
  const whole = sum.weight;
  let holds = 1;
  const pass = (label: string, passes: number, explanation: string): void => {
    if (passes === 1) return;
    holds *= passes;
    sum.step(label, temper(whole, holds, baseline), explanation);
  };
  pass(
    'recognised',
    hit.certainty,
    `the party is taken for ${writeCompany(hit.company)} by its ${hit.by === 'identifier' ? 'identifier' : 'name'}` +
      `${hit.namesakes ? ', which others bear too' : ''}: ${percent(hit.certainty)}`,
  );
  steps.forEach((step, nth) => {
    const age = step.age < 1 ? `, its age leaves ${percent(step.age)}` : '';
    pass(
      `link ${nth + 1}`,
      step.passes,
      `${writeCompany(step.downstream)} ${writeVerb(step)} ${writeCompany(step.upstream)}: ` +
        `passes ${percent(step.passes)}${age}; ${writeLinkSource(step)}`,
    );
  });
  pass(
    'origin',
    origin.probability,
    `what stands at its start is ${percent(origin.probability)} sure`,
  );
  return sum;
}

function writeLinkSource(step: TracedPath['steps'][number]): string {
  return step.kind === 'same-name' || step.kind === 'same-identifier'
    ? 'seen by comparing the entries of the network'
    : writeSource(step.link);
}

function writeStart(name: string, region: 'xinjiang' | null, listed: EntityOnList | null): string {
  if (listed !== null) {
    return `${listed.entity.name}, on the ${listed.list.title} (${writeListings(listed.entity)})`;
  }
  return region === null
    ? `"${name}", which a source names for forced labour`
    : `"${name}", which lies in Xinjiang`;
}

function writeDistance(links: number): string {
  if (links === 0) return 'in the supply network as';
  return links === 1 ? 'one link below' : `${links} links below`;
}

/** Whether goods shipped can be made of what the entry's order is about. */
function coversInputs(
  entity: ListedEntity | null,
  { items }: Shipment,
  network: NetworkView,
): boolean {
  const prefixes = entity?.merchandise?.hsPrefixes ?? [];
  if (prefixes.length === 0) return true;
  return items.some(({ commodityCode }) =>
    prefixes.some((prefix) => network.canHold(commodityCode, prefix)),
  );
}

/** The source of the link nearest the start: the one that ties the path to the list. */
function citationOf(
  network: NetworkView,
  { steps, origin }: TracedPath,
  listed: EntityOnList | null,
): Citation {
  const told = steps.findLast(({ kind }) => kind !== 'same-name' && kind !== 'same-identifier');
  if (told === undefined && listed !== null) {
    const [first] = listed.entity.listings;
    return cite(listed.list, listed.entity.name, first?.effectiveDate ?? null, listed.entity.url);
  }
  return {
    effectiveDate: told?.link.seen ?? told?.link.validFrom ?? null,
    entry:
      told === undefined
        ? origin.company.name
        : `${told.downstream.name} ${writeVerb(told)} ${told.upstream.name}`,
    list: network.reference.list,
    listTitle: told === undefined ? 'Supply network' : `Supply network: ${told.link.source.name}`,
    listVersion: network.reference.version,
    url: told?.link.source.url ?? '',
  };
}

function percent(share: number): string {
  return `${Math.round(share * 1000) / 10}%`;
}
