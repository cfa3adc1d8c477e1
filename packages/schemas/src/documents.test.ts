/** Holds the schemas against real documents: of the sample stream, screened with the real rulebook. */
import {
  alertRaisedType,
  assess,
  compileRulebook,
  readDeclaredEvent,
  type Rulebook,
} from '@herkomst/core';
import { buildMatcher } from '@herkomst/matching';
import { loadKnowledge, loadRulebook } from '@herkomst/reference';
import { documents, sha256, type Notice } from '@herkomst/runtime';
import { createMemoryPipeline } from '@herkomst/runtime/testing';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { readFile } from 'node:fs/promises';
import { beforeAll, expect, test } from 'vitest';
import { publishedSchemas } from './published.ts';

const { alertRaisedSchema, alertWithdrawnSchema, assessmentSchema } = documents;
const timeout = 120_000;
const sample = new URL('../../../services/herkomst/sample/shipments.ndjson', import.meta.url);

let rulebook: Rulebook;
let lines: readonly string[];
beforeAll(async () => {
  const [knowledge, definition] = await Promise.all([loadKnowledge(null), loadRulebook()]);
  const matcher = buildMatcher(knowledge.entityLists.flatMap(({ entities }) => entities));
  rulebook = compileRulebook({ definition, knowledge, matcher, sha256 });
  lines = (await readFile(sample, 'utf8')).split('\n').filter((line) => line !== '');
}, timeout);

/** Checks as somebody would who has nothing but the published file. */
function published(name: string): (document: unknown) => string | null {
  const ajv = new Ajv({ strict: true, allErrors: true });
  formats.default(ajv);
  const schema = publishedSchemas.find((one) => one.name === name)?.schema ?? {};
  const isValid = ajv.compile(schema);
  return (document) => (isValid(document) ? null : ajv.errorsText(isValid.errors));
}

test('real shipments are as published, and damaged ones are not', { timeout }, () => {
  const faultOf = published('shipment-declared.v1');
  for (const line of lines) expect(faultOf(JSON.parse(line))).toBeNull();
  const event = JSON.parse(lines[0] ?? '') as { data: { shipmentId: string } };
  expect(faultOf({ ...event, data: { ...event.data, shipmentID: 'x' } })).toContain('additional');
  expect(faultOf({ ...event, time: 'yesterday' })).toContain('date-time');
});

test('real assessments are as published, with no field besides', { timeout }, () => {
  const faultOf = published('assessment.v1');
  const seen = { findings: 0, citations: 0, matches: 0, gaps: 0, clocks: 0 };
  for (const line of lines) {
    const reading = readDeclaredEvent(JSON.parse(line));
    if (reading.kind === 'invalid') throw new Error(line);
    const assessment = assess(reading.event.shipment, rulebook);
    const document: unknown = JSON.parse(JSON.stringify(assessment));
    expect(assessmentSchema.parse(document)).toEqual(document);
    expect(faultOf(document)).toBeNull();
    seen.findings += assessment.findings.length;
    seen.citations += assessment.findings.filter(({ citation }) => citation !== null).length;
    seen.matches += assessment.findings.filter(({ match }) => match !== null).length;
    seen.gaps += assessment.gaps.length;
    seen.clocks += assessment.determinations.filter(({ clock }) => clock !== null).length;
  }
  // A schema is only held against the parts that were there.
  for (const [part, count] of Object.entries(seen)) expect(count, part).toBeGreaterThan(0);
});

test(
  'real alerts and withdrawals are as published, with no field besides',
  { timeout },
  async () => {
    const notices: Notice[] = [];
    const pipeline = createMemoryPipeline({
      rulebook,
      receivers: [
        {
          name: 'all',
          async deliver(notice) {
            notices.push(notice);
            return { kind: 'done' };
          },
          async close() {},
        },
      ],
      // As in a process that traces, so that what it adds is seen.
      tracing: {
        start: () => ({ traceparent: `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01`, end() {} }),
      },
    });
    await pipeline.submit(...lines);
    await pipeline.startScreening();
    await pipeline.startDelivering();
    await pipeline.stop();
    const [raisedFault, withdrawnFault] = [
      published('alert-raised.v1'),
      published('alert-withdrawn.v1'),
    ];
    const counts = { raised: 0, withdrawn: 0 };
    for (const { type, document } of notices) {
      const event: unknown = JSON.parse(document);
      if (type === alertRaisedType) {
        counts.raised += 1;
        expect(alertRaisedSchema.parse(event)).toEqual(event);
        expect(raisedFault(event)).toBeNull();
        expect(withdrawnFault(event)).not.toBeNull();
      } else {
        counts.withdrawn += 1;
        expect(alertWithdrawnSchema.parse(event)).toEqual(event);
        expect(withdrawnFault(event)).toBeNull();
      }
    }
    expect(counts.raised).toBeGreaterThan(10);
    expect(counts.withdrawn).toBeGreaterThan(0);
  },
);
