/** Assessments and dead letters as those who read the topics get them: CloudEvents, JSON text. */
import type { DeadLetter } from '../ports/records.ts';
import type { StoredAssessment } from '../ports/store.ts';
import type { OutgoingRecord } from '../ports/topic-sender.ts';
import { writeShipmentKey, writeTenant } from '../intake/stream-event.ts';
import { sha256 } from '../sha256.ts';

export const assessmentMadeType = 'org.herkomst.assessment.made.v1';
export const deadLetterAddedType = 'org.herkomst.dead-letter.added.v1';

/** Beyond so many characters a document is left out of its record, which no topic would take. */
export const longestCarried = 5_000_000;

export function toAssessmentRecord(tenant: string, stored: StoredAssessment): OutgoingRecord {
  const { source, shipmentId, declarationKind, version, eventId, verdict, score, current } = stored;
  const key = writeShipmentKey(stored);
  const id = `assessment-${sha256(JSON.stringify([tenant, key, version])).slice(0, 32)}`;
  const facts = { source, shipmentId, declarationKind, version, eventId, verdict, score, current };
  const carried = stored.assessment.length <= longestCarried ? stored.assessment : 'null';
  // It is JSON text already: put in as it is, rather than read and written again.
  const data = `${JSON.stringify(facts).slice(0, -1)},"assessment":${carried}}`;
  return record(tenant, key, data, {
    id,
    type: assessmentMadeType,
    subject: shipmentId,
    time: stored.assessedAt,
  });
}

export function toDeadLetterRecord(tenant: string, letter: DeadLetter): OutgoingRecord {
  const { deadLetterId, origin, position, code, reason, path, original, receivedAt } = letter;
  const base64 = Buffer.from(original).toString('base64');
  const data = JSON.stringify({
    deadLetterId,
    origin,
    position,
    code,
    reason,
    path,
    originalBytes: original.byteLength,
    original: base64.length <= longestCarried ? base64 : null,
  });
  return record(tenant, deadLetterId, data, {
    // Two tenants may have set the same bytes aside.
    id: `${tenant}.${deadLetterId}`,
    type: deadLetterAddedType,
    subject: deadLetterId,
    time: receivedAt,
  });
}

interface Named {
  readonly id: string;
  readonly type: string;
  readonly subject: string;
  readonly time: string;
}

/** @param data JSON text. */
function record(tenant: string, key: string, data: string, named: Named): OutgoingRecord {
  const envelope = JSON.stringify({
    specversion: '1.0',
    source: '/herkomst/screener',
    ...named,
    ...writeTenant(tenant),
    datacontenttype: 'application/json',
  });
  return {
    key,
    value: `${envelope.slice(0, -1)},"data":${data}}`,
    headers: {
      'content-type': 'application/cloudevents+json; charset=UTF-8',
      'idempotency-key': named.id,
    },
  };
}
