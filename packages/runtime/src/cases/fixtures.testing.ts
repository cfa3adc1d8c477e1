/** Shipments, assessments and people for the tests of cases, with only what matters to them. */
import {
  alertRaisedType,
  type Assessment,
  type Determination,
  type Finding,
  type Rulebook,
  type Shipment,
} from '@herkomst/core';
import type { StoredAlert } from '../ports/store.ts';
import { sha256 } from '../sha256.ts';
import type { SuppressionSubject } from './apply-suppressions.ts';
import type { Actor } from './case.ts';
import type { CaseNotice } from './plan-cases.ts';

export const ann: Actor = { kind: 'person', id: 'ann', name: 'Ann', roles: ['analyst'] };
export const ben: Actor = { kind: 'person', id: 'ben', name: 'Ben', roles: ['analyst'] };
export const lea: Actor = { kind: 'person', id: 'lea', name: 'Lea', roles: ['analyst', 'lead'] };
export const leo: Actor = { kind: 'person', id: 'leo', name: 'Leo', roles: ['lead'] };
export const vic: Actor = { kind: 'person', id: 'vic', name: 'Vic', roles: ['viewer'] };
export const key: Actor = { kind: 'service', id: 'key', name: 'Key', roles: ['analyst', 'lead'] };

export const entry = { list: 'us-uflpa', entry: 'Hetian Haolin Hair Accessories Co., Ltd.' };

const entity = {
  id: 'uflpa:hetian-haolin-hair-accessories',
  kind: 'organization',
  name: entry.entry,
  listings: [{ clause: 'ii', effectiveDate: '2022-06-21' }],
  status: 'active',
};

/** A rulebook as far as cases look at one. */
export function rulebook(
  some: { readonly version?: string; readonly note?: string; readonly listed?: boolean } = {},
): Rulebook {
  const { version = '1', note = 'as first read', listed = true } = some;
  const definition = {
    id: 'test',
    version,
    baseRate: 0.02,
    calibration: { slope: 1, intercept: 0 },
    thresholds: { review: 0.2, alert: 0.7 },
    groups: { entity: { cap: 8, damping: 0.3 }, goods: { cap: 4, damping: 0.5 } },
  };
  const list = { list: entry.list, title: 'UFLPA Entity List' };
  return {
    definition,
    digest: sha256(JSON.stringify(definition)),
    entities: new Map(listed ? [[entity.id, { entity: { ...entity, note }, list }]] : []),
    sha256,
  } as unknown as Rulebook;
}

export interface Facts {
  readonly shipmentId?: string;
  readonly jurisdiction?: string;
  readonly supplier?: string;
  readonly country?: string;
  readonly city?: string;
  readonly code?: string;
  readonly arrival?: string;
  /** Whether the supplier's name was taken for the listed firm's, and how surely. */
  readonly match?: 'automatic' | 'candidate' | 'none';
  /** Log-odds of what else was found about the goods. */
  readonly goods?: number;
  readonly determinations?: readonly Determination[];
}

export function subject(facts: Facts = {}): SuppressionSubject {
  const { match = 'automatic', goods = 1, determinations } = facts;
  const findings = [
    ...(match === 'none' ? [] : [matchFinding(facts, match)]),
    goodsFinding(facts, goods),
  ];
  const shipment = shipmentOf(facts);
  const { definition, digest } = rulebook();
  const applies = match === 'automatic';
  const assessment = {
    schema: 'org.herkomst.assessment.v1',
    shipmentId: shipment.shipmentId,
    declaration: {
      kind: 'import',
      jurisdiction: shipment.declaration.jurisdiction,
      mrn: null,
    },
    verdict: 'alert',
    severity: applies ? 'critical' : 'high',
    score: applies ? 0.98 : 0.8,
    baseline: -3.8918,
    calibration: definition.calibration,
    findings,
    gaps: [],
    determinations: determinations ?? [
      shipment.declaration.jurisdiction === 'US'
        ? uflpa(applies ? 'applies' : 'indicated', match === 'none' ? [] : [findings[0]!.id])
        : determination({ regime: 'oecd-due-diligence', status: 'indicated' }),
    ],
    rulebook: { id: definition.id, version: definition.version, digest },
    lists: [],
    shipmentDigest: sha256(JSON.stringify(shipment)),
    hash: sha256(`${JSON.stringify(shipment)} assessed`),
  } satisfies Assessment;
  return { shipment, assessment };
}

