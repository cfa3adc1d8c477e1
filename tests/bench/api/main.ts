/**
 * How long each list takes with 1,000,000 assessments stored, whatever is asked for:
 * `npx node tests/bench/api/main.ts [rows] [folder] [rounds]`, on PGlite on disk, in a folder that is kept if
 * one is given, or on the server that HERKOMST_TEST_POSTGRES_URL names. Every call is one page; of each question the first page and the
 * one after it. Beside the time stands the work of this process, in which PGlite runs: on a machine
 * that others use it says more.
 */
import { openPglite } from '@herkomst/adapter-pglite';
import { openPostgres } from '@herkomst/adapter-postgres';
import { createTestDatabase, serverUrl } from '@herkomst/adapter-postgres/testing';
import {
  createSqlCaseStore,
  createSqlSearchStores,
  createSqlStores,
  migrate,
} from '@herkomst/adapter-sql';
import { find, readStatistics, type Question } from '@herkomst/runtime';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fill, tenant } from './fill.ts';

const rows = Number(process.argv[2] ?? 1_000_000);
const rounds = Number(process.argv[4] ?? 20);

const own = serverUrl === '' ? null : await createTestDatabase();
const kept = process.argv[3];
const directory = kept ?? (await mkdtemp(join(tmpdir(), 'herkomst-bench-')));
const database =
  own === null
    ? await openPglite(join(directory, 'database'))
    : await openPostgres({ url: own.url });
try {
  await migrate(database);
  const began = performance.now();
  await fill(database, rows);
  const engine = own === null ? 'PGlite on disk' : 'PostgreSQL';
  const filled = Math.round((performance.now() - began) / 1000);
  console.log(`${engine}, ${rows.toLocaleString('en')} assessments, filled in ${filled} s\n`);
  const search = createSqlSearchStores(database).of(tenant);
  const store = createSqlStores(database).of(tenant);
  const cases = createSqlCaseStore(database);

  const alerts = { order: 'time', alertsOnly: true } as const;
  const assessments = { order: 'time', alertsOnly: false } as const;
  const some = (most: number): number => Math.floor(Math.random() * most);
  const questions: readonly (readonly [name: string, question: () => Question])[] = [
    ['alerts, all', () => alerts],
    ['alerts by risk', () => ({ ...alerts, order: 'risk' })],
    ['alerts by arrival', () => ({ ...alerts, order: 'arrival' })],
    ['alerts that stand, by risk', () => ({ ...alerts, order: 'risk', standing: true })],
    ['alerts that do not stand', () => ({ ...alerts, standing: false })],
    ['alerts, low severity by risk', () => ({ ...alerts, order: 'risk', severity: 'low' })],
    ['alerts, rare word', () => ({ ...alerts, party: `u${some(20_000) * 10}` })],
    ['alerts, common words', () => ({ ...alerts, party: 'trading co' })],
    ['alerts, common words by arrival', () => ({ ...alerts, order: 'arrival', party: 'trading' })],
    ['alerts, words that exclude each other', () => ({ ...alerts, party: 'odd even' })],
    [
      'alerts, five filters by risk',
      () => ({
        ...alerts,
        order: 'risk',
        party: 'trading',
        goods: ['67'],
        place: ['cn'],
        regime: 'us-uflpa',
        minScore: 0.5,
      }),
    ],
    ['alerts of one day by risk', () => ({ ...alerts, order: 'risk', ...day(40) })],
    ['assessments, all', () => assessments],
    ['assessments, rare word', () => ({ ...assessments, party: `u${some(200_000)}` })],
    ['assessments, a word of 200', () => ({ ...assessments, party: `w${some(5000)}` })],
    ['assessments, nobody', () => ({ ...assessments, party: 'nobody' })],
    ['assessments, common words', () => ({ ...assessments, party: 'trading co', place: ['cn'] })],
    ['assessments, words that exclude', () => ({ ...assessments, party: 'odd even' })],
    ['assessments, verdict unknown', () => ({ ...assessments, verdict: 'unknown' })],
    ['assessments, HS heading', () => ({ ...assessments, goods: ['6704', '6112'] })],
    ['assessments, score 0.5 to 0.501', () => ({ ...assessments, minScore: 0.5, maxScore: 0.501 })],
    ['assessments of one day', () => ({ ...assessments, ...day(10) })],
    [
      'assessments, common and rare',
      () => ({ ...assessments, party: `co w${some(5000)}`, place: ['rotterdam'] }),
    ],
  ];
  for (const [name, question] of questions) {
    await time(name, async (lap) => {
      const asked = question();
      const first = await lap(() => find(search, asked, { limit: 50 }));
      const { next } = first;
      if (next !== null) await lap(() => find(search, asked, { limit: 50, after: next }));
    });
  }
  await time('dead letters', async (lap) => {
    const first = await lap(() => store.deadLetters({ limit: 50 }));
    await lap(() => store.deadLetters({ limit: 50, after: first.next ?? '' }));
  });
  await time('shipments by time', async (lap) => {
    const period = { from: null, to: null };
    const first = await lap(() => store.history(period, { limit: 50 }));
    await lap(() => store.history(period, { limit: 50, after: first.next ?? '' }));
  });
  await time('entries of the feed', async (lap) => {
    await lap(() => search.feedEnd());
  });
  await time(
    'statistics of 30 days (no list)',
    async (lap) => {
      const parts = { search, cases, tenant };
      await lap(() => readStatistics(parts, '2026-07-01', '2026-07-30'));
    },
    3,
  );
} finally {
  await database.close();
  await own?.drop();
  if (kept === undefined) await rm(directory, { recursive: true, force: true });
}

function day(after: number): { readonly from: string; readonly to: string } {
  const from = Date.parse('2026-06-01') + after * 86_400_000;
  return {
    from: new Date(from).toISOString(),
    to: new Date(from + 86_400_000).toISOString(),
  };
}

type Lap = <Result>(call: () => Promise<Result>) => Promise<Result>;

async function time(name: string, run: (lap: Lap) => Promise<void>, times = rounds): Promise<void> {
  const laps: number[] = [];
  const work: number[] = [];
  for (let round = 0; round < times; round += 1) {
    await run(async (call) => {
      const start = performance.now();
      const before = process.cpuUsage();
      const result = await call();
      laps.push(performance.now() - start);
      const { user, system } = process.cpuUsage(before);
      work.push((user + system) / 1000);
      return result;
    });
  }
  const at = (values: readonly number[], share: number): string =>
    (values.toSorted((a, b) => a - b)[Math.floor(share * (values.length - 1))] ?? 0)
      .toFixed(1)
      .padStart(7);
  console.log(
    `${name.padEnd(38)} p50 ${at(laps, 0.5)} p95 ${at(laps, 0.95)} ms, work p50 ${at(work, 0.5)} p95 ${at(work, 0.95)} ms`,
  );
}
