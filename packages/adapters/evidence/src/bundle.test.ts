import { canonicalJson } from '@herkomst/core';
import { sha256, verifyAudit } from '@herkomst/runtime';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildBundle, writeBundle, type EvidenceBundle } from './bundle.ts';
import { collectEvidence } from './collect.ts';
import { ann, lea, makeCase, tenant, type TestCase } from './fixtures.testing.ts';
import { verifyBundle, type VerifyBundleOptions } from './verify.ts';

type Loose = {
  manifest: { parts: { path: string; sha256: string }[]; [name: string]: unknown };
  manifestDigest: string;
  parts: Record<string, unknown>;
};

type Entry = Record<string, unknown>;

let made: TestCase;
let bundle: EvidenceBundle;
let text: string;
beforeAll(async () => {
  made = await makeCase();
  const evidence = await collectEvidence(made, tenant, made.caseId);
  bundle = buildBundle(evidence!, { at: '2026-11-25T09:30:00.000Z', by: ann }, sha256);
  text = writeBundle(bundle);
});

function verify(of: string, some: Partial<VerifyBundleOptions> = {}) {
  return verifyBundle(of, { sha256, ...some });
}

/** Sets what stands at the end of a path. */
function set(root: unknown, path: readonly (string | number)[], value: unknown): void {
  const last = path.at(-1)!;
  const owner = path.slice(0, -1).reduce<unknown>((at, key) => Reflect.get(Object(at), key), root);
  Reflect.set(Object(owner), last, value);
}

/** The codes of the faults, each once, with their parts. */
function faults(of: string, some: Partial<VerifyBundleOptions> = {}): string[] {
  const verdict = verify(of, some);
  if (verdict.kind === 'intact') return [];
  return [
    ...new Set(verdict.faults.map(({ code, part }) => `${code} ${part.split('/')[0]}`.trim())),
  ];
}

/** Somebody changes the bundle, and writes its digests anew where they know how. */
function forge(change: (loose: Loose) => void, digests = true): string {
  const loose = JSON.parse(text) as Loose;
  change(loose);
  if (digests) {
    for (const part of loose.manifest.parts) {
      part.sha256 = sha256(canonicalJson(loose.parts[part.path] ?? null));
    }
    loose.manifestDigest = sha256(canonicalJson(loose.manifest));
  }
  return JSON.stringify(loose);
}

const alertIds = () =>
  Object.keys(bundle.parts)
    .filter((path) => path.startsWith('alerts/'))
    .map((path) => path.slice(7));

