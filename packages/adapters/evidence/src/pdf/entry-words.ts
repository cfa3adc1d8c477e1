/**
 * An entry of the audit log as a person reads it. An action that is not known here is given by its
 * name, with its details as they stand: nothing that happened is left out.
 */
import type { AuditEntry } from '@herkomst/runtime';

type Details = Readonly<Record<string, unknown>>;

const words: Readonly<Record<string, (details: Details) => string>> = {
  'case-opened': () => 'Case opened',
  'case-reopened': ({ reason }) => `Case opened again: ${write(reason)}`,
  'case-assigned': ({ to }) => (to === null ? 'Case given back' : `Case given to ${write(to)}`),
  'case-exported': ({ manifestDigest }) => `Case handed out as bundle ${write(manifestDigest)}`,
  'comment-added': ({ text }) => `Comment: ${write(text)}`,
  'alert-joined': ({ shipmentId, alertId, severity, score }) =>
    `Alert on shipment ${write(shipmentId)} joined: ${write(severity)}, ${write(score)} (${write(alertId)})`,
  'alert-superseded': ({ alertId, by }) => `Alert ${write(alertId)} superseded by ${write(by)}`,
  'alert-withdrawn': ({ alertId, by }) => `Alert ${write(alertId)} withdrawn by ${write(by)}`,
  'alert-suppressed': ({ alertId, by }) => `Alert ${write(alertId)} suppressed by ${write(by)}`,
  'alerts-reopened': ({ alertIds }) => `Alerts open again: ${write(alertIds)}`,
  'document-attached': ({ fileName, sha256, note }) =>
    `Document attached: ${write(fileName)}, SHA-256 ${write(sha256)}${note === null ? '' : `. ${write(note)}`}`,
  'detention-recorded': ({ alertId, detainedAt, notice }) =>
    `Goods of alert ${write(alertId)} detained at ${write(detainedAt)}${notice === null ? '' : `, notice ${write(notice)}`}`,
  'decision-proposed': ({ decision, reason }) => `Proposed: ${write(decision)}. ${write(reason)}`,
  'decision-made': ({ decision, reason, number }) =>
    `Decision ${write(number)}: ${write(decision)}. ${write(reason)}`,
  'proposal-rejected': ({ reason }) => `Proposal rejected: ${write(reason)}`,
  'proposal-withdrawn': () => 'Proposal taken back',
  'proposal-voided': ({ why }) => `Proposal void: ${write(why)}`,
};

export function writeEntry({ action, details }: Pick<AuditEntry, 'action' | 'details'>): string {
  const write = words[action];
  const given = readDetails(details);
  return write === undefined || given === null ? `${action} ${details}` : write(given);
}

function readDetails(details: string): Details | null {
  try {
    const value: unknown = JSON.parse(details);
    return typeof value === 'object' && value !== null ? { ...value } : null;
  } catch {
    return null;
  }
}

function write(value: unknown): string {
  if (Array.isArray(value)) return value.map(write).join(', ');
  return typeof value === 'string' ? value : JSON.stringify(value);
}
