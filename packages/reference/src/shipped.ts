/** The data files this package ships, read as they stand. Their shapes are proven by its tests. */
import { readFile } from 'node:fs/promises';

const data = new URL('../data/', import.meta.url);

/** Where a shipped file is, for those who read it themselves: 'lists/us-uflpa.json'. */
export function shippedFile(path: string): URL {
  return new URL(path, data);
}

export async function readShipped(path: string): Promise<unknown> {
  return JSON.parse(await readFile(shippedFile(path), 'utf8'));
}
