/** A disk of known size for one engine's data, which can be filled. Only root may mount one. */
import { spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';

export interface Disk {
  /** Takes all room that is left. Returns how many bytes that were. */
  fill(): number;
  /** Gives it back. */
  free(): void;
  unmount(): void;
}

/** Null where it may not be mounted. */
export function mountDisk(directory: string, megabytes: number): Disk | null {
  mkdirSync(directory, { recursive: true });
  const mounted = run(
    'mount',
    '-t',
    'tmpfs',
    '-o',
    `size=${megabytes}m,mode=0755`,
    'tmpfs',
    directory,
  );
  if (!mounted) return null;
  const ballast = join(directory, 'ballast');
  return {
    fill() {
      const file = openSync(ballast, 'w');
      let bytes = 0;
      try {
        // In ever smaller pieces, until not a page is left.
        for (const size of [1 << 20, 1 << 16, 1 << 12]) bytes += writeUntilFull(file, size);
      } finally {
        closeSync(file);
      }
      return bytes;
    },
    free: () => rmSync(ballast, { force: true }),
    unmount: () => void (run('umount', directory) || run('umount', '--lazy', directory)),
  };
}

function writeUntilFull(file: number, size: number): number {
  const piece = Buffer.alloc(size);
  for (let bytes = 0; ;) {
    try {
      bytes += writeSync(file, piece);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOSPC') return bytes;
      throw error;
    }
  }
}

function run(program: string, ...parameters: string[]): boolean {
  return spawnSync(program, parameters).status === 0;
}
