import { describe, expect, test } from 'vitest';
import { sha256 } from '../sha256.ts';
import { chainAudit, emptyChain, linkOf, type AuditEntry, type AuditLink } from './entry.ts';
import { createAuditVerifier, verifyAudit, type VerifyAuditOptions } from './verify.ts';

const actor = { kind: 'person', id: 'ann', name: 'Ann' } as const;
const records = Array.from({ length: 6 }, (_, index) => ({
  at: `2026-11-0${index + 1}T08:00:00.000Z`,
  actor,
  action: `action-${index + 1}`,
  subject: 'case/c1',
  details: JSON.stringify({ text: `新疆 ${index}` }),
}));
const log = chainAudit('acme', emptyChain, records, sha256);

function verify(
  entries: readonly (AuditEntry | AuditLink)[],
  some: Partial<VerifyAuditOptions> = {},
) {
  return verifyAudit(entries, { tenant: 'acme', sha256, ...some });
}

function with3(change: Partial<AuditEntry>): AuditEntry[] {
  return log.map((entry) => (entry.sequence === 3 ? { ...entry, ...change } : entry));
}

function fault(entries: readonly AuditEntry[], some: Partial<VerifyAuditOptions> = {}): string {
  const verdict = verify(entries, some);
  return verdict.kind === 'broken' ? `${verdict.fault.code} ${verdict.fault.sequence}` : 'intact';
}

describe('an audit log', () => {
  test('as it was written is intact, whatever it is cut into', () => {
    const head = { sequence: 6, hash: log[5]!.hash };
    expect(verify(log)).toEqual({ kind: 'intact', entries: 6, head });
    expect(verify([])).toEqual({ kind: 'intact', entries: 0, head: emptyChain });
    const more = chainAudit('acme', log[1]!, records.slice(2), sha256);
    expect(more).toEqual(log.slice(2));
    expect(verify(log.slice(2), { from: log[1]! })).toEqual({ kind: 'intact', entries: 4, head });
  });

  test('differs from that of another tenant in every hash', () => {
    const other = chainAudit('bolt', emptyChain, records, sha256);
    for (const [index, entry] of other.entries()) expect(entry.hash).not.toBe(log[index]!.hash);
  });

  test.each<[string, Partial<AuditEntry>]>([
    ['time', { at: '2026-11-03T08:00:00.001Z' }],
    ['actor', { actor: { ...actor, id: 'bob' } }],
    ['kind of actor', { actor: { ...actor, kind: 'service' } }],
    ['action', { action: 'action-9' }],
    ['subject', { subject: 'case/c2' }],
    ['details by a space', { details: `${log[2]!.details} ` }],
    ['body', { body: sha256('another') }],
    ['hash', { hash: sha256('another') }],
    ['link', { previous: sha256('another') }],
  ])('tells which entry had its %s changed', (_, change) => {
    expect(fault(with3(change))).toBe('changed 3');
  });

  test('finds any one byte changed in an entry as it is stored', () => {
    const stored = JSON.stringify(log[2]);
    for (let at = 0; at < stored.length; at += 1) {
      const other = stored[at] === '1' ? '2' : '1';
      let entry: AuditEntry;
      try {
        entry = JSON.parse(stored.slice(0, at) + other + stored.slice(at + 1)) as AuditEntry;
      } catch {
        continue;
      }
      const verdict = verify(log.map((each, index) => (index === 2 ? entry : each)));
      expect(verdict.kind, `byte ${at}: ${stored.slice(at, at + 20)}`).toBe('broken');
    }
  });

  test('tells of an entry that was written anew with hashes that fit', () => {
    const [anew] = chainAudit('acme', log[1]!, [{ ...records[2]!, action: 'forged' }], sha256);
    expect(fault(with3(anew!))).toBe('unlinked 4');
  });

  test('tells what is missing, out of order, repeated or of another tenant', () => {
    const [one, two, three, four, five, six] = log as [
      AuditEntry,
      AuditEntry,
      AuditEntry,
      AuditEntry,
      AuditEntry,
      AuditEntry,
    ];
    expect(fault([one, two, four, five, six])).toBe('missing 3');
    expect(fault([two, three])).toBe('missing 1');
    expect(fault([one, two, four, three, five, six])).toBe('reordered 3');
    expect(fault([one, two, two, three])).toBe('repeated 2');
    expect(fault([one, two, three, one])).toBe('repeated 1');
    expect(fault(with3({ tenant: 'bolt' }))).toBe('foreign 3');
    expect(fault([...log], { tenant: 'bolt' })).toBe('foreign 1');
  });

  test('cut off at its end is found by a head known before, and only by that', () => {
    const known = { sequence: 5, hash: log[4]!.hash };
    expect(fault(log.slice(0, 4))).toBe('intact');
    expect(fault(log.slice(0, 4), { anchors: [known] })).toBe('truncated 5');
    expect(fault([], { anchors: [known] })).toBe('truncated 1');
    expect(fault(log.slice(0, 5), { anchors: [known] })).toBe('intact');
    expect(fault([...log], { anchors: [known, { sequence: 2, hash: log[1]!.hash }] })).toBe(
      'intact',
    );
  });

  test('written anew as a whole is found by a head known before, and only by that', () => {
    const forged = records.map((record, index) =>
      index === 2 ? { ...record, details: '{}' } : record,
    );
    const anew = chainAudit('acme', emptyChain, forged, sha256);
    expect(fault([...anew])).toBe('intact');
    const anchors = [
      { sequence: 2, hash: log[1]!.hash },
      { sequence: 5, hash: log[4]!.hash },
    ];
    expect(fault([...anew], { anchors })).toBe('rewritten 5');
    expect(fault([...anew].slice(5), { from: anew[4]!, anchors })).toBe('rewritten 5');
  });

  test('can be shown with entries as mere links, and is checked all the same', () => {
    const shown = log.map((entry) => (entry.sequence % 2 === 0 ? linkOf(entry, sha256) : entry));
    expect(fault(shown as AuditEntry[])).toBe('changed 2');
    expect(verify(shown, { allowLinks: true })).toEqual(verify(log));
    for (const change of [{ body: sha256('another') }, { topic: sha256('case/c2') }]) {
      const changed = shown.map((each) => (each.sequence === 4 ? { ...each, ...change } : each));
      expect(verify(changed, { allowLinks: true })).toMatchObject({
        kind: 'broken',
        fault: { code: 'changed', sequence: 4 },
      });
    }
  });

  test('keeps the first fault, and says so at any time', () => {
    const verifier = createAuditVerifier({ tenant: 'acme', sha256 });
    verifier.push(log[0]!);
    expect(verifier.verdict()).toMatchObject({ kind: 'intact', entries: 1 });
    verifier.push({ ...log[1]!, action: 'forged' });
    verifier.push(log[3]!);
    expect(verifier.verdict()).toMatchObject({
      kind: 'broken',
      entries: 3,
      fault: { code: 'changed', sequence: 2 },
    });
  });
});
