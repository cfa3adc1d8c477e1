/** The end of a file of lines as a crash may have left it: half a line is cut off, whole ones are read. */
import type { FileHandle } from 'node:fs/promises';

/** How much of the end is read; more only where one line is longer. */
const defaultTailBytes = 16 * 1024 * 1024;

/** Hands over the whole lines of the tail, oldest first; resolves to the file's length then. */
export async function mendTail(
  file: FileHandle,
  onLine: (line: string) => void,
  tailBytes = defaultTailBytes,
): Promise<number> {
  const { size } = await file.stat();
  for (let most = tailBytes; ; most *= 2) {
    const start = Math.max(0, size - most);
    const tail = Buffer.alloc(size - start);
    await readFully(file, tail, start);
    const end = tail.lastIndexOf(0x0a) + 1;
    if (end === 0 && start > 0) continue;
    const length = start + end;
    if (length < size) await file.truncate(length);
    // The first line of a tail that does not begin the file may be half a line itself.
    const from = start === 0 ? 0 : tail.indexOf(0x0a) + 1;
    for (const line of tail.toString('utf8', from, end).split('\n')) if (line !== '') onLine(line);
    return length;
  }
}

async function readFully(file: FileHandle, into: Buffer, start: number): Promise<void> {
  for (let read = 0; read < into.length;) {
    const { bytesRead } = await file.read(into, read, into.length - read, start + read);
    if (bytesRead === 0) return;
    read += bytesRead;
  }
}
