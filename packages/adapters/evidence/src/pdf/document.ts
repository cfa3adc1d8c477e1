/** A document as a list of blocks, before any page or font: what the PDF says, without how it looks. */

export type Block =
  | { readonly kind: 'title'; readonly text: string }
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly text: string }
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly style?: 'plain' | 'strong' | 'small' | 'mark';
      /** Steps to the right. */
      readonly indent?: number;
    }
  /** Names and values in two columns; values wrap. */
  | { readonly kind: 'facts'; readonly rows: readonly (readonly [name: string, value: string])[] }
  | {
      readonly kind: 'table';
      readonly columns: readonly string[];
      /** Shares of the width, adding up to 1. */
      readonly widths: readonly number[];
      readonly rows: readonly (readonly string[])[];
    };

/** All text of a document, for knowing which glyphs it needs. */
export function textsOf(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap((block) => {
    switch (block.kind) {
      case 'facts':
        return block.rows.flat();
      case 'table':
        return [...block.columns, ...block.rows.flat()];
      case 'title':
      case 'heading':
      case 'text':
        return [block.text];
    }
  });
}
