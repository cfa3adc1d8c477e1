/** One malformed event of each kind, and what must be said of it: code, path and place. */

const shipment = {
  shipmentId: 'S-1',
  declaration: { kind: 'import', jurisdiction: 'US', lodgedAt: '2026-03-01T08:00:00Z' },
  transport: { mode: 'sea', portOfLoading: 'CNTAO' },
  parties: [
    { partyId: 'm', role: 'manufacturer', name: 'Lop County Meixin Hair Products' },
    { role: 'consignee', name: 'Kapsalon Groothandel BV', address: { country: 'NL' } },
  ],
  items: [
    {
      lineNumber: 1,
      commodityCode: '67042000',
      description: 'Wigs of human hair',
      countryOfOrigin: 'CN',
      manufacturerPartyId: 'm',
      grossMassKg: 12.5,
    },
  ],
};

export function goodEvent(id: string): string {
  return JSON.stringify({
    specversion: '1.0',
    id,
    source: 'urn:example:broker',
    type: 'org.herkomst.shipment.declared.v1',
    data: { ...shipment, shipmentId: `S-${id}` },
  });
}

const good = goodEvent('bad');

/** The good event with one stretch replaced; a stretch that is not there would test nothing. */
function change(from: string, to: string): string {
  if (!good.includes(from)) throw new Error(`the event does not hold ${from}`);
  return good.replace(from, to);
}

export interface MalformedEvent {
  readonly kind: string;
  /** One line, without its end. */
  readonly line: string | Uint8Array;
  readonly code: string;
  /** Path of the first fault. */
  readonly path: string;
  /** In the first fault's message; `{column}` and `{byte}` count within the line, from 1 and 0. */
  readonly says: string;
}

function syntax(
  kind: string,
  line: string,
  path: string,
  at: number,
  says: string,
): MalformedEvent {
  const before = line.slice(0, at);
  const byte = Buffer.byteLength(before);
  return {
    kind,
    line,
    code: 'invalid-json',
    path,
    says: `column ${at + 1} (byte {${byte}}): ${says}`,
  };
}

/** A syntax fault at the first place where `mark` stands in the line. */
function syntaxAt(kind: string, line: string, path: string, mark: string, says: string) {
  return syntax(kind, line, path, line.indexOf(mark), says);
}

function schema(kind: string, line: string, path: string, says: string): MalformedEvent {
  return { kind, line, code: 'schema', path, says };
}

function bytes(...parts: readonly (string | readonly number[])[]): Uint8Array {
  return Buffer.concat(
    parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))),
  );
}

function notUtf8(
  kind: string,
  before: string,
  wrong: readonly number[],
  after: string,
): MalformedEvent {
  const says = `byte {${Buffer.byteLength(before)}} (line`;
  return { kind, line: bytes(before, wrong, after), code: 'invalid-utf8', path: '', says };
}

const nameOf = good.indexOf('Lop County');

