import type { DeclaredEvent } from '@herkomst/core';
import type { IntakeEntry } from '@herkomst/runtime';
import { expect, it } from 'vitest';
import { createCsvReader, type CsvReaderOptions } from './read-csv.ts';

const header =
  'shipment_id,declaration_kind,jurisdiction,transport_mode,manufacturer_name,consignee_name,consignee_country,commodity_code,description,country_of_origin,gross_mass_kg';

/** A row of shipment `id`; the columns after the first four may be given. */
function row(id: string, cells: Partial<Record<string, string>> = {}): string {
  const values: Record<string, string> = {
    shipment_id: id,
    declaration_kind: 'import',
    jurisdiction: 'NL',
    transport_mode: 'sea',
    manufacturer_name: 'Hetian Haolin Hair Accessories',
    consignee_name: 'De Pruik BV',
    consignee_country: 'NL',
    commodity_code: '67042000',
    description: 'Wigs of human hair',
    country_of_origin: 'CN',
    gross_mass_kg: '12.5',
  };
  return header
    .split(',')
    .map((name) => cells[name] ?? values[name] ?? '')
    .join(',');
}

function read(text: string | Uint8Array, options: Partial<CsvReaderOptions> = {}, size = 1 << 20) {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  const reader = createCsvReader({ source: 'file:test.csv', ...options });
  const entries: IntakeEntry[] = [];
  for (let at = 0; at < bytes.length; at += size) {
    entries.push(...reader.push(bytes.subarray(at, at + size)));
  }
  return [...entries, ...reader.end()];
}

function declared(entry: IntakeEntry | undefined): DeclaredEvent {
  if (entry?.reading.kind !== 'declared') throw new Error(JSON.stringify(entry?.reading));
  return entry.reading.event;
}

function refused(entry: IntakeEntry | undefined) {
  if (entry?.reading.kind !== 'invalid') throw new Error(JSON.stringify(entry?.reading));
  const { code, faults } = entry.reading;
  const original = new TextDecoder().decode(entry.original);
  return { position: entry.position, code, original, faults };
}

it('makes one event of one row', () => {
  const [entry, ...others] = read(`${header}\n${row('S1')}\n`);
  expect(others).toEqual([]);
  expect(declared(entry)).toEqual({
    source: 'file:test.csv',
    id: expect.stringMatching(/^csv-[0-9a-f]{32}$/),
    time: null,
    shipment: {
      shipmentId: 'S1',
      declaration: { kind: 'import', jurisdiction: 'NL' },
      transport: { mode: 'sea', transhipmentPorts: [], containers: [] },
      parties: [
        {
          partyId: 'manufacturer-1',
          role: 'manufacturer',
          name: 'Hetian Haolin Hair Accessories',
          otherNames: [],
          identifiers: [],
        },
        {
          role: 'consignee',
          name: 'De Pruik BV',
          otherNames: [],
          address: { lines: [], country: 'NL' },
          identifiers: [],
        },
      ],
      items: [
        {
          lineNumber: 1,
          commodityCode: '67042000',
          description: 'Wigs of human hair',
          countryOfOrigin: 'CN',
          grossMassKg: 12.5,
          manufacturerPartyId: 'manufacturer-1',
        },
      ],
    },
  });
});

it('reads alike however the bytes are cut, with CRLF, quoted line breaks and no last line end', () => {
  const text = `${header}\r\n${row('S1', { description: '"Wigs,\r\n""human"" hair"' })}\r\n\r\n${row('S2')}`;
  const whole = read(text);
  expect(whole.map(({ position }) => position)).toEqual(['row 2', 'row 4']);
  expect(declared(whole[0]).shipment.items[0]?.description).toBe('Wigs,\r\n"human" hair');
  expect(read(text, {}, 1)).toEqual(whole);
  expect(read(text, {}, 7)).toEqual(whole);
});

it('joins rows of a shipment wherever they stand', () => {
  const rows = [row('S1'), row('S2'), row('S1', { commodity_code: '0501', manufacturer_name: '' })];
  const [first, second, ...others] = read([header, ...rows].join('\n'));
  expect(others).toEqual([]);
  expect(first?.position).toBe('rows 2, 4');
  const { items } = declared(first).shipment;
  expect(items.map(({ lineNumber, commodityCode }) => [lineNumber, commodityCode])).toEqual([
    [1, '67042000'],
    [2, '0501'],
  ]);
  expect(items.map((item) => item.manufacturerPartyId)).toEqual(['manufacturer-1', undefined]);
  expect(declared(second).shipment.shipmentId).toBe('S2');
});

it('gives each item its own manufacturer', () => {
  const rows = ['Haolin', 'Lop County Meixin', 'Haolin'].map((manufacturer_name) =>
    row('S1', { manufacturer_name }),
  );
  const { parties, items } = declared(read([header, ...rows].join('\n'))[0]).shipment;
  expect(parties.map(({ partyId, name }) => [partyId, name])).toEqual([
    ['manufacturer-1', 'Haolin'],
    ['manufacturer-2', 'Lop County Meixin'],
    [undefined, 'De Pruik BV'],
  ]);
  expect(items.map((item) => item.manufacturerPartyId)).toEqual([
    'manufacturer-1',
    'manufacturer-2',
    'manufacturer-1',
  ]);
});