describe('a bundle', () => {
  test('as it was handed out is intact', () => {
    expect(verify(text)).toEqual({
      kind: 'intact',
      tenant,
      caseId: made.caseId,
      exportedAt: '2026-11-25T09:30:00.000Z',
      manifestDigest: bundle.manifestDigest,
      auditHead: bundle.manifest.auditHead,
      parts: 11,
      auditEntries: 8,
      withoutAssessment: [],
    });
    const known = { manifestDigest: bundle.manifestDigest, anchors: [bundle.manifest.auditHead] };
    expect(faults(text, known)).toEqual([]);
    expect(faults(JSON.stringify(JSON.parse(text), null, 2))).toEqual([]);
  });

  test('shows nothing of what others did', () => {
    expect(text).not.toContain('secret of others');
    expect(text).not.toContain('key-created');
  });

  test('holds the whole of the log that its head closes', async () => {
    const head = await made.cases.auditHead(tenant);
    expect(bundle.manifest.auditHead).toEqual(head);
    const { rows } = await made.cases.audit(tenant, {}, { limit: 100 });
    expect(verifyAudit(rows, { tenant, sha256, anchors: [head] }).kind).toBe('intact');
  });

  test('with one byte changed is broken, wherever that is', () => {
    // Every seventeenth, as each costs a whole check.
    for (let at = 0; at < text.length - 1; at += 17) {
      const other = text[at] === '7' ? '8' : '7';
      const changed = text.slice(0, at) + other + text.slice(at + 1);
      if (verify(changed).kind === 'intact') expect(changed).toBe(`intact at ${at}`);
    }
  }, 120_000);

  test('that is none says so', () => {
    expect(faults('')).toEqual(['unreadable']);
    expect(faults('{}')).toEqual(['unreadable']);
    expect(faults('null')).toEqual(['unreadable']);
    expect(faults(text.slice(0, -10))).toEqual(['unreadable']);
  });

  test('tells which part was changed, taken out or put in', () => {
    const [id] = alertIds();
    expect(faults(forge(({ parts }) => set(parts, ['case', 'score'], 0), false))).toEqual([
      'part-changed case',
    ]);
    expect(faults(forge(({ parts }) => delete parts['suppressions'], false))).toEqual([
      'part-missing suppressions',
    ]);
    expect(faults(forge(({ parts }) => (parts['extra'] = 1), false))).toEqual([
      'part-unlisted extra',
    ]);
    expect(faults(forge(({ manifest }) => (manifest['exportedAt'] = 'x'), false))).toEqual([
      'manifest-changed',
    ]);
    expect(faults(forge(({ parts }) => (parts[`alerts/${id}`] = 7)))).toEqual([
      'part-malformed alerts',
    ]);
  });

  test('forged with digests that fit is found by the log', () => {
    const [id] = alertIds();
    expect(faults(forge(({ parts }) => set(parts, [`assessments/${id}`, 'score'], 0.1)))).toEqual([
      'assessment-changed assessments',
    ]);
    expect(
      faults(
        forge(({ parts }) => {
          const path = `assessments/${id}`;
          const { hash: _, ...body } = parts[path] as Entry;
          const anew = { ...body, score: 0.1 };
          parts[path] = { ...anew, hash: sha256(canonicalJson(anew)) };
        }),
      ),
    ).toEqual(['assessment-changed assessments']);
    expect(
      faults(
        forge(({ parts }) => set(parts, [`shipments/${id}`, 'parties', 1, 'name'], 'Another')),
      ),
    ).toEqual(['shipment-changed shipments']);
    expect(faults(forge(({ parts }) => set(parts, [`alerts/${id}`, 'document'], '{}')))).toEqual([
      'alert-changed alerts',
    ]);
    expect(faults(forge(({ parts }) => set(parts, ['decisions', 0, 'reason'], 'another')))).toEqual(
      ['not-in-log decisions'],
    );
    expect(
      faults(forge(({ parts }) => set(parts, ['documents', 0, 'sha256'], sha256('another')))),
    ).toEqual(['not-in-log documents']);
    expect(faults(forge(({ parts }) => set(parts, ['case', 'caseId'], 'another')))).toEqual([
      'other-case case',
    ]);
  });

  test('that leaves something out is found by the log', () => {
    const [id] = alertIds();
    expect(faults(forge(({ parts }) => (parts['decisions'] = [])))).toEqual([
      'not-in-bundle decisions',
    ]);
    expect(faults(forge(({ parts }) => (parts['documents'] = [])))).toEqual([
      'not-in-bundle documents',
    ]);
    expect(
      faults(
        forge(({ parts, manifest }) => {
          manifest.parts = manifest.parts.filter(({ path }) => !path.endsWith(id!));
          for (const kind of ['alerts', 'assessments', 'shipments']) delete parts[`${kind}/${id}`];
        }),
      ),
    ).toEqual(['not-in-bundle audit']);
  });

  test('with a log that is not whole is broken', () => {
    const inLog = (change: (audit: Entry[]) => Entry[]) =>
      faults(forge(({ parts }) => (parts['audit'] = change(parts['audit'] as Entry[]))));
    expect(inLog((audit) => audit.slice(0, -1))).toEqual(['log-broken audit']);
    expect(inLog((audit) => audit.toSpliced(1, 1))).toContain('log-broken audit');
    expect(inLog((audit) => audit.slice(1))).toEqual(['log-broken audit']);
    expect(inLog(() => [])).toContain('log-broken audit');
    const comment = (audit: Entry[]) =>
      audit.findIndex((entry) => entry['action'] === 'comment-added');
    // Shown as if it were others' business.
    expect(
      inLog((audit) => {
        const at = comment(audit);
        const { sequence, previous, body, hash } = audit[at]!;
        const topic = sha256(JSON.stringify(`case/${made.caseId}`));
        return audit.with(at, { sequence, previous, topic, body, hash });
      }),
    ).toEqual(['entry-hidden audit']);
    expect(
      inLog((audit) => {
        const at = comment(audit);
        const { sequence, previous, body, hash } = audit[at]!;
        return audit.with(at, { sequence, previous, topic: sha256('"key/k1"'), body, hash });
      }),
    ).toEqual(['log-broken audit']);
    expect(
      inLog((audit) => audit.map((entry) => ({ ...entry, ...('at' in entry ? { at: 'x' } : {}) }))),
    ).toEqual(['log-broken audit']);
  });

  test('of another export than the one known is told apart', async () => {
    expect(faults(text, { manifestDigest: sha256('another') })).toEqual(['other-bundle']);
    const anchors = [{ sequence: bundle.manifest.auditHead.sequence, hash: sha256('another') }];
    expect(faults(text, { anchors })).toEqual(['log-broken audit']);
  });
});

