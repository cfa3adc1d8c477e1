/** Runs a program to its end while other things go on. */
import { type ExecFileOptions, execFile } from 'node:child_process';

/** Resolves to what it printed; rejects with all of that when it fails. */
export function run(
  program: string,
  parameters: readonly string[],
  options: ExecFileOptions = {},
): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(program, parameters, { ...options, encoding: 'utf8' }, (error, stdout, stderr) => {
      if (error === null) resolve(stdout);
      else reject(new Error(`${error.message}\n${stdout}${stderr}`, { cause: error }));
    });
  });
}
