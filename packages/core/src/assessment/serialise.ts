/**
 * The JSON text of an assessment in canonical order, for its hash: put together from a few long
 * pieces. Those that many assessments share are written once and remembered; a test holds this file
 * against the plain canonical writer.
 */
import { createMemo, type Memo } from '../text/memo.ts';
import type { Assessment, Determination, DocumentRequest } from './assessment.ts';
import type { Weighed } from './weigh.ts';

export type AssessmentBody = Omit<Assessment, 'hash'>;

/**
 * All members of `body` and of what is in it stand in order of their names: see assess.ts.
 * `weighed`: the findings of the body, with the text of those whose text is kept.
 */
export function serialiseBody(body: AssessmentBody, weighed: readonly Weighed[]): string {
  const { baseline, calibration, declaration, determinations, gaps, lists } = body;
  const { rulebook, schema, score, severity, shipmentDigest, shipmentId, verdict } = body;
  const head = JSON.stringify({ baseline, calibration, declaration });
  const tail = JSON.stringify({ schema, score, severity, shipmentDigest, shipmentId, verdict });
  return (
    `${head.slice(0, -1)},"determinations":[${writeDeterminations(determinations)}],` +
    `"findings":[${writeFindings(weighed)}],"gaps":${JSON.stringify(gaps)},` +
    `"lists":${shared(lists)},"rulebook":${shared(rulebook)},${tail.slice(1)}`
  );
}

function writeFindings(weighed: readonly Weighed[]): string {
  let out = '';
  for (const { finding, text } of weighed) {
    out += `${out === '' ? '' : ','}${text ?? JSON.stringify(finding)}`;
  }
  return out;
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
    const { basis, clock, documents, findings } = determination;
    if (documents !== asked) {
      asked = documents;
      askedText = `[${documents.map(writeDocuments).join(',')}]`;
    }
    const { middle, end } = frameOf(determination);
    out +=
      `{"basis":${JSON.stringify(basis)},"clock":${clock === null ? 'null' : shared(clock)},` +
      `"documents":${askedText}${middle}${JSON.stringify(findings)}${end}`;
  }
  return out;
}

function writeDocuments({ commodity, documents, lines }: DocumentRequest): string {
  return (
    `{"commodity":${JSON.stringify(commodity)},"documents":${shared(documents)},` +
    `"lines":${JSON.stringify(lines)}}`
  );
}

/** What a rule says around the documents and findings of one shipment: often the same words. */
interface Frame {
  readonly of: Determination;
  readonly middle: string;
  readonly end: string;
}

/** By regime, then by explanation. */
const frames = new Map<string, Memo<Frame>>();
const mostFrames = 200;

function frameOf(determination: Determination): Frame {
  const { regime, explanation } = determination;
  let known = frames.get(regime);
  if (known === undefined) frames.set(regime, (known = createMemo(mostFrames)));
  const frame = known.get(explanation, () => writeFrame(determination));
  return isFrameOf(frame.of, determination) ? frame : writeFrame(determination);
}

function isFrameOf(a: Determination, b: Determination): boolean {
  return a.status === b.status && a.recommendedAction === b.recommendedAction && a.url === b.url;
}

function writeFrame(of: Determination): Frame {
  const { explanation, recommendedAction, regime, status, url } = of;
  const end = JSON.stringify({ recommendedAction, regime, status, url });
  return {
    of,
    middle: `,"explanation":${JSON.stringify(explanation)},"findings":`,
    end: `,${end.slice(1)}`,
  };
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
