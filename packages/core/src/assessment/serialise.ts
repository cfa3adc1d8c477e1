/**
 * The JSON text of an assessment in canonical order, for its hash: put together from a few long
 * pieces, of which those that many assessments share are written once and remembered by identity.
 * A test holds this file against the plain canonical writer.
 */
import type { Assessment } from './assessment.ts';

export type AssessmentBody = Omit<Assessment, 'hash'>;

/** All members of `body` and of what is in it stand in order of their names: see assess.ts. */
export function serialiseBody(body: AssessmentBody): string {
  const { baseline, calibration, declaration, determinations, findings, gaps, lists } = body;
  const { rulebook, schema, score, severity, shipmentDigest, shipmentId, verdict } = body;
  const head = JSON.stringify({ baseline, calibration, declaration });
  const tail = JSON.stringify({ schema, score, severity, shipmentDigest, shipmentId, verdict });
  return (
    `${head.slice(0, -1)},"determinations":[${determinations.map(shared).join(',')}],` +
    `"findings":${JSON.stringify(findings)},"gaps":${JSON.stringify(gaps)},` +
    `"lists":${shared(lists)},"rulebook":${shared(rulebook)},${tail.slice(1)}`
  );
}

/** By identity, so only of things nobody changes; forgotten with them. */
const texts = new WeakMap<object, string>();

function shared(value: object): string {
  let text = texts.get(value);
  if (text === undefined) {
    text = JSON.stringify(value);
    texts.set(value, text);
  }
  return text;
}
