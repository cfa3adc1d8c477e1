/**
 * `herkomst screen FILE...`: assesses what files declare and keeps nothing. What can not be read is
 * named on stderr and counted; the rest goes on.
 */
import { readShipmentFile } from '@herkomst/adapter-files';
import { assess, verdicts, type Verdict } from '@herkomst/core';
import { writeFaults } from '@herkomst/runtime';
import { readArguments } from '../arguments.ts';
import { readConfig } from '../config.ts';
import { createAssessmentTable } from '../print/assessments.ts';
import { writeOut } from '../print/output.ts';
import { printable, styleFor, verdictColour, type Style } from '../print/style.ts';
import { loadRulebook } from '../screening/load-rulebook.ts';
import { UsageError } from '../usage.ts';

export async function screen(args: readonly string[]): Promise<number> {
  const { values, positionals: files } = readArguments(args, {
    json: { type: 'boolean' },
    lists: { type: 'string' },
    rulebook: { type: 'string' },
  });
  if (files.length === 0) throw new UsageError('screen takes at least one file');
  const config = readConfig();
  const rulebook = await loadRulebook({
    ...config,
    listsDir: values.lists ?? config.listsDir,
    rulebookFile: values.rulebook ?? config.rulebookFile,
  });
  const tally: Tally = { byVerdict: new Map(), refused: 0 };
  const table = values.json === true ? null : createAssessmentTable(process.stdout);
  for (const file of files) {
    try {
      for await (const entries of readShipmentFile(file)) {
        const assessments = [];
        for (const { reading, position } of entries) {
          if (reading.kind === 'invalid') {
            tally.refused += 1;
            const where = position === null ? file : `${file}, ${position}`;
            const reason = printable(writeFaults(reading.faults));
            process.stderr.write(`${where}: ${reading.code}: ${reason}\n`);
            continue;
          }
          const assessment = assess(reading.event.shipment, rulebook);
          const { verdict } = assessment;
          tally.byVerdict.set(verdict, (tally.byVerdict.get(verdict) ?? 0) + 1);
          assessments.push(assessment);
        }
        const text =
          table?.rows(assessments) ??
          assessments.map((assessment) => `${JSON.stringify(assessment)}\n`).join('');
        if (text !== '') await writeOut(process.stdout, text);
      }
    } catch (error) {
      if (!isFileFault(error)) throw error;
      tally.refused += 1;
      process.stderr.write(`${file}: ${error.code}: ${error.message}\n`);
    }
  }
  process.stderr.write(summary(tally, styleFor(process.stderr)));
  if (tally.refused > 0) return 2;
  return (tally.byVerdict.get('alert') ?? 0) > 0 ? 1 : 0;
}

interface Tally {
  readonly byVerdict: Map<Verdict, number>;
  refused: number;
}

/** Files that are not there, or can not be read, or turn out broken half-way. */
function isFileFault(error: unknown): error is Error & { readonly code: string } {
  return error instanceof Error && 'code' in error && typeof error.code === 'string';
}

function summary({ byVerdict, refused }: Tally, style: Style): string {
  const total = [...byVerdict.values()].reduce((sum, count) => sum + count, 0);
  const parts = verdicts.map((verdict) =>
    style(verdictColour(verdict), `${byVerdict.get(verdict) ?? 0} ${verdict}`),
  );
  const tail = refused === 0 ? '' : `; ${style('red', `${refused} refused, named above`)}`;
  return `${total} screened: ${parts.join(', ')}${tail}\n`;
}
