/** Which format an input is in: what the caller says, else what the name says, else what it looks like. */

export const sourceFormats = ['ndjson', 'json', 'csv'] as const;
export type SourceFormat = (typeof sourceFormats)[number];

export type FormatGuess =
  | { readonly kind: 'format'; readonly format: SourceFormat }
  | { readonly kind: 'refused'; readonly message: string };

/** @param head the first bytes of the text, after decompression. */
export function guessFormat(name: string, head: Uint8Array): FormatGuess {
  const foreign = foreignKind(head);
  if (foreign !== null) return { kind: 'refused', message: foreign };
  const ending = /\.([a-z]+)$/i.exec(name.replace(/\.gz$/i, ''))?.[1]?.toLowerCase();
  if (ending === 'ndjson' || ending === 'jsonl') return { kind: 'format', format: 'ndjson' };
  if (ending === 'csv' || ending === 'tsv') return { kind: 'format', format: 'csv' };
  return { kind: 'format', format: byLooks(head) };
}

/** Files that people take for text tables, and what to do instead. */
function foreignKind(head: Uint8Array): string | null {
  const mark = new TextDecoder('latin1').decode(head.subarray(0, 8));
  if (mark.startsWith('PK\u0003\u0004')) {
    return 'this is a zip archive or an Excel workbook; unpack it, or save the sheet as CSV UTF-8';
  }
  if (mark.startsWith('\u00d0\u00cf\u0011\u00e0')) {
    return 'this is an old Excel workbook; save the sheet as CSV UTF-8';
  }
  if (mark.startsWith('%PDF-')) return 'this is a PDF; export the data as CSV UTF-8 or NDJSON';
  if (mark.startsWith('<')) return 'this is XML or HTML; export the data as CSV UTF-8 or NDJSON';
  return null;
}

/** An object whose line ends with it is the first of many lines; else a document of its own. */
function byLooks(head: Uint8Array): SourceFormat {
  const text = new TextDecoder().decode(head).trimStart();
  if (text.startsWith('[')) return 'json';
  if (!text.startsWith('{')) return 'csv';
  const end = text.search(/\r?\n/);
  const firstLine = end === -1 ? text : text.slice(0, end);
  return end === -1 || firstLine.trimEnd().endsWith('}') ? 'ndjson' : 'json';
}
