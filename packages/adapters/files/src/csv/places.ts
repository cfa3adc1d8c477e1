/** Which cell each path of an event came from, so that a fault names the row and the column. */
import { formatPath, type InputFault } from '@herkomst/core';
import { nameRow, type RowValues } from './row-values.ts';

export interface CellPlaces {
  /** Says that the value at a path stands, or should stand, in a column of a row. */
  set(path: readonly PropertyKey[], column: string, row: RowValues): void;
  /** A fault of the event as one of the file. */
  locate(fault: InputFault): InputFault;
}

export function createCellPlaces(): CellPlaces {
  const entries: { path: readonly PropertyKey[]; column: string; row: RowValues }[] = [];
  let places: ReadonlyMap<string, (typeof entries)[number]> | null = null;
  return {
    set: (path, column, row) => void entries.push({ path, column, row }),
    locate(fault) {
      places ??= new Map(entries.map((entry) => [formatPath(entry.path), entry]));
      for (let path = fault.path; path !== ''; path = shorten(path)) {
        const place = places.get(path);
        if (place === undefined) continue;
        const { column, row } = place;
        const shown = row.values.get(column)?.shown;
        const found = shown === undefined ? '' : `, found ${JSON.stringify(shown.slice(0, 80))}`;
        const message = `${nameRow(row.row)}: ${fault.message}${found} (${fault.path})`;
        return { ...fault, path: column, message };
      }
      return fault;
    },
  };
}

/** 'data.items[0]' from 'data.items[0].value'. */
function shorten(path: string): string {
  return path.replace(/(^|\.)[^.[\]]+$|\[[^\]]*\]$/, '');
}
