/**
 * Zstandard for kafkajs, which brings no codec but gzip's, from Node's own zlib. Shipments shrink to
 * a fraction: less to send and to keep, and less to checksum, which kafkajs does byte by byte.
 */
import { promisify } from 'node:util';
import { zstdCompress, zstdDecompress } from 'node:zlib';
import kafkajs from 'kafkajs';

interface Encoder {
  readonly buffer: Buffer;
}

const compress = promisify(zstdCompress);
const decompress = promisify(zstdDecompress);

/** Needed before records so compressed are written or read; safe to call again. */
export function registerZstd(): void {
  kafkajs.CompressionCodecs[kafkajs.CompressionTypes.ZSTD] = () => ({
    compress: (encoder: Encoder) => compress(encoder.buffer),
    decompress: (buffer: Buffer) => decompress(buffer),
  });
}
