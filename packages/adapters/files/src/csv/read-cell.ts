/**
 * A cell into the event's value. What people and spreadsheets write is taken where it can mean one
 * thing only, and refused with a hint where it could mean two.
 */
import type { CellKind } from './columns.ts';

export type CellReading =
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'fault'; readonly message: string };

/** @param cell trimmed and not empty. */
export function readCell(kind: CellKind, cell: string, separator: string): CellReading {
  switch (kind) {
    case 'text':
      return readText(cell);
    case 'lines':
      return value(split(cell, /\r?\n/));
    case 'list':
      return value(split(cell, /[;|]/));
    case 'locode':
      return value(readLocode(cell));
    case 'locodes':
      return value(split(cell, /[;|]/).map(readLocode));
    case 'integer':
      return /^\d{1,9}$/.test(cell) ? value(Number(cell)) : fault('expected a whole number');
    case 'number':
      return readNumber(cell, separator);
    case 'commodity':
      return readCommodity(cell);
  }
}

function split(cell: string, by: RegExp): string[] {
  return cell.split(by).flatMap((part) => (part.trim() === '' ? [] : [part.trim()]));
}

function readText(cell: string): CellReading {
  if (/^\d[.,]\d+E[+-]?\d+$/i.test(cell)) {
    return fault(
      'a spreadsheet has shortened this number; format the column as text and export again',
    );
  }
  return value(cell);
}

/** UN/LOCODE is printed with a space after the country: 'NL RTM'. */
function readLocode(cell: string): string {
  return cell.replace(/^([A-Z]{2}) ([A-Z2-9]{3})$/, '$1$2');
}

/** '6704.20.00' and '6704 20 00' are 67042000. */
function readCommodity(cell: string): CellReading {
  const code = cell.replaceAll(/[. ]/g, '');
  if (!/^\d{2,10}$/.test(code)) return fault('expected an HS commodity code of 2 to 10 digits');
  if (code.length % 2 === 1) {
    return fault(
      `an HS commodity code has an even number of digits, this one ${code.length}; ` +
        `if a spreadsheet dropped a leading zero, write ${JSON.stringify(`0${code}`)}`,
    );
  }
  return value(code);
}

const plain = /^-?\d+([.,]\d+)?$/;
const couldBeThousands = /^-?[1-9]\d{0,2}[.,]\d{3}$/;
const groupedEnglish = /^-?[1-9]\d{0,2}(,\d{3})+\.\d+$|^-?[1-9]\d{0,2}(,\d{3}){2,}$/;
const groupedDutch = /^-?[1-9]\d{0,2}(\.\d{3})+,\d+$|^-?[1-9]\d{0,2}(\.\d{3}){2,}$/;

/**
 * '1234.5', and '1234,5'. '1.234' is a fraction in a file with commas between its cells, as such a
 * file was written with points; anywhere else it may be a thousand and more, and '1,234' always may.
 */
function readNumber(cell: string, separator: string): CellReading {
  if (groupedEnglish.test(cell)) return value(Number(cell.replaceAll(',', '')));
  if (groupedDutch.test(cell)) {
    return value(Number(cell.replaceAll('.', '').replace(',', '.')));
  }
  if (!plain.test(cell)) return fault('expected a number such as 1234.5');
  if (couldBeThousands.test(cell) && (separator !== ',' || cell.includes(','))) {
    const whole = cell.replace(/[.,]/, '');
    return fault(
      `this could be ${whole} or ${cell.replace(',', '.')}0; write it without a mark between ` +
        'thousands, or with other than three decimals',
    );
  }
  return value(Number(cell.replace(',', '.')));
}

function value(read: unknown): CellReading {
  return { kind: 'value', value: read };
}

function fault(message: string): CellReading {
  return { kind: 'fault', message };
}
