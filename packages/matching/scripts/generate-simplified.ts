/**
 * Writes src/tables/hanzi-simplified.ts: traditional characters with their simplified ones.
 *
 * One character at a time, for names need no phrases, and so that the matcher loads no converter.
 * Run: npx node packages/matching/scripts/generate-simplified.ts
 */
import { writeFileSync } from 'node:fs';
import { Converter } from 'opencc-js/t2cn';

const convert = Converter({ from: 't', to: 'cn' });

/** Variants that the converter leaves and that names hold. */
const further: Readonly<Record<string, string>> = { 喆: '哲', 衆: '众', 咊: '和' };

const bySimplified = new Map<string, string>();
for (let code = 0x3400; code <= 0x9fff; code++) {
  const char = String.fromCodePoint(code);
  if (!/^\p{Script=Han}$/u.test(char)) continue;
  const simple = further[char] ?? convert(char);
  if (simple === char || simple.length !== 1) continue;
  bySimplified.set(simple, (bySimplified.get(simple) ?? '') + char);
}

const pairs = [...bySimplified]
  .toSorted(([a], [b]) => (a < b ? -1 : 1))
  .map(([simple, traditional]) => simple + traditional);
const rows: string[] = [];
for (const pair of pairs) {
  const last = rows.at(-1);
  if (last === undefined || last.length > 90) rows.push(pair);
  else rows[rows.length - 1] = `${last} ${pair}`;
}
writeFileSync(
  new URL('../src/tables/hanzi-simplified.ts', import.meta.url),
  `/**
 * Simplified characters, each with the traditional ones it stands for.
 *
 * Written by scripts/generate-simplified.ts from opencc-js (MIT, OpenCC data Apache-2.0).
 */
export const hanziSimplified: readonly string[] = [
${rows.map((row) => `  '${row}',`).join('\n')}
];
`,
);
