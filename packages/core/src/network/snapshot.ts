/**
 * A network as bytes, for a quick restart: the facts in it and where taint begins, not how far it
 * reaches, which is worked out anew under the rules of the day.
 *
 * Layout, in 32-bit words of the machine's (little-endian) order: magic, version, length of the
 * header in bytes, checksum of all that follows; the header as JSON in UTF-8, padded to whole words;
 * then one column after another over all links.
 */
import { none, type LinkRow } from './link-table.ts';
import { SupplyNetwork, type NetworkContents, type NetworkOptions } from './network.ts';

const magic = 0x4e4b4548;
const version = 1;
const preamble = 16;

/** Columns of a link, in this order. */
const columns = [
  'from',
  'to',
  'kind',
  'inferred',
  'hs',
  'goods',
  'source',
  'share',
  'shipments',
  'validFrom',
  'validTo',
  'seen',
] as const satisfies readonly (keyof LinkRow)[];

interface Header extends Omit<NetworkContents, 'rows'> {
  readonly links: number;
  /** What the caller wants to know on reading: the lists that origins were looked up in. */
  readonly note: string;
}

export class SnapshotError extends Error {
  readonly code = 'invalid-snapshot';
}

export function encodeNetwork(network: SupplyNetwork, note: string): Uint8Array<ArrayBuffer> {
  const links = [...network.statedLinks()];
  const header: Header = { ...network.contents(), links: links.length, note };
  const text = new TextEncoder().encode(JSON.stringify(header));
  const bodyAt = preamble + Math.ceil(text.length / 4) * 4;
  const bytes = new Uint8Array(bodyAt + links.length * columns.length * 4);
  bytes.set(text, preamble);
  const words = new Int32Array(bytes.buffer);
  const shares = new Float32Array(bytes.buffer);
  links.forEach((link, nth) => {
    const row = network.links.row(link);
    columns.forEach((column, at) => {
      const word = bodyAt / 4 + at * links.length + nth;
      if (column === 'share') shares[word] = row.share;
      else words[word] = Number(row[column]);
    });
  });
  words[0] = magic;
  words[1] = version;
  words[2] = text.length;
  words[3] = checksum(words);
  return bytes;
}

export interface DecodedNetwork {
  readonly network: SupplyNetwork;
  readonly note: string;
}

/** Throws a SnapshotError when the bytes are not a whole, unharmed snapshot of this version. */
export function decodeNetwork(bytes: Uint8Array, options: NetworkOptions): DecodedNetwork {
  // Columns are read in whole words, wherever the bytes lie.
  const whole = bytes.length - (bytes.length % 4);
  const { buffer } = Uint8Array.from(bytes.subarray(0, whole));
  const words = new Int32Array(buffer);
  if (whole !== bytes.length || words.length < preamble / 4 || words[0] !== magic) {
    throw new SnapshotError('this is no snapshot of a supply network');
  }
  if (words[1] !== version) {
    throw new SnapshotError(`the snapshot is of version ${words[1]}, expected ${version}`);
  }
  if (words[3] !== checksum(words)) {
    throw new SnapshotError('the snapshot is cut short or harmed: its checksum does not match');
  }
  const headerLength = words[2] as number;
  const text = new TextDecoder().decode(new Uint8Array(buffer, preamble, headerLength));
  const header = JSON.parse(text) as Header;
  const bodyAt = preamble / 4 + Math.ceil(headerLength / 4);
  const network = new SupplyNetwork(options);
  network.links.reserve(header.links);
  network.restore({ ...header, rows: readRows(words, bodyAt, header.links) });
  return { network, note: header.note };
}

function* readRows(
  words: Int32Array<ArrayBuffer>,
  bodyAt: number,
  links: number,
): Iterable<LinkRow> {
  const shares = new Float32Array(words.buffer);
  const at = (column: number, nth: number): number => words[bodyAt + column * links + nth] ?? none;
  for (let nth = 0; nth < links; nth += 1) {
    yield {
      from: at(0, nth),
      to: at(1, nth),
      kind: at(2, nth),
      inferred: at(3, nth) === 1,
      family: 0,
      hs: at(4, nth),
      goods: at(5, nth),
      source: at(6, nth),
      share: shares[bodyAt + 7 * links + nth] ?? none,
      shipments: at(8, nth),
      validFrom: at(9, nth),
      validTo: at(10, nth),
      seen: at(11, nth),
    };
  }
}

/** Over every word behind the preamble. */
function checksum(words: Int32Array): number {
  let sum = words.length ^ (words[2] as number);
  for (let at = preamble / 4; at < words.length; at += 1) {
    sum = Math.imul(sum ^ (words[at] as number), 0x01000193);
    sum ^= sum >>> 15;
  }
  return sum | 0;
}
