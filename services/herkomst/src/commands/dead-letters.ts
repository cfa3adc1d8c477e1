/** `herkomst dead-letters list|show|replay`: what was set aside, why, and handing it in again. */
import type { KeptDeadLetter, ReplayOutcome } from '@herkomst/runtime';
import { writeFaults } from '@herkomst/runtime';
import Table from 'cli-table3';
import { ApiError, withApi, type Api } from '../api-client.ts';
import { readArguments } from '../arguments.ts';
import { readConfig } from '../config.ts';
import { writeOut } from '../print/output.ts';
import { printable, styleFor } from '../print/style.ts';
import { UsageError } from '../usage.ts';

/** As the API gives them: without the bytes in lists, with them as text for one. */
type Letter = Omit<KeptDeadLetter, 'original'> & { readonly bytes: number };
type WholeLetter = Letter & {
  readonly original: { readonly encoding: string; readonly content: string };
};

export async function deadLetters(args: readonly string[]): Promise<number> {
  const { values, positionals } = readArguments(args, {
    all: { type: 'boolean' },
    json: { type: 'boolean' },
  });
  const [action = 'list', ...ids] = positionals;
  const json = values.json === true;
  const config = readConfig();
  switch (action) {
    case 'list':
      return withApi(config, (api) => list(api, json));
    case 'show': {
      const [id] = ids;
      if (id === undefined || ids.length > 1)
        throw new UsageError('show takes the id of one letter');
      return withApi(config, (api) => show(api, id, json));
    }
    case 'replay':
      if ((ids.length === 0) === (values.all !== true)) {
        throw new UsageError('replay takes ids of letters, or --all');
      }
      return withApi(config, (api) => replay(api, ids, json));
    default:
      throw new UsageError(`dead-letters knows list, show and replay, not "${action}"`);
  }
}

async function list(api: Api, json: boolean): Promise<number> {
  const table = new Table({
    head: ['Letter', 'Received', 'Origin', 'Code', 'Reason'],
    style: { head: [], border: [] },
    colWidths: [39, 22, 30, 20, 60],
    wordWrap: true,
  });
  let count = 0;
  for await (const letter of allLetters(api)) {
    count += 1;
    if (json) {
      await writeOut(process.stdout, `${JSON.stringify(letter)}\n`);
      continue;
    }
    const { deadLetterId, receivedAt, origin, position, code, reason, replayedAt } = letter;
    const where = position === null ? origin : `${origin}, ${position}`;
    const again = replayedAt === null ? '' : ` (handed in again ${replayedAt.slice(0, 19)})`;
    table.push([
      deadLetterId,
      receivedAt.slice(0, 19),
      printable(where),
      printable(code),
      printable(reason + again),
    ]);
  }
  if (!json) {
    const text = count === 0 ? 'There are no dead letters.\n' : `${table.toString()}\n`;
    await writeOut(process.stdout, text);
  }
  return 0;
}

async function show(api: Api, id: string, json: boolean): Promise<number> {
  const letter = (await api.call('GET', pathOf(id))) as WholeLetter;
  if (json) {
    await writeOut(process.stdout, `${JSON.stringify(letter)}\n`);
    return 0;
  }
  const style = styleFor(process.stdout);
  const { original, ...rest } = letter;
  const lines = Object.entries(rest).map(
    ([name, value]) => `${style('bold', name.padEnd(14))} ${printable(String(value ?? '-'))}`,
  );
  const content = original.content
    .split('\n')
    .map((line) => printable(line))
    .join('\n');
  await writeOut(process.stdout, `${lines.join('\n')}\n\n${content}\n`);
  return 0;
}

/** Exit 0: all taken; 2: some were refused again, named on stderr. */
async function replay(api: Api, given: readonly string[], json: boolean): Promise<number> {
  const ids = [...given];
  if (ids.length === 0) {
    for await (const { deadLetterId, replayedAt } of allLetters(api)) {
      if (replayedAt === null) ids.push(deadLetterId);
    }
  }
  let refused = 0;
  for (const id of ids) {
    try {
      const outcome = (await api.call('POST', `${pathOf(id)}/replay`)) as ReplayOutcome;
      if (outcome.kind === 'refused') refused += 1;
      const text = json
        ? JSON.stringify({ deadLetterId: id, ...outcome })
        : `${id}: ${tell(outcome)}`;
      await writeOut(outcome.kind === 'refused' ? process.stderr : process.stdout, `${text}\n`);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      refused += 1;
      process.stderr.write(`${id}: ${error.message}\n`);
    }
  }
  return refused === 0 ? 0 : 2;
}

function tell(outcome: ReplayOutcome): string {
  switch (outcome.kind) {
    case 'taken':
      return `taken in, ${outcome.accepted} event${outcome.accepted === 1 ? '' : 's'}`;
    case 'refused':
      return `refused again: ${printable(writeFaults(outcome.faults))}`;
    case 'due-again':
      return `will be delivered to "${outcome.receiver}"`;
    case 'nothing-to-do':
      return outcome.reason;
  }
}

async function* allLetters(api: Api): AsyncGenerator<Letter> {
  let after: string | null = null;
  do {
    const path: string = `/v1/dead-letters?limit=200${after === null ? '' : `&after=${encodeURIComponent(after)}`}`;
    const page = (await api.call('GET', path)) as { rows: Letter[]; next: string | null };
    yield* page.rows;
    after = page.next;
  } while (after !== null);
}

function pathOf(id: string): string {
  return `/v1/dead-letters/${encodeURIComponent(id)}`;
}
