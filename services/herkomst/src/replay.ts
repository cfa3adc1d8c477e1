/** A dead letter's bytes as entries again, read as the door would that it came through. */
import { readEntries } from '@herkomst/adapter-files';
import type { IntakeEntry, KeptDeadLetter } from '@herkomst/runtime';
import { basename } from 'node:path';

export async function readDeadLetter(letter: KeptDeadLetter): Promise<IntakeEntry[]> {
  const name = basename(letter.origin.replace(/^[a-z]+:/, ''));
  const input = { name, content: letter.original };
  const entries: IntakeEntry[] = [];
  // One line of NDJSON is kept, so an ending that promises many is no guide; rows keep their header.
  const read = /\.(csv|tsv)(\.gz)?$/i.test(name)
    ? readEntries(input)
    : readEntries({ ...input, name: 'letter' });
  for await (const batch of read) entries.push(...batch);
  return entries;
}
