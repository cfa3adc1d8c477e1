/** Sets blocks on A4 pages. Time comes from outside, so that the same document gives the same bytes. */
import PdfKit from 'pdfkit';
import { textsOf, type Block } from './document.ts';
import { loadFonts, weights, type Fonts, type Weight } from './fonts.ts';
import { breakLines, type Line, type Run } from './runs.ts';

export interface PdfHead {
  readonly title: string;
  readonly author: string;
  /** RFC 3339. */
  readonly createdAt: string;
  /** At the foot of each page, before its number, and below. */
  readonly footer: readonly [string, string];
}

const margin = 54;
const footerSize = 7.5;
const footerHeight = 34;
const indentStep = 14;

interface Look {
  readonly size: number;
  readonly weight: Weight;
  readonly colour: string;
  readonly before: number;
}

const ink = '#1a1a1a';
const grey = '#5a5a5a';
const looks = {
  title: { size: 20, weight: 700, colour: ink, before: 0 },
  heading1: { size: 14, weight: 700, colour: ink, before: 16 },
  heading2: { size: 11, weight: 700, colour: ink, before: 10 },
  plain: { size: 9.5, weight: 400, colour: ink, before: 3 },
  strong: { size: 9.5, weight: 700, colour: ink, before: 3 },
  small: { size: 8, weight: 400, colour: grey, before: 1 },
  mark: { size: 9.5, weight: 700, colour: '#8a1c1c', before: 3 },
} as const satisfies Record<string, Look>;

const leading = 1.4;

export async function renderPdf(blocks: readonly Block[], head: PdfHead): Promise<Uint8Array> {
  const fonts = await loadFonts([...textsOf(blocks), ...head.footer, ' · page 0123456789 of']);
  const document = new PdfKit({
    size: 'A4',
    margin,
    bufferPages: true,
    lang: 'en',
    displayTitle: true,
    info: {
      Title: head.title,
      Author: head.author,
      CreationDate: new Date(head.createdAt),
      ModDate: new Date(head.createdAt),
    },
  });
  const finished = collect(document);
  for (const { name, bytes } of fonts.pieces) {
    for (const weight of weights) document.registerFont(name[weight], bytes[weight]);
  }
  const page = new PageWriter(document, fonts);
  for (const block of blocks) page.write(block);
  page.writeFooters(head.footer);
  document.end();
  return await finished;
}

class PageWriter {
  readonly #document: PDFKit.PDFDocument;
  readonly #fonts: Fonts;
  readonly #left = margin;
  readonly #width: number;
  readonly #bottom: number;
  #y = margin;

  constructor(document: PDFKit.PDFDocument, fonts: Fonts) {
    this.#document = document;
    this.#fonts = fonts;
    this.#width = document.page.width - 2 * margin;
    this.#bottom = document.page.height - margin - footerHeight;
  }

  write(block: Block): void {
    switch (block.kind) {
      case 'title':
        return this.#text(block.text, looks.title, 0);
      case 'heading': {
        const look = block.level === 1 ? looks.heading1 : looks.heading2;
        // A heading does not stand alone at the foot of a page.
        this.#makeRoom(look.before + look.size * leading + 40);
        return this.#text(block.text, look, 0);
      }
      case 'text':
        return this.#text(
          block.text,
          looks[block.style ?? 'plain'],
          (block.indent ?? 0) * indentStep,
        );
      case 'facts':
        for (const [name, value] of block.rows) {
          this.#row([name, value], [0.27, 0.73], [looks.small, looks.plain], false);
        }
        return;
      case 'table': {
        const header = block.columns.map(() => looks.strong);
        this.#row(block.columns, block.widths, header, true);
        for (const row of block.rows) {
          this.#row(
            row,
            block.widths,
            row.map(() => looks.plain),
            true,
          );
        }
        return;
      }
    }
  }

  writeFooters([first, second]: PdfHead['footer']): void {
    const { start, count } = this.#document.bufferedPageRange();
    for (let index = start; index < start + count; index += 1) {
      this.#document.switchToPage(index);
      // Within the margin, where the document would begin a new page by itself.
      this.#document.page.margins.bottom = 0;
      const look = { ...looks.small, size: footerSize };
      const lines = [`${first} · page ${index + 1} of ${count}`, second];
      lines.forEach((line, nth) => {
        const top = this.#bottom + 14 + nth * footerSize * leading;
        for (const set of this.#break(line, look, this.#width).slice(0, 1)) {
          this.#set(set, look, this.#left, top);
        }
      });
    }
  }

  #text(text: string, look: Look, indent: number): void {
    this.#y += look.before;
    for (const line of this.#break(text, look, this.#width - indent)) {
      this.#makeRoom(look.size * leading);
      this.#set(line, look, this.#left + indent, this.#y);
      this.#y += look.size * leading;
    }
  }

  /** Cells side by side; a row longer than a page goes on, line by line, on the next. */
  #row(
    cells: readonly string[],
    widths: readonly number[],
    rowLooks: readonly Look[],
    ruled: boolean,
  ): void {
    const gap = 8;
    const size = Math.max(...rowLooks.map((look) => look.size));
    const height = size * leading;
    const columns = cells.map((cell, index) =>
      this.#break(cell, rowLooks[index] ?? looks.plain, this.#width * (widths[index] ?? 0) - gap),
    );
    this.#y += 2;
    this.#makeRoom(Math.min(columns[0]?.length ?? 1, 4) * height);
    if (ruled) this.#rule();
    const count = Math.max(...columns.map((lines) => lines.length));
    for (let nth = 0; nth < count; nth += 1) {
      this.#makeRoom(height);
      let x = this.#left;
      columns.forEach((lines, index) => {
        const line = lines[nth];
        if (line !== undefined) this.#set(line, rowLooks[index] ?? looks.plain, x, this.#y);
        x += this.#width * (widths[index] ?? 0);
      });
      this.#y += height;
    }
  }

  #rule(): void {
    this.#document
      .moveTo(this.#left, this.#y - 1)
      .lineTo(this.#left + this.#width, this.#y - 1)
      .lineWidth(0.4)
      .strokeColor('#c8c8c8')
      .stroke();
  }

  #makeRoom(height: number): void {
    if (this.#y + height <= this.#bottom || this.#y === margin) return;
    this.#document.addPage();
    this.#y = margin;
  }

  #break(text: string, look: Look, width: number): readonly Line[] {
    return breakLines(text, this.#fonts, width, (run) => this.#measure(run, look));
  }

  #measure({ text, piece }: Run, { size, weight }: Look): number {
    // Naming features, be it none, has the run set as a whole rather than word by word.
    return this.#document
      .font(piece.name[weight])
      .fontSize(size)
      .widthOfString(text, { features: [] });
  }

  #set(line: Line, look: Look, left: number, top: number): void {
    let x = left;
    for (const run of line) {
      const width = this.#measure(run, look);
      // Families differ in how far their line begins above the letters; the baseline is one.
      this.#document.fillColor(look.colour).text(run.text, x, top + look.size, {
        lineBreak: false,
        baseline: 'alphabetic',
        features: [],
      });
      x += width;
    }
  }
}

function collect(document: PDFKit.PDFDocument): Promise<Uint8Array> {
  const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>();
  const chunks: Uint8Array[] = [];
  document.on('data', (chunk: Uint8Array) => chunks.push(chunk));
  document.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))));
  document.on('error', reject);
  return promise;
}
