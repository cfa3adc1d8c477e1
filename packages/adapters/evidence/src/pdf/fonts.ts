/**
 * Fonts for whatever script a name is written in: for each character the first family that has it,
 * cut down to the glyphs the document needs. The families come in pieces by script, as for the web,
 * in weights that a page picks; each piece is cut and set to its weight when it is asked for.
 */
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as fontkit from 'fontkit';
import subsetFont from 'subset-font';

export type Weight = 400 | 700;
export const weights: readonly Weight[] = [400, 700];

export interface FontPiece {
  /** A name for the PDF, one for each weight. */
  readonly name: Readonly<Record<Weight, string>>;
  /** TrueType, cut down. */
  readonly bytes: Readonly<Record<Weight, Buffer>>;
  readonly rightToLeft: boolean;
}

export interface Fonts {
  readonly pieces: readonly FontPiece[];
  /** The piece that shows a character; null when no family has it. */
  pieceOf(character: string): FontPiece | null;
}

interface Family {
  readonly packageName: string;
  readonly rightToLeft: boolean;
  /** A file of the package, for a piece and a weight. */
  readonly file: (piece: string, weight: Weight) => string;
  /** Whether one file holds all weights, to be set to one. */
  readonly variable: boolean;
}

/** All under the SIL Open Font License 1.1. The first is the one most text is in. */
const families: readonly Family[] = [
  {
    packageName: '@fontsource-variable/noto-sans',
    rightToLeft: false,
    file: (piece) => `noto-sans-${piece}-wght-normal.woff2`,
    variable: true,
  },
  {
    // Has all letters of Uyghur.
    packageName: '@fontsource/noto-naskh-arabic',
    rightToLeft: true,
    file: (piece, weight) => `noto-naskh-arabic-${piece}-${weight}-normal.woff2`,
    variable: false,
  },
  {
    packageName: '@fontsource-variable/noto-sans-sc',
    rightToLeft: false,
    file: (piece) => `noto-sans-sc-${piece}-wght-normal.woff2`,
    variable: true,
  },
];

interface Candidate {
  readonly family: Family;
  readonly directory: string;
  /** 'latin', or a number where a script is too large for one piece. */
  readonly piece: string;
  readonly ranges: readonly (readonly [from: number, to: number])[];
}

/** Loads what the texts need. A character that no family has is left for the caller to write out. */
export async function loadFonts(texts: readonly string[]): Promise<Fonts> {
  const candidates = (await Promise.all(families.map(candidatesOf))).flat();
  const shown = new Map<string, FontPiece>();
  const pieces: FontPiece[] = [];
  const left = new Set([...texts.join('')].filter((character) => character.trim() !== ''));
  // For spaces and for what is written out instead of an unknown character.
  for (const character of ' ‹›U+0123456789ABCDEF') left.add(character);
  for (const candidate of candidates) {
    const wanted = [...left].filter((character) => isWithin(candidate, character));
    if (wanted.length === 0) continue;
    const held = await heldBy(candidate, wanted);
    if (held.length === 0) continue;
    const piece = await cut(candidate, held);
    pieces.push(piece);
    for (const character of held) {
      shown.set(character, piece);
      left.delete(character);
    }
  }
  return { pieces, pieceOf: (character) => shown.get(character) ?? null };
}

/** The ranges of a piece promise more than it holds. */
async function heldBy(candidate: Candidate, wanted: readonly string[]): Promise<readonly string[]> {
  const font = fontkit.create(await readPiece(candidate, 400));
  return wanted.filter(
    (character) =>
      'hasGlyphForCodePoint' in font && font.hasGlyphForCodePoint(codePoint(character)),
  );
}

async function cut(candidate: Candidate, wanted: readonly string[]): Promise<FontPiece> {
  const { family, piece } = candidate;
  const one = async (weight: Weight): Promise<Buffer> =>
    // With the space, for those between words.
    await subsetFont(await readPiece(candidate, weight), `${wanted.join('')} `, {
      targetFormat: 'truetype',
      ...(family.variable ? { variationAxes: { wght: weight } } : {}),
    });
  const name = `${family.packageName} ${piece}`;
  return {
    name: { 400: `${name} 400`, 700: `${name} 700` },
    bytes: { 400: await one(400), 700: await one(700) },
    rightToLeft: family.rightToLeft,
  };
}

function readPiece({ family, directory, piece }: Candidate, weight: Weight): Promise<Buffer> {
  return readFile(join(directory, 'files', family.file(piece, weight)));
}

/** The named pieces first: they are the scripts most text is in. */
async function candidatesOf(family: Family): Promise<readonly Candidate[]> {
  const manifest = fileURLToPath(import.meta.resolve(`${family.packageName}/package.json`));
  const directory = dirname(manifest);
  const text = await readFile(join(directory, 'unicode.json'), 'utf8');
  const pieces = Object.entries(JSON.parse(text) as Readonly<Record<string, string>>);
  const named = pieces.filter(([piece]) => !piece.startsWith('['));
  const numbered = pieces.filter(([piece]) => piece.startsWith('['));
  return [...named.toReversed(), ...numbered].map(([piece, ranges]) => ({
    family,
    directory,
    piece: piece.replaceAll(/[[\]]/g, ''),
    ranges: ranges.split(',').map(readRange),
  }));
}

/** 'U+4e00-4e2d' or 'U+4e00'. */
function readRange(text: string): readonly [number, number] {
  const [from = '', to = from] = text.trim().slice(2).split('-');
  return [Number.parseInt(from, 16), Number.parseInt(to, 16)];
}

function isWithin({ ranges }: Candidate, character: string): boolean {
  const point = codePoint(character);
  return ranges.some(([from, to]) => point >= from && point <= to);
}

function codePoint(character: string): number {
  return character.codePointAt(0) ?? 0;
}
