/**
 * Writes generated/ anew. With `--release`, also keeps it as released/, which later changes are held
 * against: only when a version goes out.
 */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { buildFiles } from './src/files.ts';

const { version } = JSON.parse(
  await readFile(new URL('package.json', import.meta.url), 'utf8'),
) as { version: string };
const folders = process.argv.includes('--release') ? ['generated', 'released'] : ['generated'];
for (const folder of folders) {
  const place = new URL(`${folder}/`, import.meta.url);
  await rm(place, { recursive: true, force: true });
  await mkdir(place, { recursive: true });
  for (const [file, text] of buildFiles(version)) await writeFile(new URL(file, place), text);
  process.stdout.write(`wrote ${folder}/\n`);
}
