import {
  createMemoryPipeline,
  sampleEvent,
  sampleShipment,
  type MemoryPipelineOptions,
} from '@herkomst/runtime/testing';
import { deliveriesQueue, screenerGroup, shipmentsTopic } from '@herkomst/runtime';
import { afterEach, expect, it } from 'vitest';
import { buildRulebook } from '../../../core/src/testing/rulebook.ts';
import { createMetrics, type Metrics, type MetricsOptions } from './metrics.ts';

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

const rulebook = buildRulebook();

/** Names the listed maker, so that it calls for an alert. */
function listedEvent(id: string, shipmentId = `S-${id}`): string {
  const event = JSON.parse(sampleEvent(id)) as { data: ReturnType<typeof sampleShipment> };
  const shipment = sampleShipment(shipmentId);
  const [maker, ...others] = shipment.parties;
  const listed = { ...maker, name: 'Hetian Haolin Hair Accessories Co., Ltd.' };
  return JSON.stringify({ ...event, data: { ...shipment, parties: [listed, ...others] } });
}

function open(
  receivers: MemoryPipelineOptions['receivers'],
  changes: Partial<MetricsOptions> = {},
): ReturnType<typeof createMemoryPipeline> & { readonly metrics: Metrics } {
  // The metrics ask the pipeline, and the pipeline tells the metrics.
  const held: { metrics?: Metrics } = {};
  const pipeline = createMemoryPipeline({
    rulebook,
    receivers,
    onSubmitted: (result) => held.metrics?.onSubmitted(result),
    onScreened: (writes, batch) => held.metrics?.onScreened(writes, batch),
    onFailed: () => held.metrics?.onFailed(),
    onAttempt: (attempt) => held.metrics?.onAttempt(attempt),
    onGivenUp: (delivery) => held.metrics?.onGivenUp(delivery),
  });
  const { stream, queue, store, clock } = pipeline;
  const metrics = (held.metrics = createMetrics({
    clock,
    receivers: receivers.map(({ name }) => name),
    knowledge: () => ({
      rulebook: { id: 'test', version: '3', digest: 'abc' },
      lists: [{ list: 'us-uflpa', version: '2026-11-01.1', asOf: '2026-11-01' }],
    }),
    lags: async () => [
      {
        topic: shipmentsTopic,
        group: screenerGroup,
        records: await stream.lag(shipmentsTopic, screenerGroup),
      },
    ],
    queues: async () => ({ [deliveriesQueue]: await queue.counts(deliveriesQueue) }),
    backlog: async () => {
      const { unrelayed, dueDeliveries, deadLetters } = await store.counts();
      return {
        unrelayed,
        dueDeliveries,
        oldestDueSince: dueDeliveries === 0 ? null : '2026-11-24T08:00:00.000Z',
        deadLetters: { schema: deadLetters },
      };
    },
    ...changes,
  }));
  stops.push(() => pipeline.stop());
  return { ...pipeline, metrics };
}

/** Our own samples, without those of buckets. */
async function samples(metrics: Metrics): Promise<string[]> {
  const { body } = await metrics.scrape();
  return body
    .split('\n')
    .filter((line) => line.startsWith('herkomst_') && !line.includes('_bucket'));
}

