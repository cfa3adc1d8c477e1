/** `npx node tests/accuracy/main.ts [--all]` prints how well screening does on the labelled set. */
import { loadAccuracyRulebook } from './knowledge.ts';
import { readLabelledShipments } from './labelled.ts';
import { agrees, judge, measure, top, type Judged, type Measures } from './measure.ts';

const rulebook = await loadAccuracyRulebook();
const judged = judge(readLabelledShipments(), rulebook);
const all = process.argv.includes('--all');

print('whole', judged);
for (const half of ['tuning', 'held-out'] as const) {
  print(
    half,
    judged.filter(({ labelled }) => labelled.half === half),
  );
}

console.log('\npattern                     label       n  as labelled   verdicts');
for (const [pattern, group] of Map.groupBy(judged, ({ labelled }) => labelled.pattern)) {
  for (const [label, cases] of Map.groupBy(group, ({ labelled }) => labelled.label)) {
    const verdicts = Map.groupBy(cases, ({ assessment }) => assessment.verdict);
    const counts = [...verdicts].map(([verdict, each]) => `${verdict} ${each.length}`).join(', ');
    console.log(
      `${pattern.padEnd(27)} ${label.padEnd(9)} ${String(cases.length).padStart(3)} ` +
        `${percent(cases.filter(agrees).length / cases.length).padStart(12)}   ${counts}`,
    );
  }
}

const measures = measure(judged);
list('missed', measures.missed);
list('alert without cause', measures.falseAlerts);
list('cleared though not enough was declared', measures.wronglyCleared);
if (all) {
  list(
    'other than labelled',
    judged.filter((each) => !agrees(each)),
  );
}

function print(title: string, of: readonly Judged[]): void {
  const { shipments, precision, recall, precisionAtTop, clearedShare }: Measures = measure(of);
  console.log(
    `${title.padEnd(9)} ${shipments} shipments: precision ${percent(precision)}, ` +
      `recall ${percent(recall)}, precision at top ${top} ${percent(precisionAtTop)}, ` +
      `honest and cleared ${percent(clearedShare)}`,
  );
}

function list(title: string, cases: readonly Judged[]): void {
  console.log(`\n${title}: ${cases.length}`);
  for (const { labelled, assessment } of cases) {
    const [finding] = assessment.findings;
    const supplier = labelled.shipment.parties[0];
    console.log(
      `  ${labelled.id} ${labelled.pattern}: ${assessment.verdict} ${assessment.score} ` +
        `"${supplier?.name}": ${labelled.reason}; ` +
        `found ${finding === undefined ? 'nothing' : finding.summary}` +
        (assessment.gaps.length === 0 ? '' : `; gap: ${assessment.gaps[0]?.reason}`),
    );
  }
}

function percent(share: number | null): string {
  return share === null ? '-' : `${(share * 100).toFixed(1)}%`;
}
