/** Assessments as a table, printed row by row as they come: a large file shows its first at once. */
import type { Assessment } from '@herkomst/core';
import Table from 'cli-table3';
import { printable, styleFor, verdictColour, type Style } from './style.ts';

export interface AssessmentTable {
  /** The next rows as text, the heading before the first; '' for none. */
  rows(assessments: readonly Assessment[]): string;
}

const widths = { shipment: 24, verdict: 9, score: 7, into: 6 };
const narrowest = 40;

/** As wide as the terminal; 120 columns where there is none. */
export function createAssessmentTable(stream: NodeJS.WriteStream): AssessmentTable {
  const style = styleFor(stream);
  const taken = Object.values(widths).reduce((sum, width) => sum + width, 0);
  const reason = Math.max(narrowest, (stream.columns ?? 120) - taken);
  let headed = false;
  return {
    rows(assessments) {
      if (assessments.length === 0) return '';
      const table = new Table({
        colWidths: [...Object.values(widths), reason],
        wordWrap: true,
        chars: plain,
        style: { head: [], border: [], 'padding-left': 0, 'padding-right': 1 },
      });
      if (!headed) {
        table.push(
          ['Shipment', 'Verdict', 'Score', 'Into', 'Heaviest reason'].map((each) =>
            style('bold', each),
          ),
        );
        headed = true;
      }
      for (const assessment of assessments) table.push(rowOf(assessment, style));
      return `${table.toString()}\n`;
    },
  };
}

/** No frame: rows of several calls stand under one another as one table. */
const plain = Object.fromEntries(
  [
    'top',
    'top-mid',
    'top-left',
    'top-right',
    'bottom',
    'bottom-mid',
    'bottom-left',
    'bottom-right',
    'left',
    'left-mid',
    'mid',
    'mid-mid',
    'right',
    'right-mid',
    'middle',
  ].map((name) => [name, '']),
);

function rowOf(assessment: Assessment, style: Style): string[] {
  const { shipmentId, verdict, score, declaration } = assessment;
  return [
    printable(shipmentId),
    style(verdictColour(verdict), verdict),
    score.toFixed(3),
    declaration.jurisdiction,
    printable(heaviestReason(assessment)),
  ];
}

function heaviestReason({ findings, gaps, verdict }: Assessment): string {
  const [gap] = gaps;
  if (verdict === 'unknown' && gap !== undefined) return `Not evaluated: ${gap.reason}.`;
  return findings[0]?.summary ?? '';
}