it('has the exact numbers of known work', async () => {
  const outcomes = [{ kind: 'retry', reason: 'busy' }] as const;
  const answers: ('done' | (typeof outcomes)[number])[] = [...outcomes, 'done', 'done', 'done'];
  const { metrics, clock, submit, startScreening, startDelivering } = open([
    {
      name: 'hook',
      async deliver() {
        const answer = answers.shift() ?? 'done';
        return answer === 'done' ? { kind: 'done' } : answer;
      },
      async close() {},
    },
  ]);
  await submit(sampleEvent('1'), listedEvent('2'), '{', '{"specversion":"1.0"}', '{}');
  expect(await samples(metrics)).toEqual(
    expect.arrayContaining([
      'herkomst_events_accepted_total 2',
      'herkomst_events_refused_total{code="invalid-json"} 1',
      'herkomst_events_refused_total{code="schema"} 2',
      'herkomst_screened_records_total 0',
      'herkomst_alerts_raised_total{severity="critical"} 0',
      'herkomst_stream_lag_records{topic="herkomst.shipments",group="screener"} 2',
      'herkomst_dead_letters{code="schema"} 3',
    ]),
  );

  await clock.advance(1500);
  await startScreening();
  const screened = await samples(metrics);
  expect(screened).toEqual(
    expect.arrayContaining([
      'herkomst_screened_records_total 2',
      'herkomst_screening_batch_duration_seconds_count 1',
      'herkomst_assessments_total{verdict="alert"} 1',
      'herkomst_alert_latency_seconds_count 1',
      'herkomst_alert_latency_seconds_sum 1.5',
      'herkomst_stream_lag_records{topic="herkomst.shipments",group="screener"} 0',
      'herkomst_outbox_unrelayed 1',
    ]),
  );
  expect(valuesOf(screened, 'herkomst_assessments_total')).toEqual(2);
  expect(valuesOf(screened, 'herkomst_alerts_raised_total')).toEqual(1);

  await startDelivering();
  expect(await samples(metrics)).toEqual(
    expect.arrayContaining([
      'herkomst_delivery_attempts_total{receiver="hook",outcome="retry"} 1',
      'herkomst_queue_jobs{queue="deliveries",state="delayed"} 1',
      'herkomst_deliveries_due 1',
      'herkomst_deliveries_due_oldest_age_seconds 1.5',
      'herkomst_outbox_unrelayed 0',
    ]),
  );
  await clock.advance(1000);
  expect(await samples(metrics)).toEqual(
    expect.arrayContaining([
      'herkomst_delivery_attempts_total{receiver="hook",outcome="retry"} 1',
      'herkomst_delivery_attempts_total{receiver="hook",outcome="done"} 1',
      'herkomst_delivery_attempt_duration_seconds_count{receiver="hook"} 2',
      'herkomst_delivery_latency_seconds_count{receiver="hook"} 1',
      'herkomst_delivery_latency_seconds_sum{receiver="hook"} 1',
      'herkomst_deliveries_due 0',
      'herkomst_deliveries_due_oldest_age_seconds 0',
      'herkomst_queue_jobs{queue="deliveries",state="delayed"} 0',
    ]),
  );
});

it('counts withdrawals, reused ids and repetitions for what they are', async () => {
  const { metrics, submit, startScreening } = open([]);
  const corrected = sampleEvent('2').replace('S-2', 'S-1');
  await submit(listedEvent('1'), listedEvent('1'), corrected, listedEvent('2', 'S-9'));
  await startScreening();
  expect(await samples(metrics)).toEqual(
    expect.arrayContaining([
      'herkomst_events_accepted_total 4',
      'herkomst_screened_records_total 4',
      'herkomst_assessments_total{verdict="alert"} 1',
      'herkomst_alerts_withdrawn_total 1',
      'herkomst_records_set_aside_total{code="event-id-reused"} 1',
      'herkomst_alert_latency_seconds_count 1',
    ]),
  );
});

it('counts what is given up', async () => {
  const { metrics, submit, startScreening, startDelivering } = open([
    { name: 'gone', deliver: async () => ({ kind: 'give-up', reason: '410' }), async close() {} },
  ]);
  expect(await samples(metrics)).toContain('herkomst_deliveries_given_up_total{receiver="gone"} 0');
  await submit(listedEvent('1'));
  await startScreening();
  await startDelivering();
  expect(await samples(metrics)).toEqual(
    expect.arrayContaining([
      'herkomst_delivery_attempts_total{receiver="gone",outcome="give-up"} 1',
      'herkomst_deliveries_given_up_total{receiver="gone"} 1',
    ]),
  );
  const { body } = await metrics.scrape();
  expect(body).not.toMatch(/herkomst_delivery_latency_seconds_count/);
});

it('says which rulebook and lists are at work, and how old', async () => {
  const { metrics } = open([]);
  expect(await samples(metrics)).toEqual(
    expect.arrayContaining([
      'herkomst_rulebook_info{id="test",version="3",digest="abc"} 1',
      'herkomst_list_info{list="us-uflpa",version="2026-11-01.1"} 1',
      'herkomst_list_age_days{list="us-uflpa"} 23',
    ]),
  );
});

