/** `herkomst match NAME`: who on the lists this could be, and why. */
import { readArguments } from '../arguments.ts';
import { readConfig } from '../config.ts';
import { writeMatches, type MatchAnswer } from '../print/matches.ts';
import { writeOut } from '../print/output.ts';
import { styleFor } from '../print/style.ts';
import { loadRulebook } from '../screening/load-rulebook.ts';
import { UsageError } from '../usage.ts';

export async function match(args: readonly string[]): Promise<number> {
  const { values, positionals } = readArguments(args, {
    country: { type: 'string' },
    address: { type: 'string', multiple: true },
    identifier: { type: 'string', multiple: true },
    json: { type: 'boolean' },
    lists: { type: 'string' },
  });
  const [name] = positionals;
  if (positionals.length !== 1 || name === undefined || name.trim() === '') {
    throw new UsageError('match takes one name; put it in quotes');
  }
  const country = values.country?.toUpperCase();
  if (country !== undefined && !/^[A-Z]{2}$/.test(country)) {
    throw new UsageError(`"${values.country}" is no ISO 3166-1 country code such as CN`);
  }
  const config = readConfig();
  const rulebook = await loadRulebook({ ...config, listsDir: values.lists ?? config.listsDir });
  const answers = rulebook.matcher
    .match({
      names: [name],
      ...(country === undefined ? {} : { country }),
      ...(values.address === undefined ? {} : { address: values.address }),
      identifiers: (values.identifier ?? []).map(readIdentifier),
    })
    .flatMap((candidate): MatchAnswer[] => {
      const listed = rulebook.entities.get(candidate.entityId);
      if (listed === undefined) return [];
      return [{ candidate, entity: listed.entity, listTitle: listed.list.title }];
    });
  const text =
    values.json === true
      ? `${JSON.stringify({ name, country: country ?? null, matches: answers })}\n`
      : writeMatches(name, answers, styleFor(process.stdout));
  await writeOut(process.stdout, text);
  return 0;
}

/** 'USCC=91653224...' as a scheme and a value. */
function readIdentifier(text: string): { scheme: string; value: string } {
  const at = text.indexOf('=');
  if (at < 1 || at === text.length - 1) {
    throw new UsageError(`--identifier takes SCHEME=VALUE such as LEI=..., not "${text}"`);
  }
  return { scheme: text.slice(0, at).toUpperCase(), value: text.slice(at + 1) };
}
