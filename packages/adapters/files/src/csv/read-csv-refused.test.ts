import { expect, it } from 'vitest';
import { createCsvReader } from './read-csv.ts';
import { declared, header, read, refused, row } from './test-rows.ts';

it('names all that is wrong with a header, with the nearest name', () => {
  const [entry, ...others] = read(
    'shipment_id,manufacturer_nmae,commodity_code,consignee_city\n1,2',
  );
  expect(others).toEqual([]);
  const { position, code, original, faults } = refused(entry);
  expect({ position, code }).toEqual({ position: null, code: 'unknown-column' });
  expect(original).toBe('shipment_id,manufacturer_nmae,commodity_code,consignee_city\n');
  expect(faults.map(({ code: fault, path }) => `${fault} ${path}`)).toEqual([
    'unknown-column manufacturer_nmae',
    'missing-column declaration_kind',
    'missing-column jurisdiction',
    'missing-column transport_mode',
    'missing-column consignee_name',
    'missing-column description',
  ]);
  expect(faults[0]?.message).toContain('did you mean "manufacturer_name"?');
});

it('refuses a shipment whose rows contradict each other, with all its rows', () => {
  const rows = [row('S1'), row('S2'), row('S1', { consignee_name: 'Ander BV' })];
  const [first, second] = read([header, ...rows].join('\n'));
  expect(refused(first)).toEqual({
    position: 'rows 2, 4',
    code: 'csv-contradiction',
    original: `${header}\n${rows[0]}\n${rows[2]}`,
    faults: [
      {
        code: 'csv-contradiction',
        path: 'consignee_name',
        message: 'row 4: found "Ander BV" where row 2 of the same shipment has "De Pruik BV"',
      },
    ],
  });
  expect(declared(second).shipment.shipmentId).toBe('S2');
});

it('names row, column and value of what the schema refuses', () => {
  const [entry] = read(`${header}\n${row('S1')}\n${row('S1', { country_of_origin: 'China' })}`);
  const { code, position, faults } = refused(entry);
  expect({ code, position }).toEqual({ code: 'schema', position: 'rows 2-3' });
  expect(faults).toEqual([
    {
      code: 'wrong-value',
      path: 'country_of_origin',
      message:
        'row 3: expected an ISO 3166-1 alpha-2 country code such as "NL", found "China" (data.items[1].countryOfOrigin)',
    },
  ]);
});

it('names the column of a value that is missing', () => {
  const [entry] = read(`${header}\n${row('S1', { consignee_name: '', description: ' ' })}`);
  expect(refused(entry).faults.map(({ code, path }) => [code, path])).toEqual([
    ['missing', 'consignee_name'],
    ['missing', 'description'],
  ]);
});

it('refuses a shipment when one of its rows has slipped, and the one it may have slipped from', () => {
  const slipped = row('S1').replace('Wigs of human hair', 'Wigs, of human hair');
  const before = `x,${row('S2')}`;
  const [first, odd, second, third] = read(
    [header, row('S1'), slipped, before, row('S2'), row('S3')].join('\n'),
  );
  expect(refused(first)).toMatchObject({ position: 'rows 2-3', code: 'csv-cells' });
  expect(refused(first).faults[0]?.message).toBe(
    'row 3: the header names 11 columns, the row has 12 cells',
  );
  expect(refused(odd).position).toBe('row 4');
  expect(refused(second)).toMatchObject({ position: 'row 5', code: 'csv-cells' });
  expect(refused(second).faults[0]?.message).toContain('row 4 may be of this shipment');
  expect(declared(third).shipment.shipmentId).toBe('S3');
});

it('gives up one line only for a quote that is not closed', () => {
  const open = row('S1', { description: '"Wigs' });
  const [first, second, third] = read([header, open, row('S2'), row('S3')].join('\n'));
  const { code, position, original, faults } = refused(first);
  expect({ code, position }).toEqual({ code: 'csv-quotes', position: 'row 2' });
  expect(original).toBe(`${header}\n${open}\n`);
  expect(faults[0]?.message).toBe('row 2: a quote opens on line 2 and is not closed');
  expect(declared(second).shipment.shipmentId).toBe('S2');
  expect(declared(third).shipment.shipmentId).toBe('S3');
});

it('says where a quote stands wrong', () => {
  const inside = row('S1', { description: 'Wigs 5" long' });
  const after = row('S2', { description: '"Wigs" long' });
  const [first, second, third] = read([header, inside, after, row('S3')].join('\n'));
  expect(refused(first).faults[0]?.message).toContain(
    `row 2: line 2, column ${inside.indexOf('"') + 1}: a quote stands`,
  );
  expect(refused(second).faults[0]?.message).toContain(
    `row 3: line 3, column ${after.lastIndexOf('"') + 2}: expected ","`,
  );
  expect(declared(third).shipment.shipmentId).toBe('S3');
});

it('hints at what a spreadsheet did to a commodity code', () => {
  const [entry] = read(`${header}\n${row('S1', { commodity_code: '501' })}`);
  expect(refused(entry).faults).toEqual([
    {
      code: 'csv-value',
      path: 'commodity_code',
      message:
        'row 2: an HS commodity code has an even number of digits, this one 3; if a spreadsheet dropped a leading zero, write "0501", found "501"',
    },
  ]);
});

it('refuses rows that are not UTF-8 at the byte, and rows without a shipment', () => {
  const latin = Buffer.concat([
    Buffer.from(`${header}\n`),
    Buffer.from(`${row('S1', { consignee_name: 'Königs' })}\n`, 'latin1'),
    Buffer.from(`${row('')}\n${row('S3')}`),
  ]);
  const [nobody, first, third] = read(latin);
  const offset = header.length + 1 + row('S1').indexOf('De Pruik') + 1;
  expect(refused(first)).toMatchObject({ code: 'invalid-utf8', position: 'row 2' });
  expect(refused(first).faults[0]?.message).toContain(`byte ${offset} is not UTF-8`);
  expect(refused(nobody)).toMatchObject({ code: 'missing', position: 'row 3' });
  expect(declared(third).shipment.shipmentId).toBe('S3');
});

it('refuses a shipment of more rows than it can have', () => {
  const rows = Array.from({ length: 5001 }, () => row('S1'));
  for (const maxHeldBytes of [1 << 30, 1 << 18]) {
    const [entry, second] = read([header, ...rows, row('S2')].join('\n'), {
      maxHeldBytes,
    }).toSorted((a) => (a.reading.kind === 'invalid' ? -1 : 1));
    expect(refused(entry)).toMatchObject({ code: 'too-long' });
    expect(refused(entry).faults[0]?.message).toContain('the shipment has 5001 rows');
    expect(declared(second).shipment.shipmentId).toBe('S2');
  }
});

it('refuses all shipments of a file that breaks off', () => {
  const reader = createCsvReader({ source: 'file:test.csv' });
  reader.push(new TextEncoder().encode(`${header}\n${row('S1')}\n${row('S2').slice(0, -4)}`));
  const entries = [...reader.breakOff('the end is missing')];
  expect(entries.map((entry) => refused(entry).code)).toEqual(['invalid-gzip', 'invalid-gzip']);
});