it('reads every column to its place', () => {
  const columns: Record<string, string> = {
    event_source: 'urn:customs:nl',
    event_time: '2026-03-01T08:00:00Z',
    shipment_id: 'S1',
    declaration_kind: 'import',
    mrn: '26NL000396123456T8',
    jurisdiction: 'NL',
    lodged_at: '2026-03-01T07:30:00+01:00',
    transport_mode: 'sea',
    bill_of_lading: 'MAEU123456789',
    master_bill_of_lading: 'MAEU1',
    vessel_name: 'EVER GIVEN',
    vessel_imo: '9811000',
    voyage: '0412W',
    place_of_receipt: 'CNURC',
    port_of_loading: 'CN SHA',
    transhipment_ports: '"SGSIN; MY TPP"',
    port_of_discharge: 'NLRTM',
    departed_at: '2026-02-01T00:00:00Z',
    estimated_arrival_at: '2026-03-02T00:00:00Z',
    containers: 'MSKU1234565|MSKU7654321',
    manufacturer_id: 'M1',
    manufacturer_name: 'Hetian Haolin',
    manufacturer_other_names: '和田浩林;Haolin Hair',
    manufacturer_address: '"1 Industrial Park\nLop County"',
    manufacturer_city: 'Hotan',
    manufacturer_region: 'Xinjiang',
    manufacturer_postcode: '848200',
    manufacturer_country: 'CN',
    manufacturer_phone: '+86 903 0000000',
    manufacturer_uscc: '91653224MA77Q4X07L',
    manufacturer_mid: 'CNHETHAO1LOP',
    importer_name: 'De Pruik BV',
    importer_eori: 'NL123456789',
    line_number: '7',
    commodity_code: '6704.20.00',
    description: 'Wigs',
    country_of_origin: 'CN',
    region_of_origin: 'CN-XJ',
    quantity: '1200',
    quantity_unit: 'PCE',
    gross_mass_kg: '240.75',
    value: '18500.00',
    currency: 'EUR',
  };
  const text = `${Object.keys(columns).join(',')}\n${Object.values(columns).join(',')}\n`;
  expect(declared(read(text)[0])).toMatchObject({
    source: 'urn:customs:nl',
    time: '2026-03-01T08:00:00Z',
    shipment: {
      shipmentId: 'S1',
      declaration: {
        kind: 'import',
        mrn: '26NL000396123456T8',
        jurisdiction: 'NL',
        lodgedAt: '2026-03-01T07:30:00+01:00',
      },
      transport: {
        mode: 'sea',
        billOfLading: 'MAEU123456789',
        masterBillOfLading: 'MAEU1',
        vessel: { name: 'EVER GIVEN', imo: '9811000' },
        voyage: '0412W',
        placeOfReceipt: 'CNURC',
        portOfLoading: 'CNSHA',
        transhipmentPorts: ['SGSIN', 'MYTPP'],
        portOfDischarge: 'NLRTM',
        departedAt: '2026-02-01T00:00:00Z',
        estimatedArrivalAt: '2026-03-02T00:00:00Z',
        containers: ['MSKU1234565', 'MSKU7654321'],
      },
      parties: [
        {
          partyId: 'M1',
          role: 'manufacturer',
          name: 'Hetian Haolin',
          otherNames: ['和田浩林', 'Haolin Hair'],
          address: {
            lines: ['1 Industrial Park', 'Lop County'],
            city: 'Hotan',
            region: 'Xinjiang',
            postcode: '848200',
            country: 'CN',
          },
          identifiers: [
            { scheme: 'USCC', value: '91653224MA77Q4X07L' },
            { scheme: 'MID', value: 'CNHETHAO1LOP' },
          ],
          phone: '+86 903 0000000',
        },
        {
          role: 'importer',
          name: 'De Pruik BV',
          identifiers: [{ scheme: 'EORI', value: 'NL123456789' }],
        },
      ],
      items: [
        {
          lineNumber: 7,
          commodityCode: '67042000',
          description: 'Wigs',
          countryOfOrigin: 'CN',
          regionOfOrigin: 'CN-XJ',
          manufacturerPartyId: 'M1',
          quantity: { value: 1200, unit: 'PCE' },
          grossMassKg: 240.75,
          value: { amount: 18500, currency: 'EUR' },
        },
      ],
    },
  });
});

it('gives the same content the same event id, and a correction another', () => {
  const ids = [row('S1'), row('S1'), row('S1', { country_of_origin: 'VN' })].map(
    (text) => declared(read(`${header}\n${text}`)[0]).id,
  );
  expect(ids[0]).toBe(ids[1]);
  expect(ids[0]).not.toBe(ids[2]);
});

it.each([
  ['semicolons', header.replaceAll(',', ';'), ';'],
  ['tabs', header.replaceAll(',', '\t'), '\t'],
  ['Excel’s separator line', `sep=;\r\n${header.replaceAll(',', ';')}`, ';'],
  ['names as people write them', header.replace('shipment_id', ' Shipment ID '), ','],
])('takes %s in the header', (_what, text, separator) => {
  const line = row('S1', { gross_mass_kg: separator === ',' ? '12.5' : '12,5' });
  const [entry] = read(`${text}\n${line.replaceAll(/,(?!5)/g, separator)}`);
  expect(declared(entry).shipment.items[0]?.grossMassKg).toBe(12.5);
});

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

it('joins the rows of a file that is larger than it may hold', () => {
  const rows = Array.from({ length: 600 }, (_, at) =>
    row(`S${at % 200}`, { description: `"Wigs ${at}, ""é"""` }),
  );
  const text = [header, ...rows].join('\r\n');
  const held = read(text);
  const spilled = read(text, { maxHeldBytes: 4096 });
  const byPosition = (entries: readonly IntakeEntry[]) =>
    entries.toSorted((a, b) => ((a.position ?? '') < (b.position ?? '') ? -1 : 1));
  expect(spilled).toHaveLength(200);
  expect(byPosition(spilled)).toEqual(byPosition(held));
  expect(held[0]?.position).toBe('rows 2, 202, 402');
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
