/**
 * The JSON text of an assessment in canonical order, for its hash: put together from a few long
 * pieces. Those that many assessments share are written once and remembered by identity; a test
 * holds this file against the plain canonical writer.
 */
import type { Assessment, Determination, DocumentRequest, Finding } from './assessment.ts';

export type AssessmentBody = Omit<Assessment, 'hash'>;

/** All members of `body` and of what is in it stand in order of their names: see assess.ts. */
export function serialiseBody(body: AssessmentBody): string {
  const { baseline, calibration, declaration, determinations, findings, gaps, lists } = body;
  const { rulebook, schema, score, severity, shipmentDigest, shipmentId, verdict } = body;
  const head = JSON.stringify({ baseline, calibration, declaration });
  const tail = JSON.stringify({ schema, score, severity, shipmentDigest, shipmentId, verdict });
  return (
    `${head.slice(0, -1)},"determinations":[${writeDeterminations(determinations)}],` +
    `"findings":[${findings.map(writeFinding).join(',')}],"gaps":${JSON.stringify(gaps)},` +
    `"lists":${shared(lists)},"rulebook":${shared(rulebook)},${tail.slice(1)}`
  );
}

function writeDeterminations(determinations: readonly Determination[]): string {
  // All rules ask for the same documents of one shipment, so these are written once for all.
  let asked: readonly DocumentRequest[] = [];
  let askedText = '[]';
  let out = '';
  for (const determination of determinations) {
    if (out !== '') out += ',';
    if (isConstant(determination)) {
      out += shared(determination);
      continue;
    }
    const { basis, clock, documents, ...rest } = determination;
    if (documents !== asked) {
      asked = documents;
      askedText = JSON.stringify(documents);
    }
    out += `${JSON.stringify({ basis, clock }).slice(0, -1)},"documents":${askedText},${JSON.stringify(rest).slice(1)}`;
  }
  return out;
}

/** What is known of the text of findings that last; of others nothing is kept. */
const lastingTexts = new WeakMap<Finding, string>();

/** Called once for each finding that is kept to be weighed alike again. */
export function keepText(finding: Finding): void {
  lastingTexts.set(finding, JSON.stringify(finding));
}

function writeFinding(finding: Finding): string {
  return lastingTexts.get(finding) ?? JSON.stringify(finding);
}

/** A rule that finds nothing says the same of every shipment: see writeDetermination. */
export function isConstant({ status }: Pick<Determination, 'status'>): boolean {
  return status === 'not-applicable' || status === 'not-indicated';
}

/** By identity, so only of things that last and that nobody changes. */
const texts = new WeakMap<object, string>();

function shared(value: object): string {
  let text = texts.get(value);
  if (text === undefined) {
    text = JSON.stringify(value);
    texts.set(value, text);
  }
  return text;
}
