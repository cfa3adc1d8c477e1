/**
 * The way of a case with the rulebook and the lists that ship, on the engine inside the process:
 * declared shipments are assessed, their alerts come to cases, people decide, and the evidence that
 * is handed out verifies by itself.
 */
import { openPglite, type PgliteDatabase } from '@herkomst/adapter-pglite';
import { exportCase, verifyBundle } from '@herkomst/adapter-evidence';
import { createSqlCaseStore, createSqlStores, migrate } from '@herkomst/adapter-sql';
import { assess, compileRulebook, readDeclaredEvent, type Rulebook } from '@herkomst/core';
import { buildMatcher } from '@herkomst/matching';
import { loadKnowledge, loadRulebook } from '@herkomst/reference';
import {
  createCaseDesk,
  createCaseReceiver,
  planScreening,
  sha256,
  shipmentKeyOf,
  standardPolicy,
  verifyAudit,
  type Actor,
} from '@herkomst/runtime';
import { createManualClock } from '@herkomst/runtime/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';

const timeout = 120_000;
const tenant = 'acme';
const ann: Actor = { kind: 'person', id: 'ann', name: 'Ann', roles: ['analyst'] };
const lea: Actor = { kind: 'person', id: 'lea', name: 'Lea', roles: ['lead'] };
const clock = createManualClock('2026-11-24T08:00:00.000Z');

let rulebook: Rulebook;
let database: PgliteDatabase;
beforeAll(async () => {
  const [knowledge, definition] = await Promise.all([loadKnowledge(null), loadRulebook()]);
  const matcher = buildMatcher(knowledge.entityLists.flatMap(({ entities }) => entities));
  rulebook = compileRulebook({ definition, knowledge, matcher, sha256 });
  database = await openPglite(null);
  await migrate(database);
}, timeout);
afterAll(() => database.close(), timeout);

function declared(id: string, some: { readonly shipmentId?: string; readonly maker?: string }) {
  const { shipmentId = id, maker = 'Hetian Haolin Hair Accessories Co., Ltd.' } = some;
  const reading = readDeclaredEvent({
    specversion: '1.0',
    id,
    source: 'urn:broker',
    type: 'org.herkomst.shipment.declared.v1',
    time: clock.now(),
    data: {
      shipmentId,
      declaration: { kind: 'import', jurisdiction: 'US', lodgedAt: '2026-11-20T08:00:00Z' },
      transport: {
        mode: 'sea',
        portOfLoading: 'CNTAO',
        portOfDischarge: 'USLAX',
        estimatedArrivalAt: '2026-12-09T06:00:00Z',
      },
      parties: [
        { role: 'manufacturer', name: maker, address: { city: 'Hotan', country: 'CN' } },
        { role: 'importer', name: 'Wig World Inc.', address: { country: 'US' } },
      ],
      items: [
        {
          lineNumber: 1,
          commodityCode: '670420',
          description: 'Wigs of human hair',
          countryOfOrigin: 'CN',
        },
      ],
    },
  });
  if (reading.kind === 'invalid') throw new Error(JSON.stringify(reading.faults));
  return reading.event;
}

