/** Lines that are not UTF-8. */
import { good, type MalformedEvent } from './malformed-event.ts';

const nameOf = good.indexOf('Luohe');

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

export const notText: readonly MalformedEvent[] = [
  notUtf8('Latin-1', `${good.slice(0, nameOf)}K`, [0xf6], good.slice(nameOf)),
  notUtf8('an overlong form', good.slice(0, nameOf), [0xc0, 0xaf], good.slice(nameOf)),
  notUtf8('half a surrogate pair', good.slice(0, nameOf), [0xed, 0xa0, 0x80], good.slice(nameOf)),
  notUtf8('a character cut short', `{"id":"`, [0xe5, 0x92], ''),
  notUtf8('GB 18030', good.slice(0, nameOf), [0xba, 0xcd, 0xcc, 0xef], good.slice(nameOf)),
];