export const malformedEvents: readonly MalformedEvent[] = [
  // Not JSON.
  syntax(
    'an event cut short',
    good.slice(0, -2),
    'data',
    good.length - 2,
    'expected "," or "}", found the end of the text',
  ),
  syntaxAt(
    'a trailing comma',
    change('12.5}', '12.5,}'),
    'data.items[0]',
    '}]}}',
    'expected a key in double quotes, found "}"',
  ),
  syntaxAt(
    'a trailing comma in an array',
    change('12.5}]', '12.5},]'),
    'data.items[1]',
    ']}}',
    'expected a value, found "]"',
  ),
  syntaxAt('single quotes', "{'id':1}", '', "'", `expected a key or "}", found "'"`),
  syntaxAt('a key without quotes', '{id:1}', '', 'id', 'expected a key or "}", found "id"'),
  syntaxAt('a missing colon', '{"id" 1}', 'id', '1', 'expected ":", found "1"'),
  syntaxAt('a missing comma', '{"id":"1" "source":"x"}', '', '"source"', 'expected "," or "}"'),
  syntax(
    'two events on one line',
    good + good,
    '',
    good.length,
    'expected the end of the text, found "{"',
  ),
  syntaxAt('a comment', `${good} // seen`, '', '/', 'expected the end of the text, found "/"'),
  syntaxAt(
    'NaN',
    change('12.5', 'NaN'),
    'data.items[0].grossMassKg',
    'NaN',
    'expected a value, found "NaN"',
  ),
  syntaxAt(
    'a number with a leading zero',
    change('12.5', '012.5'),
    'data.items[0].grossMassKg',
    '012.5',
    'expected a value, found "012"',
  ),
  syntaxAt(
    'a hexadecimal number',
    change('12.5', '0x1F'),
    'data.items[0].grossMassKg',
    '0x1F',
    'expected a value, found "0x1F"',
  ),
  syntaxAt(
    'a number with a plus sign',
    change('12.5', '+12.5'),
    'data.items[0].grossMassKg',
    '+12.5',
    'expected a value, found "+"',
  ),
  syntaxAt(
    'a decimal comma',
    change('12.5', '12,5'),
    'data.items[0]',
    '5}]}}',
    'expected a key in double quotes, found "5"',
  ),
  syntaxAt(
    'Python’s None',
    change('"CN"', 'None'),
    'data.items[0].countryOfOrigin',
    'None',
    'expected a value, found "None"',
  ),
  syntaxAt(
    'undefined',
    change('"CN"', 'undefined'),
    'data.items[0].countryOfOrigin',
    'undefined',
    'expected a value, found "undefined"',
  ),
  syntax(
    'a string that is not closed',
    good.slice(0, nameOf + 3),
    'data.parties[0].name',
    nameOf - 1,
    'the string that opens here is not closed',
  ),
  syntaxAt(
    'a tab in a string',
    change('Lop County', 'Lop\tCounty'),
    'data.parties[0].name',
    '\t',
    'expected the rest of a string, found the character U+0009',
  ),
  syntaxAt(
    'a zero byte in a string',
    change('Lop County', 'Lop\0County'),
    'data.parties[0].name',
    '\0',
    'expected the rest of a string, found the character U+0000',
  ),
  syntaxAt(
    'an escape that is none',
    change('Lop County', String.raw`Lop\x20County`),
    'data.parties[0].name',
    '\\',
    String.raw`there is no escape "\\x"`,
  ),
  syntaxAt(
    'a short Unicode escape',
    change('Lop County', String.raw`Lop\u20County`),
    'data.parties[0].name',
    '\\',
    String.raw`there is no escape "\\u"`,
  ),
  syntax('plain text', 'shipment S-1 from Qingdao', '', 0, 'expected a value, found "shipment"'),
  syntax('a row of CSV', 'S-1,import,US,sea', '', 0, 'expected a value, found "S"'),
  syntax('XML', '<shipment id="S-1"/>', '', 0, 'expected a value, found "<"'),
  syntax('a closing bracket alone', '}', '', 0, 'expected a value, found "}"'),
  syntax('brackets that do not match', '{"data":[}', 'data[0]', 9, 'expected a value, found "}"'),
  syntax(
    'a byte order mark in the middle',
    `\ufeff${good}`,
    '',
    0,
    'expected a value, found the character U+FEFF',
  ),
  syntax('a zero byte alone', '\0', '', 0, 'expected a value, found the character U+0000'),
  syntaxAt(
    'a no-break space between',
    '{"id":\u00a01}',
    'id',
    '\u00a0',
    'expected a value, found the character U+00A0',
  ),
  syntax(
    'brackets without end',
    '['.repeat(5000),
    '[0]'.repeat(5000),
    5000,
    'expected a value, found the end of the text',
  ),
  // Not text.
  notUtf8('Latin-1', `${good.slice(0, nameOf)}K`, [0xf6], good.slice(nameOf)),
  notUtf8('an overlong form', good.slice(0, nameOf), [0xc0, 0xaf], good.slice(nameOf)),
  notUtf8('half a surrogate pair', good.slice(0, nameOf), [0xed, 0xa0, 0x80], good.slice(nameOf)),
  notUtf8('a character cut short', `{"id":"`, [0xe5, 0x92], ''),
  notUtf8('GB 18030', good.slice(0, nameOf), [0xba, 0xcd, 0xcc, 0xef], good.slice(nameOf)),
  // Two meanings.
  {
    kind: 'a key that stands twice',
    line: change('"role":"manufacturer"', '"name":"Harmless Ltd","role":"manufacturer"'),
    code: 'duplicate-key',
    path: 'data.parties[0].name',
    says: 'the key "name" stands twice in one object',
  },
  {
    kind: 'a key that stands twice, once in escapes',
    line: change('"mode"', String.raw`"mode":"air","m\u006fde"`),
    code: 'duplicate-key',
    path: 'data.transport.mode',
    says: 'the key "mode" stands twice',
  },
  {
    kind: 'two data',
    line: change('"data":{', '"data":{},"data":{'),
    code: 'duplicate-key',
    path: 'data',
    says: 'the key "data" stands twice',
  },
  // JSON, and no event.
  schema('null', 'null', '', 'expected object, found null'),
  schema('a number', '42', '', 'expected object, found number 42'),
  schema('a string', '"S-1"', '', 'expected object, found the text "S-1"'),
  schema('an array on a line', `[${good}]`, '', 'expected object, found an array'),
  schema('an empty object', '{}', 'specversion', 'missing'),
  schema('data without its envelope', JSON.stringify(shipment), 'specversion', 'missing'),
  schema(
    'another version of CloudEvents',
    change('"1.0"', '"0.3"'),
    'specversion',
    'expected the CloudEvents version "1.0"',
  ),
  schema(
    'another type of event',
    change('shipment.declared', 'shipment.departed'),
    'type',
    'expected the event type',
  ),
  schema('an empty id', change('"id":"bad"', '"id":""'), 'id', 'expected text, found none'),
  schema('a number as id', change('"id":"bad"', '"id":7'), 'id', 'expected string, found number 7'),
  schema(
    'a time without offset',
    change('"data"', '"time":"2026-03-01T08:00:00","data"'),
    'time',
    'expected an RFC 3339 date-time with an offset',
  ),
  schema(
    'data in XML',
    change('"data"', '"datacontenttype":"application/xml","data"'),
    'datacontenttype',
    'expected a JSON content type',
  ),
  schema('no data', change('"data"', '"payload"'), 'data', 'missing'),
  schema(
    'data as text',
    change(good.slice(good.indexOf('"data":') + 7, -1), '"{}"'),
    'data',
    'expected object, found the text "{}"',
  ),
  schema(
    'a field that is not known',
    change('"mode"', '"colour":"red","mode"'),
    'data.transport.colour',
    'no such field',
  ),
  schema(
    'a misspelt field',
    change('"manufacturerPartyId"', '"manufacturerPartyld"'),
    'data.items[0].manufacturerPartyld',
    'no such field',
  ),
  schema(
    'a prototype',
    change('"role":"consignee"', '"__proto__":{"name":"x"},"role":"consignee"'),
    'data.parties[1].__proto__',
    'no such field',
  ),
  schema(
    'a constructor',
    change('"role":"consignee"', '"constructor":1,"role":"consignee"'),
    'data.parties[1].constructor',
    'no such field',
  ),
  schema(
    'a country in words',
    change('"CN"', '"China"'),
    'data.items[0].countryOfOrigin',
    'expected an ISO 3166-1 alpha-2 country code',
  ),
  schema(
    'a country in small letters',
    change('"NL"', '"nl"'),
    'data.parties[1].address.country',
    'expected an ISO 3166-1 alpha-2',
  ),
  schema(
    'a commodity code with dots',
    change('67042000', '6704.20'),
    'data.items[0].commodityCode',
    'without dots',
  ),
  schema(
    'a commodity code as a number',
    change('"67042000"', '67042000'),
    'data.items[0].commodityCode',
    'expected string, found number 67042000',
  ),
  schema(
    'a date without time',
    change('2026-03-01T08:00:00Z', '2026-03-01'),
    'data.declaration.lodgedAt',
    'expected an RFC 3339 date-time',
  ),
  schema(
    'a day that does not exist',
    change('2026-03-01', '2026-02-30'),
    'data.declaration.lodgedAt',
    'expected an RFC 3339 date-time',
  ),
  schema(
    'a negative mass',
    change('12.5', '-1'),
    'data.items[0].grossMassKg',
    'expected number to be >=0',
  ),
  schema(
    'a mass beyond all numbers',
    change('12.5', '1e999'),
    'data.items[0].grossMassKg',
    'expected number',
  ),
  schema(
    'a mass as text',
    change('12.5', '"12.5"'),
    'data.items[0].grossMassKg',
    'expected number, found the text "12.5"',
  ),
  schema(
    'null for a country',
    change('"CN"', 'null'),
    'data.items[0].countryOfOrigin',
    'expected string, found null',
  ),
  schema(
    'no parties',
    change(good.slice(good.indexOf('"parties":') + 10, good.indexOf(',"items"')), '[]'),
    'data.parties',
    'expected at least one party',
  ),
  schema(
    'no items',
    change(good.slice(good.indexOf('"items":') + 8, -2), '[]'),
    'data.items',
    'expected at least one item',
  ),
  schema(
    'a name of white space',
    change('Kapsalon Groothandel BV', ' \\t '),
    'data.parties[1].name',
    'found only white space',
  ),
  schema(
    'a name without end',
    change('Kapsalon', 'K'.repeat(2001)),
    'data.parties[1].name',
    'expected at most 2000 characters',
  ),
  schema(
    'a role that is not known',
    change('"consignee"', '"middleman"'),
    'data.parties[1].role',
    'expected one of',
  ),
  schema(
    'a port with a space',
    change('CNTAO', 'CN TAO'),
    'data.transport.portOfLoading',
    'expected a UN/LOCODE',
  ),
  schema(
    'a means of transport that is not known',
    change('"sea"', '"boat"'),
    'data.transport.mode',
    'expected one of',
  ),
  schema(
    'a line number of nought',
    change('"lineNumber":1', '"lineNumber":0'),
    'data.items[0].lineNumber',
    '>=1',
  ),
  schema(
    'a manufacturer that is not among the parties',
    change('"manufacturerPartyId":"m"', '"manufacturerPartyId":"n"'),
    'data.items[0].manufacturerPartyId',
    'no party has the partyId "n"',
  ),
  schema(
    'two parties of one id',
    change('"role":"consignee"', '"partyId":"m","role":"consignee"'),
    'data.parties[1].partyId',
    'two parties have the partyId "m"',
  ),
];
