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
  network: async () => (await import('./commands/network.ts')).networkCommand,
  audit: async () => (await import('./commands/audit.ts')).auditCommand,
  keys: async () => (await import('./commands/keys.ts')).keysCommand,
  tenants: async () => (await import('./commands/keys.ts')).tenantsCommand,
  deliveries: async () => (await import('./commands/deliveries.ts')).deliveriesCommand,
  receivers: async () => (await import('./commands/receivers.ts')).receiversCommand,
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
  const [code, message] = explainError(error);
  process.stderr.write(`herkomst: ${message}\n`);
  // A start that failed half-way has timers and connections that would keep the process alive.
  process.exit(code);
}

function explainError(error: unknown): readonly [code: number, message: string] {
  if (error instanceof UsageError) return [64, `${error.message}\n\n${usage}`];
  if (error instanceof ConfigError || isExplained(error)) return [78, error.message];
  return [70, error instanceof Error ? (error.stack ?? error.message) : String(error)];
}

/** Faults of lists, rulebooks and the data folder carry a code and explain themselves. */
function isExplained(error: unknown): error is Error {
  if (!(error instanceof Error) || !('code' in error)) return false;
  const code = String(error.code);
  return (
    code.startsWith('invalid-') ||
    ['directory-in-use', 'other-version', 'not-opened', 'api-error'].includes(code)
  );
}
