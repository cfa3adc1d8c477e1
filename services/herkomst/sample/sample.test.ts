/** The sample that ships is the one the generator writes, and shows what it is meant to show. */
import { assess, readDeclaredEvent, type DeclaredEvent, type Rulebook } from '@herkomst/core';
import { readShipmentFile } from '@herkomst/adapter-files';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadRulebook } from '../src/screening/load-rulebook.ts';
import { generateSample } from './generate.ts';

/** Reading the lists and building the matcher, on a machine that has much else to do. */
const slow = 120_000;

const csvSample = fileURLToPath(new URL('shipments.csv', import.meta.url));
const shipped = readFileSync(new URL('shipments.ndjson', import.meta.url), 'utf8');

function readAll(): DeclaredEvent[] {
  return shipped
    .trimEnd()
    .split('\n')
    .map((line, index) => {
      const reading = readDeclaredEvent(JSON.parse(line));
      if (reading.kind === 'invalid') {
        throw new Error(`line ${index + 1}: ${JSON.stringify(reading.faults)}`);
      }
      return reading.event;
    });
}

test('the generator writes the shipped file again, byte for byte', () => {
  expect(generateSample()).toBe(shipped);
});

describe('the shipped events', { timeout: slow }, () => {
  let events: DeclaredEvent[];
  let rulebook: Rulebook;
  beforeAll(async () => {
    events = readAll();
    rulebook = await loadRulebook({ listsDir: null, rulebookFile: null, networkFile: null });
  }, slow);

  test('are all valid, a few hundred, into four countries', () => {
    expect(events.length).toBeGreaterThan(300);
    const countries = new Set(events.map(({ shipment }) => shipment.declaration.jurisdiction));
    expect([...countries].toSorted()).toEqual(['BE', 'DE', 'NL', 'US']);
  });

  test('come in order of time, one delivered twice and one corrected', () => {
    const times = events.map(({ time }) => time ?? '');
    expect(times).toEqual(times.toSorted());
    const ids = new Set(events.map(({ id }) => id));
    const shipments = new Set(events.map(({ shipment }) => shipment.shipmentId));
    expect([ids.size, shipments.size]).toEqual([events.length - 1, events.length - 2]);
  });

  test('are mostly honest: about one in twelve alerts, and something of every verdict', () => {
    const verdicts = Map.groupBy(events, ({ shipment }) => assess(shipment, rulebook).verdict);
    const share = (verdicts.get('alert')?.length ?? 0) / events.length;
    expect(share).toBeGreaterThan(0.07);
    expect(share).toBeLessThan(0.11);
    expect([...verdicts.keys()].toSorted()).toEqual(['alert', 'clear', 'review', 'unknown']);
  });
});

test(
  'the CSV sample is read whole: shipments of several rows, and an alert among them',
  async () => {
    const events: DeclaredEvent[] = [];
    for await (const entries of readShipmentFile(csvSample)) {
      for (const { reading } of entries) {
        if (reading.kind === 'invalid') throw new Error(JSON.stringify(reading.faults));
        events.push(reading.event);
      }
    }
    expect(events.map(({ shipment }) => [shipment.shipmentId, shipment.items.length])).toEqual([
      ['PO-4471', 2],
      ['PO-4472', 1],
      ['PO-4480', 3],
      ['PO-4485', 1],
      ['ENT-7719', 1],
      ['ENT-7720', 1],
      ['ENT-7721', 1],
      ['PO-4490', 1],
      ['PO-4495', 1],
    ]);
    const rulebook = await loadRulebook({ listsDir: null, rulebookFile: null, networkFile: null });
    expect(events.map(({ shipment }) => assess(shipment, rulebook).verdict)).toContain('alert');
  },
  slow,
);
