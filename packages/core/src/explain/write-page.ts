/** The explanation as plain text, in English, at most some 100 columns wide where text allows. */
import type { Citation, Clock, Determination } from '../assessment/assessment.ts';
import type { Counterfactual } from './counterfactual.ts';
import type { ExplainedFinding, Explanation } from './explain.ts';

export function writeExplanation(explanation: Explanation): string {
  const { event, declaration } = explanation;
  const head = [
    `SHIPMENT ${explanation.shipmentId}`,
    `${declaration.kind} declared in ${declaration.jurisdiction}${declaration.mrn === null ? '' : `, MRN ${declaration.mrn}`}`,
    ...(event === null
      ? []
      : [`event ${event.id} of ${event.source}${event.time === null ? '' : `, ${event.time}`}`]),
    '',
    explanation.conclusion,
    `Severity: ${explanation.severity}.`,
  ];
  const sections = [
    section('WHAT WAS FOUND', explanation.speaksFor.flatMap(writeFinding), 'Nothing.'),
    section('WHAT SPEAKS AGAINST', explanation.speaksAgainst.flatMap(writeFinding), 'Nothing.'),
    section(
      'FOUND TOO, BUT TOLD ALREADY BY WHAT STANDS ABOVE',
      explanation.notCounted.flatMap(writeBriefly),
    ),
    section(
      'WHAT COULD NOT BE EVALUATED',
      explanation.notEvaluated.map(({ path, reason }) => `- ${reason} (${path})`),
      'Nothing: all that is needed was declared.',
    ),
    section('HOW IT ADDS UP', writeSum(explanation)),
    section('WHAT THE RULES SAY', explanation.determinations.flatMap(writeRuling)),
    section('WHAT TO ASK FOR', writeDocuments(explanation.determinations)),
    section('WHAT WOULD HAVE TO BE OTHERWISE', writeCounterfactual(explanation.counterfactual)),
    section(
      'SOURCES',
      explanation.sources.map((citation) => `- ${writeCitation(citation)}`),
    ),
    section('BASIS', writeBasis(explanation)),
  ];
  return `${[head, ...sections]
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function section(title: string, lines: readonly string[], otherwise?: string): string[] {
  if (lines.length === 0) return otherwise === undefined ? [] : [title, otherwise];
  return [title, ...lines];
}

function writeFinding(finding: ExplainedFinding): string[] {
  const { summary, path, matched, contribution, oddsTimes, pieces, match, citation } = finding;
  return [
    `- ${summary}`,
    `  weighs ${signed(contribution)} (odds × ${oddsTimes}); rests on "${matched}" at ${path}`,
    ...pieces.map(
      ({ label, weight, explanation }) => `    ${signed(weight)} ${label}: ${explanation}`,
    ),
    ...(match === null
      ? []
      : [
          `    name match ${(match.probability * 100).toFixed(1)}% with "${match.listedName}" (${match.tier}):`,
          ...match.pieces.map(
            ({ weight, explanation }) => `      ${signed(weight)} ${explanation}`,
          ),
        ]),
    ...(citation === null ? [] : [`  source: ${writeCitation(citation)}`]),
  ];
}

function writeBriefly({ summary, path }: ExplainedFinding): string[] {
  return [`- ${summary} (${path})`];
}

function writeSum({ sum, speaksFor, speaksAgainst }: Explanation): string[] {
  const rows = [...speaksFor, ...speaksAgainst].map(
    ({ contribution, path, matched }) =>
      `${signed(contribution).padStart(9)}  ${path} "${matched}"`,
  );
  const calibrated = sum.intercept !== 0 || sum.slope !== 1;
  return [
    `${signed(sum.baseline).padStart(9)}  before looking (base rate, in log-odds)`,
    ...rows,
    `${signed(sum.baseline + sum.contributions).padStart(9)}  together`,
    ...(calibrated
      ? [
          `${signed(sum.logOdds).padStart(9)}  calibrated: ${sum.intercept} + ${sum.slope} × the sum`,
        ]
      : []),
    `${sum.score.toFixed(4).padStart(9)}  as a probability: 1 / (1 + e^-(sum))`,
  ];
}

function writeRuling(determination: Determination): string[] {
  const { regime, status, basis, explanation, recommendedAction, clock, url } = determination;
  if (status === 'not-applicable') return [`- ${regime}: does not apply. ${explanation}`];
  return [
    `- ${regime}: ${status} (${basis})`,
    `  ${explanation}`,
    `  To do: ${recommendedAction}`,
    ...(clock === null ? [] : [`  Time: ${writeClock(clock)}`]),
    `  See ${url}`,
  ];
}

export function writeClock({ amount, unit, startsWith, source }: Clock): string {
  return `${amount} ${unit.replace('-', ' ')} from ${startsWith} (${source})`;
}

/** The same list stands under several rules: it is told once. */
function writeDocuments(determinations: readonly Determination[]): string[] {
  const told = new Set<string>();
  return determinations.flatMap(({ documents }) =>
    documents.flatMap(({ commodity, documents: asked, lines }) => {
      const key = `${commodity} ${lines.join(',')}`;
      if (told.has(key)) return [];
      told.add(key);
      return [
        `- ${commodity} (${lines.length === 1 ? 'line' : 'lines'} ${lines.join(', ')}):`,
        ...asked.map((each, index) => `    ${index + 1}. ${each}`),
      ];
    }),
  );
}

function writeCounterfactual(counterfactual: Counterfactual | null): string[] {
  if (counterfactual === null) return [];
  switch (counterfactual.kind) {
    case 'clear-already':
      return ['Nothing: the shipment is clear as declared.'];
    case 'none-found':
      return [`No change of facts that was tried (${counterfactual.tried}) would clear it.`];
    case 'found':
      return [
        `It would be clear (score ${counterfactual.score.toFixed(4)}) if ${counterfactual.conditions.join(', and if ')}.`,
        counterfactual.smallest
          ? 'No smaller change of facts does. Screening was run on the changed facts to see that it does:'
          : 'A smaller change may do too. Screening was run on the changed facts to see that this one does:',
        ...counterfactual.facts.map(({ path, from, to }) => `  ${path}: "${from}" → "${to}"`),
      ];
  }
}

function writeCitation({ listTitle, entry, listVersion, effectiveDate, url }: Citation): string {
  const since = effectiveDate === null ? '' : `, effective ${effectiveDate}`;
  return `${listTitle}, "${entry}"${since}, version ${listVersion}, ${url}`;
}

function writeBasis({ basis }: Explanation): string[] {
  const { rulebook, lists, shipmentDigest, hash } = basis;
  return [
    `rulebook ${rulebook.id} ${rulebook.version} (${rulebook.digest.slice(0, 16)})`,
    ...lists.map(({ list, version, asOf }) => `list ${list} ${version}, read ${asOf}`),
    `declared facts ${shipmentDigest}`,
    `assessment ${hash}`,
  ];
}

function signed(value: number): string {
  return `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(4)}`;
}
