/** Moves a file into a folder under a name that is free there, never over another. */
import { open, rename, rm } from 'node:fs/promises';
import { join, parse } from 'node:path';

/** Resolves to the name it took: 'shipments.csv', or 'shipments-2.csv' when that was there already. */
export async function moveInto(path: string, directory: string, name: string): Promise<string> {
  const { name: stem, ext } = parse(name);
  for (let count = 1; ; count += 1) {
    const free = count === 1 ? name : `${stem}-${count}${ext}`;
    const target = join(directory, free);
    if (!(await reserve(target))) continue;
    try {
      await rename(path, target);
    } catch (error) {
      await rm(target, { force: true });
      throw error;
    }
    return free;
  }
}

/** Takes the name with an empty file of our own, which the move then replaces. */
async function reserve(path: string): Promise<boolean> {
  try {
    await (await open(path, 'wx')).close();
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}
