/** The service as its user runs it: a process of its own, told by environment, heard on stdout. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** The key of services that a test gives no other in HERKOMST_TOKEN. */
export const testToken = 'token-of-the-tests';

const main = fileURLToPath(new URL('../../services/herkomst/src/main.ts', import.meta.url));

export interface RunningService {
  readonly url: string;
  /** For the header 'authorization' of each request. */
  readonly authorization: string;
  readonly process: ChildProcess;
  /** Everything it has said on stdout so far. */
  output(): string;
  /** SIGTERM; resolves to the exit code. */
  stop(): Promise<number | null>;
  /** SIGKILL; resolves once the process is gone. */
  kill(): Promise<void>;
}

/** Starts `herkomst start` on a free port. Rejects with what it said when it ends before it is ready. */
export async function startService(
  environment: Readonly<Record<string, string>>,
  args: readonly string[] = ['--no-sample'],
): Promise<RunningService> {
  const child = spawn(process.execPath, [main, 'start', ...args], {
    env: {
      PATH: process.env['PATH'],
      HERKOMST_PORT: '0',
      HERKOMST_TOKEN: testToken,
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
  const gone = once(child, 'exit');
  const url = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      output += `${line}\n`;
      const found = /(http:\/\/\S+)\/v1\/(?:shipments|status)/.exec(line)?.[1];
      if (found !== undefined) resolve(found);
    });
    void gone.then(([code]) =>
      reject(new Error(`the service ended with ${String(code)} before it was ready:\n${errors}`)),
    );
  });
  return {
    url,
    authorization: `Bearer ${environment['HERKOMST_TOKEN'] ?? testToken}`,
    process: child,
    output: () => output,
    async stop() {
      child.kill('SIGTERM');
      const [code] = await gone;
      return code as number | null;
    },
    async kill() {
      child.kill('SIGKILL');
      await gone;
    },
  };
}
