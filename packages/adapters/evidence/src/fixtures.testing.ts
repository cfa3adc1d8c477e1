/** A case with names in several scripts, as it would come about. */
import {
  alertRaisedType,
  canonicalJson,
  type AlertData,
  type Assessment,
  type Finding,
  type Rulebook,
  type Shipment,
} from '@herkomst/core';
import {
  createCaseDesk,
  createCaseReceiver,
  sha256,
  standardPolicy,
  type Actor,
  type CaseDesk,
  type CaseStore,
  type Store,
} from '@herkomst/runtime';
import {
  createManualClock,
  createMemoryCaseStore,
  createMemoryStore,
} from '@herkomst/runtime/testing';

export const tenant = 'acme';
export const ann: Actor = { kind: 'person', id: 'ann', name: 'Ann de Vries', roles: ['analyst'] };
export const lea: Actor = { kind: 'person', id: 'lea', name: 'Lea Şahin', roles: ['lead'] };

const entry = 'Hetian Haolin Hair Accessories Co., Ltd.';
const definition = {
  id: 'standard',
  version: '2026.11',
  calibration: { slope: 1, intercept: 0 },
  thresholds: { review: 0.2, alert: 0.7 },
  groups: { entity: { cap: 8, damping: 0.3 } },
};

const rulebook = {
  definition,
  digest: sha256(JSON.stringify(definition)),
  entities: new Map([
    [
      'uflpa:hetian-haolin',
      { entity: { id: 'uflpa:hetian-haolin', name: entry }, list: { list: 'us-uflpa' } },
    ],
  ]),
  sha256,
} as unknown as Rulebook;

const shipment: Shipment = {
  shipmentId: 'SHP-2026-0117',
  declaration: { kind: 'import', jurisdiction: 'US', mrn: '26NLRTM0000117' },
  transport: {
    mode: 'sea',
    billOfLading: 'COSU6312345678',
    portOfLoading: 'CNTAO',
    transhipmentPorts: ['KRPUS'],
    portOfDischarge: 'USLAX',
    estimatedArrivalAt: '2026-12-09T06:00:00Z',
    containers: [],
  },
  parties: [
    { role: 'importer', name: 'Wig World Inc.', otherNames: [], identifiers: [] },
    {
      role: 'manufacturer',
      name: '和田浩林发饰品有限公司',
      otherNames: ['Hetian Haolin Hair Accessories', 'خوتەن خاۋلىن چاچ زىننەت بۇيۇملىرى شىركىتى'],
      address: {
        lines: ['北京工业园区 3 号'],
        city: 'ئۈرۈمچى',
        region: '新疆维吾尔自治区',
        country: 'CN',
      },
      identifiers: [{ scheme: 'USCC', value: '91653200MA77W0000X' }],
    },
    { role: 'carrier', name: 'Çağrı Denizcilik A.Ş. 🚢', otherNames: [], identifiers: [] },
  ],
  items: [
    {
      lineNumber: 1,
      commodityCode: '670420',
      description: 'Wigs of human hair, 100% 人发 — парики из волос',
      countryOfOrigin: 'CN',
    },
  ],
};

const finding: Finding = {
  id: `entity.listed|data.parties[1].name|us-uflpa:${entry}`,
  factor: 'entity.listed',
  group: 'entity',
  summary: `The manufacturer "和田浩林发饰品有限公司" is ${entry}, on the UFLPA Entity List (clause (ii) since 1 May 2020).`,
  path: 'data.parties[1].name',
  matched: '和田浩林发饰品有限公司',
  weight: 7,
  contribution: 7,
  pieces: [],
  citation: {
    list: 'us-uflpa',
    listTitle: 'UFLPA Entity List',
    entry,
    listVersion: '2026-07-09.1',
    effectiveDate: '2022-06-21',
    url: 'https://www.dhs.gov/uflpa-entity-list',
  },
  match: { listedName: entry, probability: 0.99, tier: 'automatic', pieces: [] },
};

