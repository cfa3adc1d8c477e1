/**
 * The lists of entities: those that ship, and those a user adds or puts in their place with
 * `--lists DIR`. A list that is only half read would screen against half of it, so any fault
 * refuses the lot, and all faults are told at once.
 */
import { entityListSchema, formatPath, type EntityList } from '@herkomst/core';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readShipped } from './shipped.ts';

export interface ListFault {
  readonly file: string;
  /** 'entities[3].listings[0].effectiveDate'; '' for the whole file. */
  readonly path: string;
  readonly message: string;
}

export class InvalidListError extends Error {
  readonly code = 'invalid-list';
  readonly faults: readonly ListFault[];

  constructor(faults: readonly ListFault[]) {
    const lines = faults.map(
      ({ file, path, message }) => `  ${file}: ${path === '' ? '' : `${path}: `}${message}`,
    );
    super(`lists that can not be used:\n${lines.join('\n')}`);
    this.faults = faults;
  }
}

const shippedLists = ['lists/us-uflpa.json', 'lists/us-cbp-wro.json'];

/** The shipped lists, in which those of the folder replace the ones whose `list` id they bear. */
export async function loadEntityLists(listsDir: string | null): Promise<readonly EntityList[]> {
  const shipped = await Promise.all(
    shippedLists.map(async (path) => entityListSchema.parse(await readShipped(path))),
  );
  const own = listsDir === null ? [] : await readFolder(listsDir);
  const replaced = new Set(own.map(({ list }) => list.list));
  const kept = shipped.filter(({ list }) => !replaced.has(list));
  const faults = findClashes(own, kept);
  if (faults.length > 0) throw new InvalidListError(faults);
  return [...kept, ...own.map(({ list }) => list)];
}

interface ListInFile {
  readonly file: string;
  readonly list: EntityList;
}

async function readFolder(folder: string): Promise<readonly ListInFile[]> {
  let names: string[];
  try {
    names = await readdir(folder);
  } catch (error) {
    throw new InvalidListError([{ file: folder, path: '', message: messageOf(error) }]);
  }
  const files = names.filter((name) => name.endsWith('.json')).toSorted();
  if (files.length === 0) {
    const message = 'the folder holds no list: no file in it ends in .json';
    throw new InvalidListError([{ file: folder, path: '', message }]);
  }
  const readings = await Promise.all(files.map((name) => readListFile(join(folder, name))));
  const faults = readings.flatMap((reading) => ('faults' in reading ? reading.faults : []));
  if (faults.length > 0) throw new InvalidListError(faults);
  return readings.flatMap((reading) => ('list' in reading ? [reading] : []));
}

async function readListFile(
  file: string,
): Promise<ListInFile | { readonly faults: readonly ListFault[] }> {
  let value: unknown;
  try {
    value = JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    return { faults: [{ file, path: '', message: messageOf(error) }] };
  }
  const result = entityListSchema.safeParse(value);
  if (result.success) return { file, list: result.data };
  return {
    faults: result.error.issues.flatMap((issue): ListFault[] =>
      issue.code === 'unrecognized_keys'
        ? issue.keys.map((key) => ({
            file,
            path: formatPath([...issue.path, key]),
            message: 'no such field; check the spelling against the list format',
          }))
        : [{ file, path: formatPath(issue.path), message: issue.message }],
    ),
  };
}

/** Ids are what alerts and reviews refer to: each must mean one entity of one list. */
function findClashes(own: readonly ListInFile[], kept: readonly EntityList[]): ListFault[] {
  const faults: ListFault[] = [];
  const listFiles = new Map<string, string>();
  const entityHomes = new Map<string, string>();
  for (const list of kept) {
    for (const { id } of list.entities) entityHomes.set(id, `the list ${list.list}`);
  }
  for (const { file, list } of own) {
    const other = listFiles.get(list.list);
    if (other !== undefined) {
      faults.push({ file, path: 'list', message: `"${list.list}" is the list of ${other} too` });
    }
    listFiles.set(list.list, file);
    list.entities.forEach(({ id }, index) => {
      const home = entityHomes.get(id);
      if (home !== undefined) {
        faults.push({ file, path: `entities[${index}].id`, message: `"${id}" is in ${home} too` });
      }
      entityHomes.set(id, file);
    });
  }
  return faults;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
