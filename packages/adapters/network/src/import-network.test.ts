import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { NetworkFault } from './entry.ts';
import { formatOf, importNetwork } from './import-network.ts';
import { openNetwork, saveNetwork } from './snapshot-file.ts';
import { emptyNetwork, options } from './testing.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'herkomst-network-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const header = 'from_name,from_country,to_name,to_country,kind,hs,source,source_url';
const rows = [
  'Lop Hair,CN,Qingdao Wigs,CN,supplies,6703,Records,https://example.org/1',
  'Qingdao Wigs,CN,Wig Shop,NL,supplies,6704,Records,https://example.org/2',
  'Qingdao Wigs,CN,Qingdao Wigs Co. Ltd,CN,owns,,Records,https://example.org/3',
  'Lop Hair,CN,Elsewhere,XYZ,supplies,6703,Records,https://example.org/4',
];

async function put(name: string, lines: readonly string[]): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, `${lines.join('\n')}\n`);
  return file;
}

describe('importing a file', () => {
  test('takes in what can be used, once, and hands out the rest', async () => {
    const network = emptyNetwork();
    const file = await put('network.csv', [header, ...rows]);
    const faults: NetworkFault[] = [];
    const report = await importNetwork(file, network, { onFault: (fault) => faults.push(fault) });
    expect(report).toMatchObject({ format: 'csv', added: 2, known: 0, sameCompany: 1, faults: 1 });
    expect(report.companies).toHaveLength(3);
    expect(faults).toMatchObject([{ line: 5, path: 'to_country', original: rows[3] }]);
    expect(await importNetwork(file, network)).toMatchObject({ added: 0, known: 2 });
    expect(network.linkCount).toBe(2);
  });

  test('a newer edition takes the place of the older', async () => {
    const network = emptyNetwork();
    await importNetwork(await put('old.csv', [header, ...rows.slice(0, 2)]), network);
    const newer = await put('new.csv', [header, ...rows.slice(1, 2)]);
    expect(await importNetwork(newer, network, { replace: true })).toMatchObject({
      removed: 2,
      added: 1,
    });
    expect([...network.allLinks()].map(({ to }) => to.name)).toEqual(['Wig Shop']);
  });

  test('of a wrong kind leaves the network as it was', async () => {
    const network = emptyNetwork();
    const before = network.reference;
    await expect(importNetwork(await put('bad.csv', ['a,b', '1,2']), network)).rejects.toThrow(
      /no column is called "a"/,
    );
    await expect(importNetwork(join(folder, 'nowhere.csv'), network)).rejects.toThrow(/ENOENT/);
    expect(network.reference).toEqual(before);
  });

  test('tells FollowTheMoney by its ending', async () => {
    expect(['a.csv', 'a.ftm.json', 'a.ndjson', 'a.txt'].map(formatOf)).toEqual([
      'csv',
      'ftm',
      'ftm',
      undefined,
    ]);
    const line = { id: 'A', schema: 'Company', properties: { name: ['Alpha'], parent: ['B'] } };
    const file = await put('few.ftm.json', [
      JSON.stringify(line),
      JSON.stringify({ ...line, id: 'B', properties: { name: ['Beta'] } }),
    ]);
    expect(await importNetwork(file, emptyNetwork())).toMatchObject({ format: 'ftm', added: 1 });
  });
});

describe('a snapshot on disk', () => {
  test('comes back the same, and leaves no other file', async () => {
    const network = emptyNetwork();
    await importNetwork(await put('for-snapshot.csv', [header, ...rows]), network);
    const place = join(folder, 'snapshot');
    await writeFile(place, 'an older one');
    await saveNetwork(place, network, 'note');
    const back = await openNetwork(place, options);
    expect(back?.note).toBe('note');
    expect(back?.network.reference).toEqual(network.reference);
    expect((await readdir(folder)).filter((name) => name.includes('.part'))).toEqual([]);
  });

  test('is null where there is none, and refused where it is harmed', async () => {
    expect(await openNetwork(join(folder, 'none'), options)).toBeNull();
    const harmed = await put('harmed', ['this is no snapshot']);
    await expect(openNetwork(harmed, options)).rejects.toThrow(/no snapshot/);
  });
});