function assessmentOf(about: Shipment): Assessment {
  const body: Omit<Assessment, 'hash'> = {
    schema: 'org.herkomst.assessment.v1',
    shipmentId: about.shipmentId,
    declaration: { kind: 'import', jurisdiction: 'US', mrn: about.declaration.mrn ?? null },
    verdict: 'alert',
    severity: 'critical',
    score: 0.9572,
    baseline: -3.8918,
    calibration: definition.calibration,
    findings: [finding],
    gaps: [{ factor: 'facts', path: 'data.items[0].grossMassKg', reason: 'no mass was declared' }],
    determinations: [
      {
        regime: 'us-uflpa',
        status: 'applies',
        basis: 'section 3(a): entity on the list under section 2(d)(2)(B) (ii)',
        explanation: 'The goods are presumed to be made with forced labour and barred from entry.',
        findings: [finding.id],
        recommendedAction: 'Hold the goods.',
        documents: [
          {
            commodity: 'Human hair',
            documents: ['Collection and purchase records of the raw hair', 'Processing records'],
            lines: [1],
          },
        ],
        clock: { amount: 30, unit: 'days', startsWith: 'the notice of detention', source: 'CBP' },
        url: 'https://www.cbp.gov/trade/forced-labor/UFLPA',
      },
    ],
    rulebook: { id: 'standard', version: '2026.11', digest: rulebook.digest },
    lists: [{ list: 'us-uflpa', version: '2026-07-09.1', asOf: '2026-07-09' }],
    shipmentDigest: sha256(canonicalJson(about)),
  };
  return { ...body, hash: sha256(canonicalJson(body)) };
}

export interface TestCase {
  readonly cases: CaseStore;
  readonly screening: Store;
  readonly desk: CaseDesk;
  readonly caseId: string;
}

/** Two alerts on one supplier, worked on by two people, with others' business in between. */
export async function makeCase(): Promise<TestCase> {
  const cases = createMemoryCaseStore();
  const screening = createMemoryStore();
  const clock = createManualClock('2026-11-24T08:00:00.000Z');
  const parts = {
    tenant,
    cases,
    screening,
    clock,
    policy: standardPolicy,
    rulebook: () => rulebook,
  };
  const receiver = createCaseReceiver({ ...parts, screening: { of: () => screening } });
  const desk = createCaseDesk(parts);
  const elsewhere = () =>
    desk.record([
      {
        at: clock.now(),
        actor: { kind: 'person', id: 'bo', name: 'Bo' },
        action: 'key-created',
        subject: 'key/k1',
        details: '{"name":"secret of others"}',
      },
    ]);
  await elsewhere();
  for (const shipmentId of ['SHP-2026-0117', 'SHP-2026-0131']) {
    const about = { ...shipment, shipmentId };
    const assessment = assessmentOf(about);
    const alertId = `alert-${sha256(shipmentId).slice(0, 32)}`;
    const data: Partial<AlertData> = {
      alertId,
      shipmentId,
      supersedes: null,
      assessmentHash: assessment.hash,
    };
    const document = JSON.stringify({ id: alertId, type: alertRaisedType, data });
    const key = { source: 'urn:broker', shipmentId, declarationKind: 'import', version: 1 };
    await screening.screen({ events: [], shipments: [] }, () => ({
      events: [],
      heads: [],
      assessments: [
        {
          ...key,
          eventId: shipmentId,
          assessmentHash: assessment.hash,
          verdict: 'alert',
          score: assessment.score,
          current: true,
          assessedAt: clock.now(),
          assessment: JSON.stringify(assessment),
          shipment: JSON.stringify(about),
        },
      ],
      alerts: [
        {
          ...key,
          alertId,
          severity: 'critical',
          score: assessment.score,
          raisedAt: clock.now(),
          supersededBy: null,
          document,
        },
      ],
      superseded: [],
      outbox: [],
      deadLetters: [],
    }));
    await receiver.deliver({ tenant, id: alertId, type: alertRaisedType, document });
    await elsewhere();
  }
  const { rows } = await cases.cases(tenant, { order: 'risk' }, { limit: 1 });
  const { caseId, asked } = rows[0]!;
  await desk.act(caseId, { kind: 'assign', assignee: 'ann' }, ann);
  await desk.act(
    caseId,
    { kind: 'comment', text: 'Called the supplier: 他们说不认识这家公司. Wrote it down.' },
    ann,
  );
  await clock.advance(3_600_000);
  await desk.act(
    caseId,
    {
      kind: 'attach-document',
      asked: asked[0]!.id,
      fileName: 'collection-2026.pdf',
      mediaType: 'application/pdf',
      bytes: 48_213,
      sha256: sha256('collection'),
      note: 'Names no village.',
    },
    ann,
  );
  const before = (await cases.case(tenant, caseId))!;
  const reason =
    'The maker is on the list under clause (ii); the records of collection name no place. ' +
    'The relationship is ended and both shipments go back.';
  await desk.act(
    caseId,
    { kind: 'decide', decision: 'end-relationship', reason, seenVersion: before.version },
    ann,
  );
  await elsewhere();
  await clock.advance(3_600_000);
  await desk.act(caseId, { kind: 'approve', seenVersion: before.version + 1, remark: null }, lea);
  await elsewhere();
  return { cases, screening, desk, caseId };
}
