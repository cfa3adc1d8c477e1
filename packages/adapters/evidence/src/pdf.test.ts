import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exportCase, type ExportedCase } from './export.ts';
import { ann, makeCase, tenant } from './fixtures.testing.ts';

const run = promisify(execFile);
const timeout = 120_000;
const exportedAt = '2026-11-25T09:30:00.000Z';

/** poppler's tools read a PDF as a reader would; a machine without them skips what needs them. */
const hasPoppler = await run('pdftotext', ['-v']).then(
  () => true,
  () => false,
);

let exported: ExportedCase;
let directory: string;
let file: string;
beforeAll(async () => {
  const made = await makeCase();
  const outcome = await exportCase(made, tenant, made.caseId, { at: exportedAt, by: ann });
  if (outcome === null) throw new Error('no case');
  exported = outcome;
  directory = await mkdtemp(join(tmpdir(), 'herkomst-pdf-'));
  file = join(directory, 'case.pdf');
  await writeFile(file, exported.pdf);
}, timeout);
afterAll(() => rm(directory, { recursive: true }), timeout);

test('is a PDF, the same from the same evidence', async () => {
  const text = Buffer.from(exported.pdf).toString('latin1');
  expect(text.startsWith('%PDF-')).toBe(true);
  expect(text.trimEnd().endsWith('%%EOF')).toBe(true);
  const again = await makeCase();
  const outcome = await exportCase(again, tenant, again.caseId, { at: exportedAt, by: ann });
  expect(outcome?.json).toBe(exported.json);
  expect(Buffer.from(outcome?.pdf ?? []).equals(exported.pdf)).toBe(true);
}, 120_000);

describe.skipIf(!hasPoppler)('as a reader sees it', () => {
  test('says what is in the case, in whatever script', async () => {
    const { stdout } = await run('pdftotext', ['-layout', file, '-']);
    const text = stdout.replaceAll(/\s+/g, ' ');
    for (const words of [
      '和田浩林发饰品有限公司',
      '新疆维吾尔自治区',
      'Çağrı Denizcilik A.Ş.',
      'парики из волос',
      // Nobody ships a font for everything; what can not be shown is named.
      '‹U+1F6A2›',
      'approved by Lea Şahin on 2026-11-24 10:00 UTC',
      'UFLPA Entity List: Hetian Haolin Hair Accessories Co., Ltd.',
      'Collection and purchase records of the raw hair',
      'collection-2026.pdf',
      exported.manifestDigest,
    ]) {
      expect(text).toContain(words);
    }
    expect(text).not.toContain('secret of others');
  });

  test('shows ink on every page, and keeps to its margins', async () => {
    await run('pdftoppm', ['-r', '40', '-gray', file, join(directory, 'page')]);
    const pages = (await readdir(directory)).filter((name) => name.endsWith('.pgm'));
    expect(pages.length).toBeGreaterThan(2);
    for (const name of pages) {
      const { width, height, pixels } = readGray(await readFile(join(directory, name)));
      const dark = (x: number, y: number) => (pixels[y * width + x] ?? 255) < 200;
      let inked = 0;
      let beyond = 0;
      // 54 points at 40 dots an inch.
      const margin = 28;
      for (let y = 0; y < height; y += 1) {
        for (let x = 0; x < width; x += 1) {
          if (!dark(x, y)) continue;
          inked += 1;
          if (x < margin || x > width - margin || y < margin || y > height - margin) beyond += 1;
        }
      }
      expect(inked).toBeGreaterThan(400);
      expect(beyond).toBe(0);
    }
  });
});

/** A binary PGM: three numbers in text, then a byte a pixel. */
function readGray(bytes: Buffer): { width: number; height: number; pixels: Uint8Array } {
  const header = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.subarray(0, 64).toString('latin1'));
  if (header === null) throw new Error('not a PGM');
  const pixels = bytes.subarray(header[0].length);
  return { width: Number(header[1]), height: Number(header[2]), pixels };
}
