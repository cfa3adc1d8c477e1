/**
 * Writes to a stream that may be slower than we are, or gone: a reader such as `head` that has seen
 * enough is no fault of ours and ends the command quietly.
 */
import { once } from 'node:events';

/** Resolves once the stream wants more. */
export async function writeOut(stream: NodeJS.WriteStream, text: string): Promise<void> {
  if (!stream.write(text)) await once(stream, 'drain');
}

/** Ends the process without a word when whoever reads our output has gone. */
export function endWhenUnread(stream: NodeJS.WriteStream): void {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0);
    throw error;
  });
}
