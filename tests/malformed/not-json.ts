/** Lines that are no JSON, or JSON that could mean two things. */
import { change, good, type MalformedEvent } from './malformed-event.ts';

const nameOf = good.indexOf('Luohe');

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

export const notJson: readonly MalformedEvent[] = [
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
    change('Luohe Baihua', 'Luohe\tBaihua'),
    'data.parties[0].name',
    '\t',
    'expected the rest of a string, found the character U+0009',
  ),
  syntaxAt(
    'a zero byte in a string',
    change('Luohe Baihua', 'Luohe\0Baihua'),
    'data.parties[0].name',
    '\0',
    'expected the rest of a string, found the character U+0000',
  ),
  syntaxAt(
    'an escape that is none',
    change('Luohe Baihua', String.raw`Luohe\x20Baihua`),
    'data.parties[0].name',
    '\\',
    String.raw`there is no escape "\\x"`,
  ),
  syntaxAt(
    'a short Unicode escape',
    change('Luohe Baihua', String.raw`Luohe\u2 Baihua`),
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
];
