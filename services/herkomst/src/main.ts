#!/usr/bin/env node
/** The command line: hands each command its arguments and turns its answer into an exit code. */
import { ConfigError } from './config.ts';
import { endWhenUnread } from './print/output.ts';
import { usage, UsageError } from './usage.ts';

const commands = {
  start: async () => (await import('./commands/start.ts')).start,
  screen: async () => (await import('./commands/screen.ts')).screen,
  match: async () => (await import('./commands/match.ts')).match,
  explain: async () => (await import('./commands/explain.ts')).explainCommand,
  advise: async () => (await import('./commands/advise.ts')).adviseCommand,
  backtest: async () => (await import('./commands/backtest.ts')).backtestCommand,
  'dead-letters': async () => (await import('./commands/dead-letters.ts')).deadLetters,
} as const;

/** 0 done, 1 alerts raised, 2 some input refused, 64 wrong use, 70 a fault of ours, 78 configuration. */
async function run([name, ...args]: readonly string[]): Promise<number> {
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    process.stdout.write(usage);
    return name === undefined ? 64 : 0;
  }
  if (!isCommand(name)) throw new UsageError(`there is no command "${name}"`);
  const command = await commands[name]();
  return command(args);
}

function isCommand(name: string): name is keyof typeof commands {
  return Object.hasOwn(commands, name);
}

endWhenUnread(process.stdout);
endWhenUnread(process.stderr);

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  if (error instanceof UsageError) {
    process.stderr.write(`herkomst: ${error.message}\n\n${usage}`);
    process.exitCode = 64;
  } else if (error instanceof ConfigError || isExplained(error)) {
    process.stderr.write(`herkomst: ${error.message}\n`);
    process.exitCode = 78;
  } else {
    process.stderr.write(
      `herkomst: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    );
    process.exitCode = 70;
  }
}

/** Faults of lists, rulebooks and the data folder carry a code and explain themselves. */
function isExplained(error: unknown): error is Error {
  if (!(error instanceof Error) || !('code' in error)) return false;
  const code = String(error.code);
  return (
    code.startsWith('invalid-') ||
    ['directory-in-use', 'other-version', 'not-opened'].includes(code)
  );
}
