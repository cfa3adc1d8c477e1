import { describe, expect, test } from 'vitest';
import { readFtmNetwork } from './read-ftm.ts';
import { all, bytesOf, faultsOf, linksOf } from './testing.ts';

const source = { name: 'test.ftm.json', url: 'https://example.org/file' };

const read = (...lines: readonly (object | string)[]) =>
  all(
    readFtmNetwork(
      bytesOf(
        lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'),
      ),
      source,
    ),
  );

const company = (id: string, name: string, more: object = {}) => ({
  id,
  schema: 'Company',
  datasets: ['some_list'],
  last_seen: '2026-05-01T10:00:00',
  properties: { name: [name], ...more },
});

describe('FollowTheMoney', () => {
  test('a company comes with its names, numbers, country and topics', async () => {
    const [entry] = await read(
      company('NK-1', 'Lop Hair', {
        alias: ['洛浦发制品', 'Lop Hair'],
        country: ['cn'],
        jurisdiction: ['cn-xj'],
        registrationNumber: ['91653224MA0000001X', 'R-17'],
        leiCode: ['529900T8BM49AURSDO55'],
        address: ['Lop County'],
        topics: ['forced.labor', 'role.pep'],
      }),
    );
    expect(entry).toEqual({
      kind: 'company',
      line: 1,
      company: {
        id: 'ftm:NK-1',
        name: 'Lop Hair',
        otherNames: ['洛浦发制品'],
        country: 'CN',
        region: 'CN-XJ',
        place: 'Lop County',
        identifiers: [
          { scheme: 'LEI', value: '529900T8BM49AURSDO55' },
          { scheme: 'USCC', value: '91653224MA0000001X' },
          { scheme: 'REG-CN', value: 'R-17' },
        ],
        topics: ['forced.labor'],
      },
    });
  });

  test('links are dated, sourced and may stand before their ends', async () => {
    const entries = await read(
      {
        id: 'own',
        schema: 'Ownership',
        datasets: ['register'],
        last_seen: '2026-05-01T00:00:00',
        properties: {
          owner: ['A'],
          asset: ['B'],
          percentage: ['51.5 %'],
          startDate: ['2019'],
          endDate: ['2024-02'],
          sourceUrl: ['https://example.org/record/7'],
        },
      },
      company('A', 'Alpha'),
      company('B', 'Beta'),
      { id: 'dir', schema: 'Directorship', properties: { director: ['P'], organization: ['B'] } },
      { id: 'P', schema: 'Person', properties: { name: ['Li Wei'] } },
      { id: 'suc', schema: 'Succession', properties: { predecessor: ['A'], successor: ['B'] } },
      { id: 'unk', schema: 'UnknownLink', properties: { subject: ['A'], object: ['B'] } },
      { id: 'add', schema: 'Address', properties: { full: ['1 Road'] } },
      { id: 'san', schema: 'Sanction', properties: { entity: ['A'] } },
    );
    expect(faultsOf(entries)).toEqual([]);
    const links = linksOf(entries);
    expect(links.map(({ from, to, kind }) => [from.name, kind, to.name])).toEqual([
      ['Alpha', 'owns', 'Beta'],
      ['Li Wei', 'controls', 'Beta'],
      ['Alpha', 'same-as', 'Beta'],
      ['Alpha', 'associated', 'Beta'],
    ]);
    expect(links[0]).toMatchObject({
      share: 0.515,
      validFrom: '2019-01-01',
      validTo: '2024-02-29',
      seen: '2026-05-01',
      source: { name: 'register', url: 'https://example.org/record/7' },
    });
    expect(links[1]).toMatchObject({ from: { person: true }, source });
  });

  test('nested entities and parents count too', async () => {
    const entries = await read({
      ...company('A', 'Alpha', {
        parent: [company('M', 'Mother')],
        ownershipOwner: [
          {
            id: 'own',
            schema: 'Ownership',
            properties: { owner: ['A'], asset: [company('B', 'Beta')] },
          },
        ],
      }),
    });
    expect(linksOf(entries).map(({ from, to }) => [from.name, to.name])).toEqual([
      ['Mother', 'Alpha'],
      ['Alpha', 'Beta'],
    ]);
  });

  test('firms with one address or telephone are linked, unless very many have it', async () => {
    const some = ['A', 'B'].map((id) => company(id, `Firm ${id}`, { phone: ['+86 903 123 4567'] }));
    const agent = Array.from({ length: 20 }, (_, at) =>
      company(`N${at}`, `Shell ${at}`, { address: ['Suite 1, Offshore House'] }),
    );
    const links = linksOf(await read(...some, ...agent));
    expect(links.map(({ from, to, kind }) => [from.name, kind, to.name])).toEqual([
      ['Firm A', 'shared-phone', 'Firm B'],
    ]);
  });

  test.each([
    ['{"id": "A"', 'invalid-json', ''],
    ['[]', 'wrong-shape', ''],
    ['{"schema":"Company","properties":{}}', 'wrong-shape', 'id'],
    ['{"id":"A","properties":{}}', 'wrong-shape', 'schema'],
    ['{"id":"A","schema":"Company","properties":[]}', 'wrong-shape', 'properties'],
    ['{"id":"A","schema":"Company","properties":{}}', 'missing', 'properties.name'],
    ['{"id":"A","schema":"Ownership","properties":{"owner":["A"]}}', 'missing', 'properties.asset'],
    [
      '{"id":"A","schema":"Ownership","properties":{"owner":["A"],"asset":["Z"]}}',
      'unknown-entity',
      'properties',
    ],
  ])('%s is refused and kept, and the rest goes on', async (line, code, path) => {
    const entries = await read(line, company('A', 'Alpha'));
    expect(faultsOf(entries)).toMatchObject([{ line: 1, code, path }]);
    expect(entries.some(({ kind }) => kind === 'company')).toBe(true);
  });
});
