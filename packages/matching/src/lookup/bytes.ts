/** A growing row of bytes to write to, and a cursor to read them by. */
const encoder = new TextEncoder();
const decoder = new TextDecoder();

export class ByteWriter {
  #bytes = new Uint8Array(1 << 16);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  #room(more: number): void {
    if (this.#length + more <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(this.#bytes.length * 2, this.#length + more));
    larger.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = larger;
  }

  byte(value: number): void {
    this.#room(1);
    this.#bytes[this.#length++] = value;
  }

  short(value: number): void {
    this.byte(value & 255);
    this.byte(value >>> 8);
  }

  word(value: number): void {
    this.short(value & 0xffff);
    this.short(value >>> 16);
  }

  /** At most 255 values; the rest is left out. */
  bytes(values: readonly number[]): void {
    const count = Math.min(values.length, 255);
    this.byte(count);
    for (let at = 0; at < count; at++) this.byte(values[at] ?? 0);
  }

  shorts(values: readonly number[]): void {
    const count = Math.min(values.length, 255);
    this.byte(count);
    for (let at = 0; at < count; at++) this.short(values[at] ?? 0);
  }

  /** ASCII, at most 255 characters. */
  ascii(text: string): void {
    const count = Math.min(text.length, 255);
    this.byte(count);
    for (let at = 0; at < count; at++) this.byte(text.charCodeAt(at) & 127);
  }

  asciis(texts: readonly string[]): void {
    const count = Math.min(texts.length, 255);
    this.byte(count);
    for (let at = 0; at < count; at++) this.ascii(texts[at] ?? '');
  }

  /** Any text as UTF-8, without its length. */
  utf8(text: string): void {
    const encoded = encoder.encode(text);
    this.#room(encoded.length);
    this.#bytes.set(encoded, this.#length);
    this.#length += encoded.length;
  }

  finish(): Uint8Array {
    return this.#bytes.slice(0, this.#length);
  }
}

export const readUtf8 = (bytes: Uint8Array, from: number, to: number): string =>
  decoder.decode(bytes.subarray(from, to));

export class ByteReader {
  readonly #bytes: Uint8Array;
  #at: number;

  constructor(bytes: Uint8Array, at: number) {
    this.#bytes = bytes;
    this.#at = at;
  }

  byte(): number {
    return this.#bytes[this.#at++] ?? 0;
  }

  short(): number {
    const low = this.byte();
    return low | (this.byte() << 8);
  }

  word(): number {
    const low = this.short();
    return (low | (this.short() << 16)) >>> 0;
  }

  /** Steps over bytes; returns where they began. */
  skip(count: number): number {
    const from = this.#at;
    this.#at += count;
    return from;
  }

  bytes(): number[] {
    const count = this.byte();
    const out: number[] = [];
    for (let at = 0; at < count; at++) out.push(this.byte());
    return out;
  }

  shorts(): number[] {
    const count = this.byte();
    const out: number[] = [];
    for (let at = 0; at < count; at++) out.push(this.short());
    return out;
  }

  ascii(): string {
    const count = this.byte();
    let text = '';
    for (let at = 0; at < count; at++) text += String.fromCharCode(this.byte());
    return text;
  }

  asciis(): string[] {
    const count = this.byte();
    const out: string[] = [];
    for (let at = 0; at < count; at++) out.push(this.ascii());
    return out;
  }
}