export function determination(
  some: Partial<Determination> & Pick<Determination, 'regime'>,
): Determination {
  return {
    status: 'applies',
    basis: 'basis',
    explanation: 'explanation',
    findings: [],
    recommendedAction: 'hold',
    documents: [],
    clock: null,
    url: 'https://example.org',
    ...some,
  };
}

export function uflpa(
  status: Determination['status'],
  findings: readonly string[] = [],
): Determination {
  return determination({
    regime: 'us-uflpa',
    status,
    findings,
    documents: [{ commodity: 'Hair', documents: ['Collection', 'Processing'], lines: [1] }],
    clock: { amount: 30, unit: 'days', startsWith: 'the notice of detention', source: 'CBP' },
  });
}

/** What the receiver of cases makes of a raised alert. */
export function raised(
  alertId: string,
  facts: Facts = {},
  some: { readonly supersedes?: string | null; readonly raisedAt?: string } = {},
): Extract<CaseNotice, { kind: 'raised' }> {
  const { supersedes = null, raisedAt = '2026-11-02T08:00:00.000Z' } = some;
  const about = subject({ shipmentId: `S-${alertId}`, ...facts });
  const data = { alertId, supersedes, assessmentHash: about.assessment.hash };
  const alert: StoredAlert = {
    source: 'urn:broker',
    shipmentId: about.shipment.shipmentId,
    declarationKind: 'import',
    alertId,
    version: 1,
    severity: about.assessment.severity,
    score: about.assessment.score,
    raisedAt,
    supersededBy: null,
    document: JSON.stringify({ id: alertId, type: alertRaisedType, data }),
  };
  return { kind: 'raised', alert, supersedes, subject: about };
}

function shipmentOf(facts: Facts): Shipment {
  const {
    shipmentId = 'S-1',
    jurisdiction = 'US',
    supplier = 'Haolin Hair',
    country = 'CN',
  } = facts;
  const { city = 'Qingdao', code = '670411', arrival } = facts;
  return {
    shipmentId,
    declaration: { kind: 'import', jurisdiction },
    transport: {
      mode: 'sea',
      transhipmentPorts: [],
      containers: [],
      ...(arrival === undefined ? {} : { estimatedArrivalAt: arrival }),
    },
    parties: [
      { role: 'importer', name: 'Wig World', otherNames: [], identifiers: [] },
      {
        role: 'manufacturer',
        name: supplier,
        otherNames: [],
        address: { lines: ['12 Harbour Road'], city, country },
        identifiers: [],
      },
    ],
    items: [{ lineNumber: 1, commodityCode: code, description: 'wigs', countryOfOrigin: 'CN' }],
  };
}

function matchFinding(facts: Facts, tier: 'automatic' | 'candidate'): Finding {
  const { supplier = 'Haolin Hair' } = facts;
  const weight = tier === 'automatic' ? 7 : 4.5;
  return {
    ...plain('entity.listed', 'entity', 'data.parties[1].name', supplier, weight),
    citation: {
      ...entry,
      listTitle: 'UFLPA Entity List',
      listVersion: '1',
      effectiveDate: '2022-06-21',
      url: 'https://example.org',
    },
    match: { listedName: entry.entry, probability: 0.9, tier, pieces: [] },
  };
}

function goodsFinding({ code = '670411' }: Facts, weight: number): Finding {
  return plain('goods.country-good', 'goods', 'data.items[0].commodityCode', code, weight);
}

function plain(
  factor: string,
  group: string,
  path: string,
  matched: string,
  weight: number,
): Finding {
  return {
    id: `${factor}|${path}|${matched}`,
    factor,
    group,
    summary: `${matched} at ${path}`,
    path,
    matched,
    weight,
    contribution: weight,
    pieces: [],
    citation: null,
    match: null,
  };
}
