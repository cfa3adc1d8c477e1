/**
 * The JSON text of an assessment, in canonical order, for its hash. What assessments have in common
 * (citations, lists, document texts, explanations of matches) is written once and remembered by
 * identity; a test holds this file against the plain canonical writer.
 */
import { list, quote, quoteAll } from '../text/json-text.ts';
import type {
  Assessment,
  Determination,
  DocumentRequest,
  Finding,
  Gap,
  ScorePiece,
} from './assessment.ts';

export type AssessmentBody = Omit<Assessment, 'hash'>;

export function serialiseBody(body: AssessmentBody): string {
  const { calibration, declaration } = body;
  return (
    `{"baseline":${body.baseline},` +
    `"calibration":{"intercept":${calibration.intercept},"slope":${calibration.slope}},` +
    `"declaration":{"jurisdiction":${quote(declaration.jurisdiction)},"kind":${quote(declaration.kind)},` +
    `"mrn":${declaration.mrn === null ? 'null' : quote(declaration.mrn)}},` +
    `"determinations":${list(body.determinations, writeDetermination)},` +
    `"findings":${list(body.findings, writeFinding)},"gaps":${list(body.gaps, writeGap)},` +
    `"lists":${shared(body.lists)},"rulebook":${JSON.stringify(body.rulebook)},` +
    `"schema":${quote(body.schema)},"score":${body.score},"severity":${quote(body.severity)},` +
    `"shipmentDigest":${quote(body.shipmentDigest)},"shipmentId":${quote(body.shipmentId)},` +
    `"verdict":${quote(body.verdict)}}`
  );
}

function writeDetermination(determination: Determination): string {
  return (
    `{"basis":${quote(determination.basis)},"clock":${shared(determination.clock)},` +
    `"documents":${writeDocuments(determination.documents)},` +
    `"explanation":${quote(determination.explanation)},"findings":${quoteAll(determination.findings)},` +
    `"recommendedAction":${quote(determination.recommendedAction)},` +
    `"regime":${quote(determination.regime)},"status":${quote(determination.status)},` +
    `"url":${quote(determination.url)}}`
  );
}

/** All determinations of a shipment ask for the same, so it is written once for all of them. */
function writeDocuments(requests: readonly DocumentRequest[]): string {
  if (requests.length === 0) return '[]';
  let text = texts.get(requests);
  if (text === undefined) {
    text = list(
      requests,
      ({ commodity, documents, lines }) =>
        `{"commodity":${quote(commodity)},"documents":${shared(documents)},"lines":[${lines.join(',')}]}`,
    );
    texts.set(requests, text);
  }
  return text;
}

function writeFinding(finding: Finding): string {
  return (
    `{"citation":${shared(finding.citation)},"contribution":${finding.contribution},` +
    `"factor":${quote(finding.factor)},"group":${quote(finding.group)},"id":${quote(finding.id)},` +
    `"match":${shared(finding.match)},"matched":${quote(finding.matched)},` +
    `"path":${quote(finding.path)},"pieces":${list(finding.pieces, writePiece)},` +
    `"summary":${quote(finding.summary)},"weight":${finding.weight}}`
  );
}

function writePiece({ explanation, label, weight }: ScorePiece): string {
  return `{"explanation":${quote(explanation)},"label":${quote(label)},"weight":${weight}}`;
}

function writeGap({ factor, path, reason }: Gap): string {
  return `{"factor":${quote(factor)},"path":${quote(path)},"reason":${quote(reason)}}`;
}

/** By identity, so only of things nobody changes; forgotten with them. */
const texts = new WeakMap<object, string>();

function shared(value: object | null): string {
  if (value === null) return 'null';
  let text = texts.get(value);
  if (text === undefined) {
    text = JSON.stringify(value);
    texts.set(value, text);
  }
  return text;
}
