import { describe, expect, test } from 'vitest';
import { NetworkFileError } from './entry.ts';
import { readCsvNetwork } from './read-csv.ts';
import { all, bytesOf, faultsOf, linksOf } from './testing.ts';

const header =
  'from_name,from_country,from_ids,from_place,from_region,to_name,to_country,kind,hs,share,shipments,valid_from,valid_to,seen,source,source_url';
const good =
  'Lop Hair,CN,USCC:91653224MA0000001X;LEI:abc,Lop County,CN-XJ,"Qingdao ""Wigs"", Ltd",CN,supplies,6703.00,35%,3,2026-01-02,,2026-04-01,Records,https://example.org';

const read = (text: string | Uint8Array, size?: number) => all(readCsvNetwork(bytesOf(text, size)));

describe('a line of CSV', () => {
  test.each([1, 3, 1000])('is read whole, %i bytes at a time', async (size) => {
    const entries = await read(`\ufeff${header}\r\n${good}\r\n`, size);
    expect(entries).toEqual([
      {
        kind: 'link',
        line: 2,
        link: {
          from: {
            name: 'Lop Hair',
            country: 'CN',
            place: 'Lop County',
            region: 'CN-XJ',
            identifiers: [
              { scheme: 'USCC', value: '91653224MA0000001X' },
              { scheme: 'LEI', value: 'abc' },
            ],
          },
          to: { name: 'Qingdao "Wigs", Ltd', country: 'CN' },
          kind: 'supplies',
          hs: '670300',
          share: 0.35,
          shipments: 3,
          validFrom: '2026-01-02',
          seen: '2026-04-01',
          source: { name: 'Records', url: 'https://example.org' },
        },
      },
    ]);
  });

  test('may name only a region as its upstream end', async () => {
    const line = good.replace('Lop Hair', 'unknown');
    expect(linksOf(await read(`${header}\n${line}\n`))[0]?.from).toMatchObject({
      id: 'region:CN-XJ',
      name: 'Makers in CN-XJ',
    });
  });

  test.each([
    ['CN,USCC', 'China,USCC', 'from_country'],
    ['USCC:9', '9', 'from_ids'],
    ['CN-XJ', 'Xinjiang', 'from_region'],
    ['"Qingdao ""Wigs"", Ltd"', '', 'to_name'],
    ['"Qingdao ""Wigs"", Ltd"', 'to order', 'to_name'],
    ['supplies', 'sells', 'kind'],
    ['6703.00', '67x', 'hs'],
    ['35%', '135%', 'share'],
    ['35%', 'half', 'share'],
    [',3,', ',0,', 'shipments'],
    [',3,', ',3.5,', 'shipments'],
    ['2026-01-02', '2026-02-30', 'valid_from'],
    ['2026-01-02,,', '2026-01-02,2025-01-01,', 'valid_to'],
    ['2026-04-01', '1/4/2026', 'seen'],
    ['Records', '', 'source'],
    ['https://example.org', '', 'source_url'],
    ['"Qingdao', 'Qingdao', ''],
    [',Records,', ',Records,more,', ''],
    ['"Qingdao ""Wigs"", Ltd"', '"Qingdao', ''],
  ])('with %j turned into %j is refused for %j and kept', async (was, is, path) => {
    const line = good.replace(was, is);
    expect(line).not.toBe(good);
    const entries = await read(`${header}\n${line}\n${good}\n`);
    expect(faultsOf(entries)).toMatchObject([{ line: 2, path, original: line }]);
    expect(linksOf(entries)).toHaveLength(1);
  });

  test('that is no UTF-8 is refused, and the next goes on', async () => {
    const bytes = new TextEncoder().encode(`${header}\n${good}\n${good}`);
    bytes[header.length + 2] = 0xff;
    const entries = await read(bytes);
    expect(faultsOf(entries)).toMatchObject([{ line: 2, code: 'invalid-text' }]);
    expect(linksOf(entries)).toHaveLength(1);
  });

  test('tells all that is wrong with it at once', async () => {
    const [fault] = faultsOf(
      await read(`${header}\n${good.replace('CN,', 'x,').replace('35%', 'y')}`),
    );
    expect(fault?.message).toContain('share');
    expect(fault?.path).toBe('from_country');
  });
});

describe('a header', () => {
  test.each([
    ['an unknown column', header.replace('to_country', 'to_land'), /"to_land"/],
    ['a column twice', header.replace('to_country', 'to_name'), /twice/],
    ['a column short', header.replace(',source_url', ''), /"source_url" is missing/],
    ['nothing', '', /empty/],
  ])('with %s is refused as a whole', async (_, first, message) => {
    const promise = read(`${first}\n`);
    await expect(promise).rejects.toThrow(message);
    await expect(promise).rejects.toBeInstanceOf(NetworkFileError);
  });

  test('may be split by semicolons', async () => {
    const text = `from_name;to_name;kind;source;source_url\nAlpha;Beta, Gamma;owns;Register;https://example.org\n`;
    expect(linksOf(await read(text))[0]?.to.name).toBe('Beta, Gamma');
  });
});