test('the evidence says so where the store no longer has an assessment', async () => {
  const own = await makeCase();
  const screening = { alert: async () => null, assessments: async () => [] };
  const evidence = await collectEvidence({ cases: own.cases, screening }, tenant, own.caseId);
  const written = writeBundle(buildBundle(evidence!, { at: 'x', by: lea }, sha256));
  expect(verify(written)).toMatchObject({ kind: 'intact', withoutAssessment: alertIds() });
  expect(await collectEvidence(own, tenant, 'case-0')).toBeNull();
  expect(await collectEvidence(own, 'bolt', own.caseId)).toBeNull();
});

test('a case that changes while it is read is read again, and not for ever', async () => {
  const own = await makeCase();
  const evidenceWhile = async (changes: number) => {
    let left = changes;
    const cases = {
      ...own.cases,
      decisions: async (...args: Parameters<typeof own.cases.decisions>) => {
        left -= 1;
        const reopen = { kind: 'reopen', reason: 'again' } as const;
        const before = await own.cases.case(tenant, own.caseId);
        const release = {
          kind: 'decide',
          decision: 'hold',
          reason: 'again',
          seenVersion: before!.version,
        } as const;
        if (left >= 0)
          await own.desk.act(own.caseId, before!.status === 'decided' ? reopen : release, ann);
        return await own.cases.decisions(...args);
      },
    };
    return await collectEvidence({ cases, screening: own.screening }, tenant, own.caseId);
  };
  const evidence = await evidenceWhile(4);
  const written = writeBundle(buildBundle(evidence!, { at: 'x', by: lea }, sha256));
  expect(verify(written)).toMatchObject({ kind: 'intact' });
  await expect(evidenceWhile(99)).rejects.toMatchObject({ code: 'case-busy' });
});

test('handing a case out is on the log', async () => {
  const { exportCase } = await import('./export.ts');
  const own = await makeCase();
  const exported = await exportCase(own, tenant, own.caseId, {
    at: '2026-11-25T09:30:00.000Z',
    by: ann,
  });
  const query = { subject: `case/${own.caseId}` };
  const { rows } = await own.cases.audit(tenant, query, { limit: 100 });
  expect(rows.at(-1)).toMatchObject({
    action: 'case-exported',
    actor: { id: 'ann' },
    details: `{"manifestDigest":"${exported?.manifestDigest}"}`,
  });
}, 120_000);
