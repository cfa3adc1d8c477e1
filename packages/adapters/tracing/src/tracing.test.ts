import { noTracing, readCarried, shipmentsTopic } from '@herkomst/runtime';
import {
  createInbox,
  createMemoryPipeline,
  sampleEvent,
  sampleShipment,
} from '@herkomst/runtime/testing';
import { SpanKind, SpanStatusCode } from '@opentelemetry/api';
import { InMemorySpanExporter, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-base';
import { expect, it } from 'vitest';
import { buildRulebook } from '../../../core/src/testing/rulebook.ts';
import { createTracing } from './tracing.ts';

function record(share = 1) {
  const exporter = new InMemorySpanExporter();
  const processor = new SimpleSpanProcessor(exporter);
  return { exporter, tracing: createTracing({ processor, share }) };
}

function listedEvent(id: string): string {
  const event = JSON.parse(sampleEvent(id)) as object;
  const shipment = sampleShipment(`S-${id}`);
  const [maker, ...others] = shipment.parties;
  const listed = { ...maker, name: 'Hetian Haolin Hair Accessories Co., Ltd.' };
  return JSON.stringify({ ...event, data: { ...shipment, parties: [listed, ...others] } });
}

it("joins one shipment's way through stream, store and queue", async () => {
  const { exporter, tracing } = record();
  const documents: string[] = [];
  const pipeline = createMemoryPipeline({
    rulebook: buildRulebook(),
    tracing,
    receivers: [
      {
        name: 'hook',
        async deliver({ document }) {
          documents.push(document);
          return { kind: 'done' };
        },
        async close() {},
      },
    ],
  });
  await pipeline.submit(sampleEvent('1'), listedEvent('2'), listedEvent('3'));
  await pipeline.startScreening();
  await pipeline.startDelivering();
  await pipeline.stop();

  const spans = exporter.getFinishedSpans();
  const traces = Map.groupBy(spans, (span) => span.spanContext().traceId);
  expect(traces.size).toBe(3);
  const ways = [...traces.values()].map((way) => way.map(({ name }) => name).toSorted());
  expect(ways.toSorted((a, b) => a.length - b.length)).toEqual([
    ['intake', 'screen'],
    ['deliver', 'intake', 'screen'],
    ['deliver', 'intake', 'screen'],
  ]);
  for (const way of traces.values()) {
    const shipments = new Set(way.map(({ attributes }) => attributes['herkomst.shipment_id']));
    expect(shipments.size).toBe(1);
    const [intake, screen, deliver] = ['intake', 'screen', 'deliver'].map((name) =>
      way.find((span) => span.name === name),
    );
    expect(intake?.parentSpanContext).toBeUndefined();
    expect(screen?.parentSpanContext?.spanId).toBe(intake?.spanContext().spanId);
    expect(screen?.kind).toBe(SpanKind.CONSUMER);
    if (deliver === undefined) continue;
    expect(deliver.parentSpanContext?.spanId).toBe(screen?.spanContext().spanId);
    expect(deliver.attributes).toMatchObject({
      'herkomst.receiver': 'hook',
      'herkomst.outcome': 'done',
    });
  }
  // Receivers can go on from what they are told.
  const told = documents.map((text) => readCarried(JSON.parse(text)).traceparent?.split('-')[1]);
  expect(told.every((traceId) => traces.has(traceId ?? ''))).toBe(true);
  await tracing.close();
});

it('marks what failed', async () => {
  const { exporter, tracing } = record();
  tracing.start('deliver', null, {}).end({}, new Error('busy'));
  tracing.start('screen', null, {}).end({});
  expect(exporter.getFinishedSpans().map(({ status }) => status)).toEqual([
    { code: SpanStatusCode.ERROR, message: 'busy' },
    { code: SpanStatusCode.UNSET },
  ]);
  await tracing.close();
});

it('records the share that is asked for, and whole ways or nothing of them', async () => {
  const { exporter, tracing } = record(0);
  const intake = tracing.start('intake', null, {});
  const screen = tracing.start('screen', intake.traceparent, {});
  intake.end();
  screen.end();
  expect(exporter.getFinishedSpans()).toEqual([]);
  expect(screen.traceparent?.split('-')[1]).toBe(intake.traceparent?.split('-')[1]);
  // A way that somebody began to record is recorded to its end.
  tracing.start('screen', `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01`, {}).end();
  expect(exporter.getFinishedSpans().map((span) => span.spanContext().traceId)).toEqual([
    'a'.repeat(32),
  ]);
  await tracing.close();
});

it('begins a trace where the parent can not be read', async () => {
  const { exporter, tracing } = record();
  const bad = ['', 'x', `00-${'0'.repeat(32)}-${'b'.repeat(16)}-01`, `00-${'a'.repeat(32)}-01`];
  for (const parent of bad) tracing.start('screen', parent, {}).end();
  const spans = exporter.getFinishedSpans();
  expect(spans.length).toBe(bad.length);
  for (const span of spans) expect(span.parentSpanContext).toBeUndefined();
  await tracing.close();
});

it('hands on the traces of others where it records none', async () => {
  const traceparent = `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01`;
  expect(noTracing.start('screen', traceparent, {}).traceparent).toBe(traceparent);
});

it('leaves no trace in the events of a pipeline that records none', async () => {
  const pipeline = createMemoryPipeline({ rulebook: buildRulebook(), receivers: [] });
  await pipeline.submit(sampleEvent('1'));
  const inbox = createInbox();
  const reading = await pipeline.stream.subscribe(shipmentsTopic, 'test', inbox.handler, {
    maxBatch: 10,
  });
  const [event] = await inbox.first(1);
  await reading.stop();
  expect(JSON.parse(event?.value ?? '')).not.toHaveProperty('traceparent');
  expect(JSON.parse(event?.value ?? '')).toMatchObject({
    herkomstreceivedat: '2026-11-24T08:00:00.000Z',
  });
});
