/**
 * Writes src/tables/hanzi-readings.ts: the usual pinyin reading of the characters of GB 2312.
 *
 * pinyin-pro takes 60 ms to load, and the matcher needs one syllable a character; place names are
 * overridden by their own tables. Run: npx node packages/matching/scripts/generate-readings.ts
 */
import { writeFileSync } from 'node:fs';
import { pinyin } from 'pinyin-pro';

const gb2312 = (): string[] => {
  const decoder = new TextDecoder('gb18030');
  const out: string[] = [];
  for (let row = 0xb0; row <= 0xf7; row++) {
    for (let cell = 0xa1; cell <= 0xfe; cell++) {
      const char = decoder.decode(new Uint8Array([row, cell]));
      if (/^\p{Script=Han}$/u.test(char)) out.push(char);
    }
  }
  // Characters outside GB 2312 that firms and people use.
  out.push(
    ...'昇堃喆珺琨瑀祎翀玥昉晞垚淼焱鑫犇骉燚堉弢烜炘珅琰琛瑄璟璘鋆頔钜锘镕祺睿濮溧滘甪硚嵊泖',
  );
  return out;
};

const bySyllable = new Map<string, string>();
for (const char of new Set(gb2312())) {
  const readings = pinyin(char, { toneType: 'none', multiple: true, type: 'array', v: true }).map(
    (reading) => reading.replaceAll('ü', 'v'),
  );
  const usual = readings[0];
  if (usual === undefined || !/^[a-z]+$/.test(usual)) continue;
  bySyllable.set(usual, (bySyllable.get(usual) ?? '') + char);
}

const rows = [...bySyllable].toSorted(([a], [b]) => (a < b ? -1 : 1));
writeFileSync(
  new URL('../src/tables/hanzi-readings.ts', import.meta.url),
  `/**
 * The usual pinyin of the characters of GB 2312 and some more, as syllable and characters.
 *
 * Written by scripts/generate-readings.ts from pinyin-pro (MIT), whose own tables take 60 ms to
 * load. 'v' stands for ü. Toponyms read otherwise (喀什 is Kashi) stand in the place tables.
 */
export const hanziReadings: readonly string[] = [
${rows.map(([syllable, chars]) => `  '${syllable} ${chars}',`).join('\n')}
];
`,
);
