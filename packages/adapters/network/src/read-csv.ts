/** Reads a supply network from CSV, line by line. */
import { isPlaceholder, linkKinds, type Company, type LinkFacts } from '@herkomst/core';
import { splitCells } from './csv-cells.ts';
import { readHeader, type NetworkColumn, type NetworkHeader } from './csv-columns.ts';
import { NetworkFileError, type NetworkEntry, type NetworkFault } from './entry.ts';
import { readLines } from './lines.ts';

/** Rejects with a NetworkFileError when the header is not one; any other fault is of its line. */
export async function* readCsvNetwork(
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<NetworkEntry[]> {
  let header: NetworkHeader | null = null;
  for await (const lines of readLines(chunks)) {
    const entries: NetworkEntry[] = [];
    for (const { number, text, sound } of lines) {
      if (text.trim() === '') continue;
      if (header === null) header = readHeader(text);
      else entries.push(readLine(text, number, sound, header));
    }
    if (entries.length > 0) yield entries;
  }
  if (header === null)
    throw new NetworkFileError('the file is empty: it has no line of column names');
}

function readLine(text: string, line: number, sound: boolean, header: NetworkHeader): NetworkEntry {
  const refuse = (code: string, path: string, message: string): NetworkEntry => ({
    kind: 'fault',
    fault: { line, code, path, message, original: text },
  });
  if (!sound) return refuse('invalid-text', '', 'the line is no UTF-8');
  const cells = splitCells(text, header.delimiter);
  if (cells === null) return refuse('wrong-shape', '', 'a quoted cell is not closed');
  if (cells.length !== header.width) {
    return refuse('wrong-shape', '', `expected ${header.width} cells, found ${cells.length}`);
  }
  const row = new Row(header, cells);
  const from = row.company('from');
  const to = row.company('to');
  const facts = row.facts();
  const [fault] = row.faults;
  if (fault !== undefined) {
    const rest = row.faults.slice(1).map(({ path, message }) => `; ${path}: ${message}`);
    return refuse(fault.code, fault.path, fault.message + rest.join(''));
  }
  return { kind: 'link', line, link: { from, to, ...facts } };
}

class Row {
  readonly faults: Pick<NetworkFault, 'code' | 'path' | 'message'>[] = [];
  readonly #header: NetworkHeader;
  readonly #cells: readonly string[];

  constructor(header: NetworkHeader, cells: readonly string[]) {
    this.#header = header;
    this.#cells = cells;
  }

  company(end: 'from' | 'to'): Company {
    const country = this.#matching(`${end}_country`, /^[A-Z]{2}$/, 'a country code such as "CN"');
    const region = this.#matching(
      `${end}_region`,
      /^[A-Z]{2}-[A-Z0-9]{1,3}$/,
      'a subdivision code such as "CN-XJ"',
    );
    const place = this.#cell(`${end}_place`);
    const otherNames = this.#list(`${end}_other_names`, '|');
    const identifiers = this.#list(`${end}_ids`, ';').map((text) => this.#identifier(end, text));
    const entityIds = this.#list(`${end}_entity`, ';');
    const more = {
      ...(country !== undefined && { country }),
      ...(region !== undefined && { region }),
      ...(place !== undefined && { place }),
      ...(otherNames.length > 0 && { otherNames }),
      ...(identifiers.length > 0 && { identifiers }),
      ...(entityIds.length > 0 && { entityIds }),
    };
    const name = this.#cell(`${end}_name`);
    if (name !== undefined && !isPlaceholder(name)) return { name, ...more };
    if (region !== undefined) {
      // Nobody is named, but where the goods come from is known, and that is what taints them.
      return {
        ...more,
        name: `Makers in ${region}`,
        id: `region:${region}`,
        country: region.slice(0, 2),
      };
    }
    if (name === undefined) this.#fault('missing', `${end}_name`, 'missing; expected a name');
    else this.#fault('wrong-value', `${end}_name`, `"${name}" names nobody`);
    return { name: '' };
  }

  facts(): LinkFacts {
    const told = this.#cell('kind')?.toLowerCase();
    const kind = linkKinds.find((each) => each === told);
    if (kind === undefined) {
      const found = told === undefined ? 'none' : `"${told}"`;
      this.#fault('wrong-value', 'kind', `expected one of ${linkKinds.join(', ')}, found ${found}`);
    }
    const hs = this.#cell('hs')?.replaceAll(/[.\s]/g, '');
    if (hs !== undefined && !/^\d{2,10}$/.test(hs)) {
      this.#fault('wrong-value', 'hs', `expected an HS code of 2 to 10 digits, found "${hs}"`);
    }
    const goods = this.#cell('goods');
    const share = this.#share();
    const shipments = this.#shipments();
    const validFrom = this.#date('valid_from');
    const validTo = this.#date('valid_to');
    const seen = this.#date('seen');
    if (validFrom !== undefined && validTo !== undefined && validTo < validFrom) {
      this.#fault('wrong-value', 'valid_to', `${validTo} is before valid_from, ${validFrom}`);
    }
    return {
      kind: kind ?? 'associated',
      ...(hs !== undefined && { hs }),
      ...(goods !== undefined && { goods }),
      ...(share !== undefined && { share }),
      ...(shipments !== undefined && { shipments }),
      ...(validFrom !== undefined && { validFrom }),
      ...(validTo !== undefined && { validTo }),
      ...(seen !== undefined && { seen }),
      source: { name: this.#needed('source'), url: this.#needed('source_url') },
    };
  }

  #cell(column: NetworkColumn): string | undefined {
    const at = this.#header.at.get(column);
    if (at === undefined) return undefined;
    const text = this.#cells[at]?.trim();
    return text === '' ? undefined : text;
  }

  #fault(code: string, path: NetworkColumn, message: string): void {
    this.faults.push({ code, path, message });
  }

  #needed(column: NetworkColumn): string {
    const text = this.#cell(column);
    if (text === undefined) this.#fault('missing', column, 'missing; say who says so, and where');
    return text ?? '';
  }

  #matching(column: NetworkColumn, pattern: RegExp, expected: string): string | undefined {
    const text = this.#cell(column)?.toUpperCase();
    if (text === undefined || pattern.test(text)) return text;
    this.#fault('wrong-value', column, `expected ${expected}, found "${text}"`);
    return undefined;
  }

  #list(column: NetworkColumn, separator: string): readonly string[] {
    const parts = this.#cell(column)?.split(separator) ?? [];
    return parts.map((part) => part.trim()).filter((part) => part !== '');
  }

  #identifier(end: 'from' | 'to', text: string) {
    const [, scheme = '', value = ''] = /^([A-Za-z][A-Za-z0-9-]*):(.+)$/.exec(text) ?? [];
    if (value === '') {
      this.#fault('wrong-value', `${end}_ids`, `expected "USCC:..." or the like, found "${text}"`);
    }
    return { scheme: scheme.toUpperCase(), value: value.trim() };
  }

  #share(): number | undefined {
    const text = this.#cell('share');
    if (text === undefined) return undefined;
    const percent = text.endsWith('%');
    const number =
      Number((percent ? text.slice(0, -1) : text).trim().replace(',', '.')) / (percent ? 100 : 1);
    if (number >= 0 && number <= 1) return number;
    this.#fault('wrong-value', 'share', `expected 0 to 1, or 0% to 100%, found "${text}"`);
    return undefined;
  }

  #shipments(): number | undefined {
    const text = this.#cell('shipments');
    if (text === undefined) return undefined;
    const number = Number(text);
    if (Number.isInteger(number) && number > 0 && number < 1e9) return number;
    this.#fault('wrong-value', 'shipments', `expected a whole number above 0, found "${text}"`);
    return undefined;
  }

  #date(column: NetworkColumn): string | undefined {
    const text = this.#cell(column);
    if (text === undefined || isDate(text)) return text;
    this.#fault('wrong-value', column, `expected a date such as "2026-03-01", found "${text}"`);
    return undefined;
  }
}

/** A day that the calendar has. */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const ms = Date.parse(`${text}T00:00:00Z`);
  // 30 February parses, as 2 March.
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(text);
}
