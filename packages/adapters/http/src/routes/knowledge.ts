/** Entities, advice, places and lists: answers from the rulebook in force. */
import {
  advise,
  linksOfEntry,
  SupplyNetwork,
  tellAdvice,
  writeAdvice,
  type Coordinates,
  type EntryLink,
  type Rulebook,
} from '@herkomst/core';
import { countMatches, entryTerm, find, type Question } from '@herkomst/runtime';
import type { FastifyInstance } from 'fastify';
import type {
  AdviceAnswer,
  Candidate,
  EntityAnswer,
  EntityLink,
  EntityQuery,
} from '../contract/index.ts';
import { addOperation } from '../operation.ts';
import { getAdvice, getEntity, getPlace, matchEntities } from '../operations/knowledge.ts';
import { badRequest, fromEngine, notFound } from '../problem.ts';
import { writeAlertRow } from '../search/rows.ts';
import type { SearchParts } from './alerts.ts';

export interface KnowledgeParts {
  readonly rulebook: () => Rulebook;
  readonly coordinates: Coordinates;
  readonly dataOf: SearchParts['dataOf'];
}

const mostLinks = 200;
const alertsShown = 10;

export function addKnowledgeRoutes(app: FastifyInstance, parts: KnowledgeParts): void {
  const { rulebook, coordinates, dataOf } = parts;

  addOperation(app, matchEntities, async ({ query }): Promise<{ rows: Candidate[] }> => ({
    rows: candidatesFor(query, rulebook()),
  }));

  addOperation(app, getEntity, async ({ request, params: { entryId } }): Promise<EntityAnswer> => {
    const { search } = dataOf(request);
    const { entities, network } = rulebook();
    const listed = entities.get(entryId);
    if (listed === undefined) throw notFound('No list has an entry with this id.');
    const { entity, list } = listed;
    const { links, count } =
      network instanceof SupplyNetwork
        ? linksOfEntry(network, entryId, mostLinks)
        : { links: [], count: 0 };
    const question: Question = {
      order: 'time',
      alertsOnly: true,
      entry: entryTerm(list.list, entity.name),
    };
    const [alerts, { rows }] = await fromEngine(
      Promise.all([countMatches(search, question), find(search, question, { limit: alertsShown })]),
    );
    const { entities: _entities, note: _note, ...header } = list;
    return {
      entry: entity,
      list: header,
      links: links.map(writeLink),
      linksInAll: count,
      alerts: { count: alerts, rows: rows.map(writeAlertRow) },
    };
  });

  addOperation(app, getAdvice, async ({ query: { country, hs, language } }) => {
    const outcome = advise({ country, hs }, rulebook());
    if (outcome.kind === 'invalid') {
      const faults = outcome.faults.map(({ path, message }) => `${path}: ${message}`);
      throw badRequest(faults.join('; '));
    }
    const told = tellAdvice(outcome, language, rulebook());
    const answer: AdviceAnswer = {
      country: outcome.country,
      hs: outcome.hs,
      language,
      commodities: [...outcome.commodities],
      risks: outcome.risks.map(({ text, prefixes, source }, at) => ({
        kind: text,
        text: told.risks[at]?.text ?? '',
        prefixes: [...prefixes],
        source,
      })),
      steps: [...told.steps],
      documents: {
        commodity: outcome.documents.commodity,
        documents: [...outcome.documents.documents],
      },
      text: writeAdvice(outcome, language, rulebook()),
    };
    return answer;
  });

  addOperation(app, getPlace, async ({ params: { id } }) => {
    const place = coordinates.byId(id);
    if (place === null) throw notFound('Nobody here knows where a place of this id lies.');
    return place;
  });
}

function candidatesFor(query: EntityQuery, { matcher, entities }: Rulebook): Candidate[] {
  const { name, address, country, ...identifiers } = query;
  const candidates = matcher.match({
    names: [name],
    ...(country === undefined ? {} : { country: country.toUpperCase() }),
    ...(address === undefined ? {} : { address: [address] }),
    identifiers: Object.entries(identifiers).flatMap(([scheme, value]) =>
      value === undefined ? [] : [{ scheme: scheme.toUpperCase(), value }],
    ),
  });
  return candidates.flatMap(({ entityId, ...candidate }): Candidate[] => {
    const listed = entities.get(entityId);
    if (listed === undefined) return [];
    const { entity, list } = listed;
    return [
      {
        entryId: entityId,
        name: entity.name,
        kind: entity.kind,
        country: entity.country ?? null,
        list: { list: list.list, title: list.title },
        status: entity.status,
        listings: entity.listings,
        url: entity.url,
        ...candidate,
        pieces: [...candidate.pieces],
      },
    ];
  });
}

function writeLink({ direction, company, entryIds, facts }: EntryLink): EntityLink {
  return {
    direction,
    company: {
      name: company.name,
      country: company.country ?? null,
      place: company.place ?? null,
      entryIds: [...entryIds],
    },
    kind: facts.kind,
    goods: facts.goods ?? null,
    hs: facts.hs ?? null,
    shipments: facts.shipments ?? null,
    validFrom: facts.validFrom ?? null,
    validTo: facts.validTo ?? null,
    seen: facts.seen ?? null,
    source: facts.source,
    inferred: facts.inferred ?? false,
  };
}
