/**
 * `herkomst backtest --rulebook A --against B`: what B would have said where A spoke, over files or
 * over what is stored, before anybody publishes B.
 */
import { readShipmentFile } from '@herkomst/adapter-files';
import {
  assess,
  Backtest,
  compareAssessments,
  verdicts,
  type AssessmentChange,
  type BacktestSummary,
  type Rulebook,
  type Shipment,
} from '@herkomst/core';
import { withApi } from '../api-client.ts';
import { readArguments } from '../arguments.ts';
import { readConfig } from '../config.ts';
import { writeOut } from '../print/output.ts';
import { printable } from '../print/style.ts';
import { loadRulebook } from '../screening/load-rulebook.ts';
import { storedShipments } from '../stored-shipments.ts';
import { UsageError } from '../usage.ts';

export async function backtestCommand(args: readonly string[]): Promise<number> {
  const { values, positionals: files } = readArguments(args, {
    rulebook: { type: 'string' },
    against: { type: 'string' },
    from: { type: 'string' },
    to: { type: 'string' },
    examples: { type: 'string', default: '5' },
    json: { type: 'boolean' },
    lists: { type: 'string' },
  });
  const { against, from, to } = values;
  if (against === undefined) throw new UsageError('backtest takes --against and a rulebook');
  if (files.length > 0 && (from !== undefined || to !== undefined)) {
    throw new UsageError('--from and --to are for what is stored, not for files');
  }
  const examples = Number(values.examples);
  if (!Number.isInteger(examples) || examples < 0)
    throw new UsageError('--examples takes a number');
  const config = readConfig();
  const listsDir = values.lists ?? config.listsDir;
  const [before, after] = await Promise.all([
    loadRulebook({ ...config, listsDir, rulebookFile: values.rulebook ?? config.rulebookFile }),
    loadRulebook({ ...config, listsDir, rulebookFile: against }),
  ]);
  const sum = new Backtest(examples);
  const add = (shipment: Shipment): void =>
    sum.add(compareAssessments(assess(shipment, before), assess(shipment, after)));
  if (files.length > 0) await eachInFiles(files, add);
  else {
    await withApi(config, async (api) => {
      for await (const shipment of storedShipments(api, { from, to })) add(shipment);
    });
  }
  const summary = sum.summary();
  const text =
    values.json === true ? `${JSON.stringify(summary)}\n` : writeSummary(summary, before, after);
  await writeOut(process.stdout, text);
  return 0;
}

async function eachInFiles(
  files: readonly string[],
  add: (shipment: Shipment) => void,
): Promise<void> {
  let refused = 0;
  for (const file of files) {
    for await (const entries of readShipmentFile(file)) {
      for (const { reading } of entries) {
        if (reading.kind === 'declared') add(reading.event.shipment);
        else refused += 1;
      }
    }
  }
  if (refused > 0) process.stderr.write(`${refused} entries can not be read and are left out\n`);
}

function writeSummary(summary: BacktestSummary, before: Rulebook, after: Rulebook): string {
  const { shipments, gained, lost, kept, byFactor, examples } = summary;
  const name = ({ definition }: Rulebook): string => `${definition.id} ${definition.version}`;
  const moved = verdicts.flatMap((was) =>
    verdicts.flatMap((is) => {
      const count = summary.verdicts[was][is];
      return was === is || count === 0 ? [] : [`  ${was} to ${is}: ${count}`];
    }),
  );
  const lines = [
    `${shipments} shipments under ${name(before)} and under ${name(after)}`,
    `Alerts: ${gained} gained, ${lost} lost, ${kept} kept`,
    ...(moved.length === 0 ? ['No verdict changes.'] : ['Verdicts that change:', ...moved]),
    ...(byFactor.length === 0 ? [] : ['By finding:']),
    ...byFactor.map((each) => `  ${each.factor}: ${each.gained} gained, ${each.lost} lost`),
    ...writeExamples('Gained', examples.gained),
    ...writeExamples('Lost', examples.lost),
    ...writeExamples('Otherwise changed', examples.other),
  ];
  return `${lines.join('\n')}\n`;
}

function writeExamples(title: string, changes: readonly AssessmentChange[]): string[] {
  if (changes.length === 0) return [];
  return [
    `${title}, for example:`,
    ...changes.flatMap(({ shipmentId, verdict, score, findings }) => [
      `  ${printable(shipmentId)}: ${verdict.before} ${score.before} to ${verdict.after} ${score.after}`,
      ...findings
        .slice(0, 3)
        .map(
          (finding) =>
            `    ${finding.before ?? 'not found'} to ${finding.after ?? 'not found'}: ${printable(finding.summary)}`,
        ),
    ]),
  ];
}
