/** `herkomst advise --country CN --hs 6704`: the risks of goods from a country, before any shipment. */
import { advise, adviceLanguages, writeAdvice, type AdviceLanguage } from '@herkomst/core';
import { readArguments } from '../arguments.ts';
import { readConfig } from '../config.ts';
import { writeOut } from '../print/output.ts';
import { loadRulebook } from '../screening/load-rulebook.ts';
import { UsageError } from '../usage.ts';

export async function adviseCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = readArguments(args, {
    country: { type: 'string' },
    hs: { type: 'string' },
    lang: { type: 'string', default: 'en' },
    json: { type: 'boolean' },
    lists: { type: 'string' },
  });
  const { country, hs, lang } = values;
  if (country === undefined || hs === undefined || positionals.length > 0) {
    throw new UsageError('advise takes --country and --hs');
  }
  if (!isLanguage(lang)) throw new UsageError(`--lang takes ${adviceLanguages.join(' or ')}`);
  const config = readConfig();
  const rulebook = await loadRulebook({ ...config, listsDir: values.lists ?? config.listsDir });
  const outcome = advise({ country, hs }, rulebook);
  if (outcome.kind === 'invalid') {
    throw new UsageError(
      outcome.faults.map(({ path, message }) => `${path}: ${message}`).join('; '),
    );
  }
  const text =
    values.json === true ? JSON.stringify(outcome) : writeAdvice(outcome, lang, rulebook).trimEnd();
  await writeOut(process.stdout, `${text}\n`);
  return 0;
}

function isLanguage(text: string): text is AdviceLanguage {
  return (adviceLanguages as readonly string[]).includes(text);
}
