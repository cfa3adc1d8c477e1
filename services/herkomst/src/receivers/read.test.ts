import type { Commodity } from '@herkomst/core';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFromFile, policyOf } from './create.ts';
import { readReceiversFile, ReceiversError } from './read.ts';

const webhookSecret = `whsec_${'c2VjcmV0'.repeat(6)}`;
const environment: Readonly<Record<string, string>> = {
  HOOK_SECRET: webhookSecret,
  HOOK_OLD: `whsec_${'b2xkb2xk'.repeat(6)}`,
  SLACK_URL: 'https://hooks.slack.example/services/T0/B0/hidden',
  REDIS: 'redis://user:hidden@localhost:6379',
};
const cotton = {
  id: 'cotton',
  title: { en: 'Cotton', nl: 'Katoen' },
  hsPrefixes: ['5201', '5203'],
};

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'herkomst-receivers-'));
});
afterEach(() => rm(directory, { recursive: true }));

async function read(text: string) {
  const file = join(directory, 'receivers.yaml');
  await writeFile(file, text);
  return readReceiversFile(file, {
    secret: (name) => environment[name] ?? null,
    commodities: new Map([['cotton', cotton as unknown as Commodity]]),
  });
}

async function faultsOf(text: string): Promise<readonly string[]> {
  try {
    await read(text);
  } catch (error) {
    if (error instanceof ReceiversError)
      return error.message
        .split('\n')
        .slice(1)
        .map((line) => line.trim());
    throw error;
  }
  return [];
}

describe('the receivers file', () => {
  it('says all of each kind', async () => {
    await writeFile(join(directory, 'smtp-password'), 'from a file\n');
    const { receivers } = await read(`
link: https://herkomst.example/console/#/alerts/{alertId}
receivers:
  - name: partner
    kind: webhook
    url: https://partner.example/hook
    secrets:
      - secret: \${HOOK_SECRET}
      - { secret: "\${HOOK_OLD}", until: 2026-12-31T00:00:00Z }
    rateLimit: { count: 30, per: 1m }
  - name: desk
    kind: email
    tenant: acme
    language: nl
    timeZone: Europe/Amsterdam
    from: Herkomst <alerts@example.org>
    to: [desk@example.org]
    smtp: { host: mail.example, user: herkomst, password: { file: smtp-password } }
    filters:
      severity: high
      regimes: [us-uflpa]
      commodities: [cotton, 6704]
      sources: [urn:broker]
    quietHours:
      timeZone: Europe/Amsterdam
      from: "22:00"
      to: "07:00"
      days: [sat, sun]
      unless: critical
    digest: { timeZone: Europe/Amsterdam, everyHours: 12, unless: critical }
  - { name: chat, kind: slack, url: "\${SLACK_URL}" }
  - { name: queue, kind: bullmq, queue: alerts, redis: "\${REDIS}" }
  - { name: topic, kind: kafka, topic: alerts, brokers: ["localhost:9092"] }
`);
    expect(receivers).toMatchObject([
      { secrets: [{ secret: webhookSecret }, { until: '2026-12-31T00:00:00Z' }] },
      { smtp: { security: 'starttls', password: 'from a file' }, tenant: 'acme' },
      { url: environment['SLACK_URL'], language: 'en' },
      { redis: environment['REDIS'] },
      { topic: 'alerts' },
    ]);
    expect(receivers.map(policyOf).slice(0, 2)).toEqual([
      {
        filter: { severity: null, regimes: null, commodities: null, sources: null },
        quietHours: null,
        digest: null,
        rateLimit: { count: 30, periodMs: 60_000 },
      },
      {
        filter: {
          severity: 'high',
          regimes: ['us-uflpa'],
          commodities: [
            { name: 'cotton', hsPrefixes: ['5201', '5203'], titles: ['Cotton'] },
            { name: '6704', hsPrefixes: ['6704'], titles: [] },
          ],
          sources: ['urn:broker'],
        },
        quietHours: {
          timeZone: 'Europe/Amsterdam',
          daily: { from: 1320, to: 420 },
          days: [6, 0],
          unless: 'critical',
        },
        digest: { timeZone: 'Europe/Amsterdam', at: [0, 720], unless: 'critical' },
        rateLimit: null,
      },
    ]);
  });

  it('names every fault at once, each with its line', async () => {
    const faults = await faultsOf(`receivers:
  - name: Partner!
    kind: webhook
    url: ftp://partner.example
    secrets: [{ secret: "${webhookSecret}" }]
  - name: file
    kind: slack
    url: \${NOWHERE}
    quietHours: { timeZone: Europe/Atlantis, from: "25:00", to: "07:00" }
    digest: { timeZone: UTC, at: ["08:00"], everyHours: 5 }
  - name: desk
    kind: carrier-pigeon
  - name: queue
    kind: bullmq
    queue: alerts
    filters: { commodities: [gold], severity: grave }
    rateLimit: { count: 0, per: never }
    colour: red
  - { name: chat, kind: slack }
`);
    expect(faults.map((fault) => fault.replace(/: [^:]*$/, ''))).toEqual(
      expect.arrayContaining([
        'line 2: receivers.0.name',
        'line 4: receivers.0.url',
        expect.stringContaining('line 5: receivers.0.secrets.0.secret'),
        expect.stringContaining('line 6: receivers.1.name'),
        'line 8: receivers.1.url',
        'line 9: receivers.1.quietHours.timeZone',
        expect.stringContaining('line 9: receivers.1.quietHours.from'),
        'line 10: receivers.1.digest.everyHours',
        expect.stringContaining('line 12: receivers.2.kind'),
        'line 16: receivers.3.filters.commodities.0',
        'line 16: receivers.3.filters.severity',
        expect.stringContaining('line 17: receivers.3.rateLimit.count'),
        'line 18: receivers.3.colour',
        'line 19: receivers.4.url',
      ]),
    );
    const all = faults.join('\n');
    expect(all).toContain('NOWHERE is not set in the environment');
    expect(all).toContain('receivers.4.url: is needed');
    expect(all).toContain('a secret must not stand in this file');
    // A fault must not tell what it is about.
    expect(all).not.toContain(webhookSecret);
  });

  it('tells of broken YAML by its line, of a file that is not there, and of two of one name', async () => {
    expect((await faultsOf('receivers:\n  - name: [a\n'))[0]).toMatch(/^line \d+: /);
    expect((await faultsOf('receivers: {}'))[0]).toMatch(/^line 1: receivers: /);
    const twice = '- { name: a, kind: bullmq, queue: q }';
    expect((await faultsOf(`receivers:\n  ${twice}\n  ${twice}\n`))[0]).toBe(
      'line 3: receivers.1.name: two receivers are called "a"',
    );
    const parts = { secret: () => null, commodities: new Map<string, Commodity>() };
    expect(() => readReceiversFile(join(directory, 'nowhere.yaml'), parts)).toThrow('ENOENT');
  });

  it('makes receivers that go by their tenant and rules', async () => {
    const file = await read(
      'receivers:\n  - { name: chat, kind: teams, tenant: acme, url: "${SLACK_URL}" }\n',
    );
    const outlets = {
      topic: () => {
        throw new Error('no topic');
      },
      queue: () => {
        throw new Error('no queue');
      },
    };
    const [chat] = createFromFile(file, outlets, 'own');
    expect(chat).toMatchObject({ name: 'chat', tenant: 'acme', policy: { digest: null } });
    await chat?.close();
  });
});
