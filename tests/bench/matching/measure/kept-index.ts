/**
 * An index built once and kept in a folder, for runs that only change weights or queries.
 *
 * The matcher refuses an index of other tables; one built by other keys it cannot tell, so the folder
 * is to be emptied when parser or keys change.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildIndex, loadIndex, saveIndex } from '@herkomst/matching';
import type { World } from '../world/world.ts';

export type BuiltIndex = ReturnType<typeof buildIndex>;

/** Undefined where no folder is given or it holds no index of this size yet. */
export const readKept = (folder: string, size: number): BuiltIndex | undefined => {
  const path = join(folder, `index-${size}`);
  if (folder === '' || !existsSync(path)) return undefined;
  return loadIndex(new Uint8Array(readFileSync(path)));
};

/** The kept index, or one built now and kept if there is a folder. */
export const indexOf = (folder: string, world: World): BuiltIndex => {
  const kept = readKept(folder, world.size);
  if (kept !== undefined) return kept;
  const built = buildIndex(world.entities());
  if (folder !== '') {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `index-${world.size}`), saveIndex(built));
  }
  return built;
};
