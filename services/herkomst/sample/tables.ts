/**
 * What the sample is drawn from: firms that do not exist at places that do, the goods their towns
 * are known for, and who buys them. Kept as tables because they are read and changed as tables.
 */
import { readFileSync } from 'node:fs';

export interface Firm {
  readonly name: string;
  readonly nativeName?: string;
  readonly line: string;
  readonly city: string;
  readonly region?: string;
  readonly postcode?: string;
  readonly country: string;
  /** GB/T 2260 division of the business registration, for China. */
  readonly division?: string;
  /** Telephone country and area code: '+86 374'. */
  readonly dialling?: string;
}

export interface Good {
  readonly hs6: string;
  /** Further digits in the EU's nomenclature and in that of the United States. */
  readonly eu: string;
  readonly us: string;
  readonly unit: string;
  /** Gross mass of one unit, in kg. */
  readonly unitMass: number;
  /** Value of one unit, in US dollars, least and most. */
  readonly price: readonly [number, number];
  readonly quantity: readonly [number, number];
  readonly descriptions: readonly string[];
  /** As a Dutch or Flemish importer may write them instead. */
  readonly dutchDescriptions: readonly string[];
}

export interface Trade {
  readonly shipments: number;
  readonly makers: readonly Firm[];
  readonly buyers: readonly Firm[];
  readonly goods: readonly Good[];
}

type Row = (column: string) => string;

function readTable(name: string): Row[] {
  const text = readFileSync(new URL(`${name}.tsv`, import.meta.url), 'utf8');
  const [head = '', ...rows] = text.trimEnd().split('\n');
  const columns = head.split('\t');
  return rows.map((row) => {
    const cells = row.split('\t');
    return (column) => {
      const cell = cells[columns.indexOf(column)];
      if (cell === undefined) throw new RangeError(`${name}.tsv has no "${column}" in: ${row}`);
      return cell;
    };
  });
}

const optional = ['nativeName', 'region', 'postcode', 'division', 'dialling'] as const;

/** By the group in the first column. */
export function readFirms(): ReadonlyMap<string, readonly Firm[]> {
  const rows = readTable('firms').map((cell): readonly [string, Firm] => [
    cell('group'),
    {
      name: cell('name'),
      line: cell('line'),
      city: cell('city'),
      country: cell('country'),
      ...Object.fromEntries(
        optional.filter((column) => cell(column) !== '').map((column) => [column, cell(column)]),
      ),
    },
  ]);
  const groups = Map.groupBy(rows, ([group]) => group);
  return new Map([...groups].map(([group, members]) => [group, members.map(([, firm]) => firm)]));
}

/** Trades with their makers and buyers looked up. Throws a RangeError where a name finds nobody. */
export function readTrades(firms: ReadonlyMap<string, readonly Firm[]>): readonly Trade[] {
  const everybody = [...firms.values()].flat();
  const goods = Map.groupBy(readTable('goods'), (cell) => cell('trade'));
  return readTable('trades').map((cell): Trade => {
    const from = listOf(cell('from'));
    const makers = listOf(cell('makers'))
      .flatMap((name) => firms.get(name) ?? everybody.filter((firm) => firm.name.startsWith(name)))
      .filter(({ country }) => from.length === 0 || from.includes(country));
    const buyers = listOf(cell('buyers')).flatMap((name) =>
      everybody.filter((firm) => firm.name === name),
    );
    const traded = (goods.get(cell('trade')) ?? []).map(toGood);
    if (makers.length * buyers.length * traded.length === 0) {
      throw new RangeError(`nobody makes, buys or sells in the trade ${cell('trade')}`);
    }
    return { shipments: Number(cell('shipments')), makers, buyers, goods: traded };
  });
}

/** Marks a description in goods.tsv as Dutch. */
const dutch = 'nl:';

function toGood(cell: Row): Good {
  const descriptions = listOf(cell('descriptions'));
  return {
    hs6: cell('hs6'),
    eu: cell('eu'),
    us: cell('us'),
    unit: cell('unit'),
    unitMass: Number(cell('unitMassKg')),
    price: [Number(cell('leastPrice')), Number(cell('mostPrice'))],
    quantity: [Number(cell('leastQuantity')), Number(cell('mostQuantity'))],
    descriptions: descriptions.filter((text) => !text.startsWith(dutch)),
    dutchDescriptions: descriptions
      .filter((text) => text.startsWith(dutch))
      .map((text) => text.slice(dutch.length)),
  };
}

function listOf(text: string): string[] {
  return text === '' ? [] : text.split(' | ');
}