it('tells of upkeep', async () => {
  const { metrics } = open([]);
  metrics.onUpkeep({ dropped: { rows: { events: 4, alerts: 1 } }, streamRecordsDropped: 7 });
  metrics.onUpkeep({ dropped: null, streamRecordsDropped: 1 });
  metrics.onUpkeepFailed();
  const at = Date.parse('2026-11-24T08:00:00.000Z') / 1000;
  expect(await samples(metrics)).toEqual(
    expect.arrayContaining([
      `herkomst_upkeep_last_success_timestamp_seconds ${at}`,
      'herkomst_upkeep_dropped_rows_total{table="stream_records"} 8',
      'herkomst_upkeep_dropped_rows_total{table="events"} 4',
      'herkomst_upkeep_failures_total 1',
    ]),
  );
});

it('shows nothing of an engine that is down, but that it is', async () => {
  let down = false;
  const { metrics } = open([], {
    backlog: async () => {
      if (down) throw new Error('no connection');
      return {
        unrelayed: 0,
        dueDeliveries: 0,
        oldestDueSince: null,
        deadLetters: { schema: 1 },
      };
    },
  });
  const about = (all: readonly string[]) =>
    all.filter((line) => /engine_up|unrelayed|_due|dead_letters/.test(line)).toSorted();
  const well = about(await samples(metrics));
  expect(well).toEqual([
    'herkomst_dead_letters{code="schema"} 1',
    'herkomst_deliveries_due 0',
    'herkomst_deliveries_due_oldest_age_seconds 0',
    'herkomst_engine_up{engine="queue"} 1',
    'herkomst_engine_up{engine="store"} 1',
    'herkomst_engine_up{engine="stream"} 1',
    'herkomst_outbox_unrelayed 0',
  ]);
  down = true;
  expect(about(await samples(metrics))).toEqual([
    'herkomst_engine_up{engine="queue"} 1',
    'herkomst_engine_up{engine="store"} 0',
    'herkomst_engine_up{engine="stream"} 1',
  ]);
  down = false;
  expect(about(await samples(metrics))).toEqual(well);
});

it('does not wait for an engine that hangs, nor asks it twice', async () => {
  let asked = 0;
  let answer = (_lags: []) => {};
  const { metrics } = open([], {
    timeoutMs: 1,
    lags: () => {
      asked += 1;
      return new Promise((resolve) => {
        answer = resolve;
      });
    },
  });
  const down = 'herkomst_engine_up{engine="stream"} 0';
  expect(await samples(metrics)).toContain(down);
  expect(await samples(metrics)).toContain(down);
  expect(asked).toBe(1);
  answer([]);
});

it('bears no shipment, party or sender in any label', async () => {
  const { metrics, submit, startScreening, startDelivering } = open([
    { name: 'hook', deliver: async () => ({ kind: 'done' }), async close() {} },
  ]);
  await submit(sampleEvent('1'), listedEvent('2'), '{');
  await startScreening();
  await startDelivering();
  const { body, contentType } = await metrics.scrape();
  expect(body).not.toMatch(/S-1|S-2|Haolin|urn:example|alert-/);
  expect(contentType).toContain('text/plain');
});

it('gives each metric a unit or kind in its name, and a help text', async () => {
  const { metrics } = open([]);
  const { body } = await metrics.scrape();
  const types = [...body.matchAll(/^# TYPE (herkomst_\S+) (\S+)$/gm)];
  expect(types.length).toBeGreaterThan(20);
  for (const [, name = '', type] of types) {
    if (type === 'counter') expect(name).toMatch(/_total$/);
    if (type === 'histogram') expect(name).toMatch(/_seconds$/);
    expect(body).toMatch(new RegExp(`^# HELP ${name} \\S.*\\.$`, 'm'));
  }
});

function valuesOf(all: readonly string[], name: string): number {
  return all
    .filter((line) => line.startsWith(`${name}{`))
    .reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0);
}
