/**
 * Starts programs that outlive the command, and ends those and no others: a process is known by its
 * number and by when it began, as numbers are used again.
 */
import { spawn, spawnSync } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

export interface ProcessMark {
  readonly pid: number;
  readonly born: string;
}

export interface Command {
  readonly program: string;
  readonly parameters: readonly string[];
  readonly environment?: NodeJS.ProcessEnv;
  /** Another user to run as; absent for the one who runs this. */
  readonly user?: { readonly uid: number; readonly gid: number };
}

/** Both outputs go to the end of the log file. Rejects when the program can not be started. */
export async function startDetached(command: Command, logFile: string): Promise<ProcessMark> {
  const log = openSync(logFile, 'a');
  const child = spawn(command.program, command.parameters, {
    ...command.user,
    detached: true,
    stdio: ['ignore', log, log],
    env: { ...process.env, ...command.environment },
  });
  closeSync(log);
  await new Promise<void>((resolve, reject) => {
    child.once('spawn', resolve);
    child.once('error', reject);
  });
  child.unref();
  const born = child.pid === undefined ? null : birthOf(child.pid);
  if (child.pid === undefined || born === null) {
    throw new Error(`${command.program} ended at once; see ${logFile}`);
  }
  return { pid: child.pid, born };
}

export function isAlive(mark: ProcessMark | null): mark is ProcessMark {
  return mark !== null && birthOf(mark.pid) === mark.born;
}

/** Asks the process to end, and makes it end when it takes longer than so many milliseconds. */
export async function end(
  mark: ProcessMark,
  signal: NodeJS.Signals,
  patienceMs: number,
): Promise<void> {
  for (const [one, wait] of [[signal, patienceMs] as const, ['SIGKILL', 10_000] as const]) {
    if (!isAlive(mark)) return;
    process.kill(mark.pid, one);
    for (let left = wait; left > 0 && isAlive(mark); left -= 50) await sleep(50);
  }
  if (isAlive(mark)) throw new Error(`process ${mark.pid} does not end`);
}

/** When a process began, in the words of the system; null when there is none, or only its corpse. */
function birthOf(pid: number): string | null {
  if (process.platform !== 'linux') {
    const { stdout } = spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' });
    return stdout.trim() === '' ? null : stdout.trim();
  }
  try {
    // After the name, which is in parentheses and may hold anything: state, then 18 more, then the
    // time of birth in ticks since the system's start.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    return fields[0] === 'Z' ? null : `${bootId()} ${fields[19]}`;
  } catch {
    return null;
  }
}

function bootId(): string {
  return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
}
