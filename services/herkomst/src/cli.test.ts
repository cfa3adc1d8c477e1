/** The command line as its user meets it: a process, its output and its exit code. */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const main = fileURLToPath(new URL('main.ts', import.meta.url));
const sample = fileURLToPath(new URL('../sample/shipments.ndjson', import.meta.url));

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'herkomst-cli-'));
});
afterAll(() => rm(directory, { recursive: true, force: true }));

interface Run {
  readonly code: number;
  readonly out: string;
  readonly errors: string;
}

function herkomst(...args: string[]): Promise<Run> {
  const env = { HERKOMST_DATA_DIR: join(directory, 'data') };
  return new Promise((resolve) => {
    execFile(process.execPath, [main, ...args], { env, maxBuffer: 1e8 }, (error, out, errors) => {
      resolve({ code: error === null ? 0 : Number(error.code), out, errors });
    });
  });
}

async function file(name: string, lines: readonly string[]): Promise<string> {
  const path = join(directory, name);
  await writeFile(path, `${lines.join('\n')}\n`);
  return path;
}

function declared(id: string, exporter: string, city: string, country: string): string {
  return JSON.stringify({
    specversion: '1.0',
    id,
    source: 'urn:test',
    type: 'org.herkomst.shipment.declared.v1',
    data: {
      shipmentId: id,
      declaration: { kind: 'import', jurisdiction: 'NL', lodgedAt: '2026-10-01T08:00:00Z' },
      transport: { mode: 'sea' },
      parties: [{ role: 'exporter', name: exporter, address: { lines: ['1'], city, country } }],
      items: [
        {
          lineNumber: 1,
          commodityCode: '670420',
          description: 'Human hair wigs',
          countryOfOrigin: country,
        },
      ],
    },
  });
}

const honest = declared('S-1', 'Porto Perucas Lda', 'Porto', 'PT');
const listed = declared('S-2', 'Hetian Haolin Hair Accessories Co., Ltd.', 'Lop County', 'CN');
const throughQingdao = declared('S-3', 'QINGDAO VOORBEELD WIGS CO LTD', 'Qingdao', 'CN');

describe('screen', () => {
  test('exits with 0 when nothing is raised, 1 when an alert is', async () => {
    const clear = await herkomst('screen', await file('clear.ndjson', [honest]));
    expect(clear).toMatchObject({ code: 0 });
    expect(clear.out).toContain('S-1');
    const alert = await herkomst('screen', await file('alert.ndjson', [honest, listed]), '--json');
    expect(alert.code).toBe(1);
    const rows = alert.out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { shipmentId: string; verdict: string });
    expect(rows.map(({ shipmentId, verdict }) => `${shipmentId} ${verdict}`)).toEqual([
      'S-1 clear',
      'S-2 alert',
    ]);
  }, 60_000);

  test('exits with 2 when some is refused or missing, names it and screens the rest', async () => {
    const bad = await file('bad.ndjson', ['{"id": 1', listed]);
    const run = await herkomst('screen', bad, join(directory, 'nowhere.csv'));
    expect(run.code).toBe(2);
    expect(run.out).toContain('S-2');
    expect(run.errors).toMatch(/bad\.ndjson, line 1: invalid-json/);
    expect(run.errors).toMatch(/nowhere\.csv: ENOENT/);
    expect(run.errors).toContain('1 screened');
  }, 60_000);

  test('exits with 64 when used wrongly, 78 when the configuration can not be used', async () => {
    for (const args of [['screen'], ['screen', '--jsn', 'x'], ['scren'], []]) {
      expect((await herkomst(...args)).code).toBe(64);
    }
    const lists = await herkomst('screen', sample, '--lists', join(directory, 'no-lists'));
    expect(lists.code).toBe(78);
    expect(lists.errors).toContain('no-lists');
  }, 60_000);

  test('takes a list of one’s own', async () => {
    const lists = await mkdtemp(join(directory, 'lists-'));
    const own = {
      list: 'own',
      title: 'Our own list',
      authority: 'Us',
      version: '1',
      asOf: '2026-11-01',
      url: 'https://example.org',
      entities: [
        {
          id: 'own:porto-perucas',
          kind: 'organization',
          name: 'Porto Perucas Lda',
          country: 'PT',
          listings: [{ clause: 'own', effectiveDate: '2020-01-01' }],
          status: 'active',
          url: 'https://example.org/1',
        },
      ],
    };
    await writeFile(join(lists, 'own.json'), JSON.stringify(own));
    const run = await herkomst('screen', await file('own.ndjson', [honest]), '--lists', lists);
    expect(run.code).toBe(1);
    expect(run.out.replaceAll(/\s+/g, ' ')).toContain('Our own list');
  }, 60_000);
});

describe('other commands', () => {
  test('match says who a name could be', async () => {
    const run = await herkomst('match', 'hetian haolin hair accessories', '--json');
    const { matches } = JSON.parse(run.out) as { matches: { entity: { id: string } }[] };
    expect(run.code).toBe(0);
    expect(matches[0]?.entity.id).toContain('hetian-haolin');
    expect((await herkomst('match', 'x', '--country', 'China')).code).toBe(64);
  }, 60_000);

  test('advise speaks Dutch', async () => {
    const run = await herkomst('advise', '--country', 'cn', '--hs', '6704', '--lang', 'nl');
    expect(run).toMatchObject({ code: 0 });
    expect(run.out).toContain('dwangarbeid');
    expect((await herkomst('advise', '--country', 'CN', '--hs', 'wigs')).code).toBe(64);
  }, 60_000);

  test('network import lets screening see one tier up, and names the line it can not use', async () => {
    const shipments = await file('qingdao.ndjson', [throughQingdao]);
    expect((await herkomst('screen', shipments)).code).toBe(0);
    const links = await file('links.csv', [
      'kind,from_name,from_country,to_name,to_country,hs,seen,source,source_url',
      'supplies,"Hetian Haolin Hair Accessories Co., Ltd.",CN,"Qingdao Voorbeeld Wigs Co., Ltd.",CN,6703,2026-09-01,Register,https://example.org',
      'suplies,Alpha Hair Ltd,CN,Beta Hair Ltd,CN,6703,2026-09-01,Register,https://example.org',
    ]);
    const imported = await herkomst('network', 'import', links);
    expect(imported.code).toBe(2);
    expect(imported.errors).toMatch(/links\.csv, line 3.*kind/);
    const after = await herkomst('screen', shipments, '--json');
    expect(after.code).toBe(1);
    expect(after.out).toContain('supply.network');
    expect(after.out).toContain('buys hair');
  }, 120_000);

  test('backtest tells which alerts a stricter threshold loses', async () => {
    const standard = new URL(
      '../../../packages/reference/rulebooks/standard.yaml',
      import.meta.url,
    );
    const text = await readFile(standard, 'utf8');
    const strict = await file('strict.yaml', [
      text.replace(/^( +alert:) [\d.]+$/m, '$1 0.9999').replace('version: ', 'version: strict-'),
    ]);
    const run = await herkomst('backtest', '--against', strict, sample, '--json');
    expect(run.code).toBe(0);
    const summary = JSON.parse(run.out) as { shipments: number; gained: number; lost: number };
    expect(summary.shipments).toBeGreaterThan(300);
    expect(summary.gained).toBe(0);
    expect(summary.lost).toBeGreaterThan(0);
  }, 120_000);
});