test('declared shipments become a case that is decided by two, and evidence that verifies', async () => {
  const stores = createSqlStores(database);
  const store = stores.of(tenant);
  const cases = createSqlCaseStore(database);
  const parts = {
    tenant,
    cases,
    screening: store,
    clock,
    policy: standardPolicy,
    rulebook: () => rulebook,
  };
  const receiver = createCaseReceiver({ ...parts, screening: stores });
  const desk = createCaseDesk(parts);

  async function screen(...events: readonly ReturnType<typeof declared>[]): Promise<void> {
    const batch = events.map((event, nth) => ({
      event,
      assessment: assess(event.shipment, rulebook),
      position: String(nth),
      original: '{}',
    }));
    const keys = { events, shipments: events.map(shipmentKeyOf) };
    const { outbox } = await store.screen(keys, (known) =>
      planScreening(batch, known, { tenant, now: clock.now(), origin: 'test', sha256 }),
    );
    // Told last first, and twice: the order of deliveries is nobody's promise.
    for (const { outboxId, type, document } of [...outbox.toReversed(), ...outbox]) {
      const outcome = await receiver.deliver({ tenant, id: outboxId, type, document });
      expect(outcome).toEqual({ kind: 'done' });
    }
  }

  await screen(declared('e1', {}), declared('e2', { maker: '和田浩林发饰品有限公司' }));
  // Corrected: the same shipment, declared anew.
  await screen(declared('e3', { shipmentId: 'e2' }));
  const { rows, next } = await cases.cases(
    tenant,
    { order: 'deadline', active: true },
    { limit: 10 },
  );
  expect(next).toBeNull();
  const [one] = rows;
  expect(rows).toHaveLength(1);
  expect(one).toMatchObject({
    status: 'open',
    alerts: 3,
    liveAlerts: 2,
    // The lists of two authorities name it; it is one party.
    party: { key: 'entity:hetian haolin hair accessories co ltd' },
  });
  const clocks = one!.deadlines.map(({ clock }) => clock);
  expect(clocks).toContain('us-uflpa');
  expect(clocks).toContain('arrival');
  expect(one!.asked.length).toBeGreaterThan(0);

  const { caseId, version } = one!;
  const reason = 'The maker is on the list; no proof of another origin was given.';
  const command = {
    kind: 'decide',
    decision: 'end-relationship',
    reason,
    seenVersion: version,
  } as const;
  expect(await desk.act(caseId, command, ann)).toMatchObject({ kind: 'done' });
  const approve = { kind: 'approve', seenVersion: version + 1, remark: null } as const;
  expect(await desk.act(caseId, approve, ann)).toMatchObject({ code: 'same-person' });
  expect(await desk.act(caseId, approve, lea)).toMatchObject({
    case: { status: 'decided', active: false, liveAlerts: 0 },
  });

  const exported = await exportCase({ cases, screening: store }, tenant, caseId, {
    at: clock.now(),
    by: ann,
  });
  expect(Buffer.from(exported!.pdf).subarray(0, 5).toString()).toBe('%PDF-');
  const { manifestDigest } = exported!;
  expect(verifyBundle(exported!.json, { sha256, manifestDigest })).toMatchObject({
    kind: 'intact',
    caseId,
    withoutAssessment: [],
  });
  const log = await cases.audit(tenant, {}, { limit: 100 });
  const anchors = [await cases.auditHead(tenant)];
  expect(verifyAudit(log.rows, { tenant, sha256, anchors }).kind).toBe('intact');
}, 120_000);

test('a match signed off by two holds for its alert, until the rulebook is another', async () => {
  const stores = createSqlStores(database);
  const store = stores.of('bolt');
  const cases = createSqlCaseStore(database);
  let published = rulebook;
  const parts = {
    tenant: 'bolt',
    cases,
    screening: store,
    clock,
    policy: standardPolicy,
    rulebook: () => published,
  };
  const desk = createCaseDesk(parts);
  const event = declared('e9', {});
  const assessment = assess(event.shipment, rulebook);
  const match = assessment.findings.find(({ match }) => match !== null);
  const keys = { events: [event], shipments: [shipmentKeyOf(event)] };
  const batch = [{ event, assessment, position: '0', original: '{}' }];
  const { outbox } = await store.screen(keys, (known) =>
    planScreening(batch, known, { tenant: 'bolt', now: clock.now(), origin: 'test', sha256 }),
  );
  const [told] = outbox;
  await createCaseReceiver({ ...parts, screening: stores }).deliver({
    tenant: 'bolt',
    id: told!.outboxId,
    ...told!,
  });
  const signed = await desk.suppress(
    {
      kind: 'suppress',
      alertId: told!.outboxId,
      findingId: match!.id,
      goods: ['6704'],
      reason: 'another firm of this name',
      expiresAt: '2027-01-01T00:00:00Z',
    },
    ann,
  );
  if (signed.kind === 'refused') throw new Error(signed.message);
  const { suppressionId } = signed.suppression;
  const approved = await desk.suppress({ kind: 'approve-suppression', suppressionId }, lea);
  expect(approved).toMatchObject({ kind: 'done', suppression: { status: 'active' } });
  // The maker is still in Hotan: the match alone was signed off.
  expect(await cases.caseAlert('bolt', told!.outboxId)).toMatchObject({
    suppressed: [{ findingId: match!.id, suppressionId }],
    standing: 'open',
  });
  expect(await desk.lapse()).toEqual([]);
  published = { ...rulebook, digest: sha256('another') };
  expect(await desk.lapse()).toMatchObject([{ ended: { why: 'rulebook-changed' } }]);
}, 120_000);
