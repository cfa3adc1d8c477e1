import type { IntakeEntry } from '@herkomst/runtime';
import { expect, it } from 'vitest';
import { declared, header, read, row } from './test-rows.ts';

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
