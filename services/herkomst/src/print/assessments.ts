/** Assessments as a table: the worst first to the eye, in the order they came. */
import type { Assessment } from '@herkomst/core';
import Table from 'cli-table3';
import { printable, verdictColour, type Style } from './style.ts';

export interface AssessmentRow {
  readonly position: string;
  readonly assessment: Assessment;
}

export function writeAssessments(rows: readonly AssessmentRow[], style: Style): string {
  const table = new Table({
    head: ['Shipment', 'Verdict', 'Score', 'Into', 'Heaviest reason'].map((each) =>
      style('bold', each),
    ),
    style: { head: [], border: [] },
    colWidths: [24, 9, 7, 6, 72],
    wordWrap: true,
  });
  for (const { assessment } of rows) {
    table.push([
      printable(assessment.shipmentId),
      style(verdictColour(assessment.verdict), assessment.verdict),
      assessment.score.toFixed(2),
      assessment.declaration.jurisdiction,
      printable(heaviestReason(assessment)),
    ]);
  }
  return `${table.toString()}\n`;
}

function heaviestReason({ findings, gaps, verdict }: Assessment): string {
  const [gap] = gaps;
  if (verdict === 'unknown' && gap !== undefined) return `Not evaluated: ${gap.reason}.`;
  const [finding] = findings;
  return finding?.summary ?? '';
}
