import { expect, test } from 'vitest';
import { auditEntries, caseKeys, caseWrites, tenant } from '../contract/case-samples.ts';
import { createMemoryCaseStore } from '../memory/memory-case-store.ts';
import { sha256 } from '../sha256.ts';
import { emptyChain } from './entry.ts';
import { verifyStoredAudit } from './verify-stored.ts';

test('a stored log is verified over all its pages, and against where it ends', async () => {
  const store = createMemoryCaseStore();
  expect(await verifyStoredAudit(store, tenant, { sha256 })).toEqual({
    kind: 'intact',
    entries: 0,
    head: emptyChain,
  });
  const actions = Array.from({ length: 2500 }, (_, index) => `${index}`);
  await store.change(tenant, caseKeys({}), () => ({
    writes: caseWrites({ audit: auditEntries(emptyChain, actions) }),
    result: undefined,
  }));
  const seen: number[] = [];
  const onProgress = (entries: number) => seen.push(entries);
  const head = await store.auditHead(tenant);
  expect(await verifyStoredAudit(store, tenant, { sha256, onProgress })).toEqual({
    kind: 'intact',
    entries: 2500,
    head,
  });
  expect(seen).toEqual([1000, 2000, 2500]);
  const cut = { ...store, auditHead: async () => ({ ...head, sequence: 2501 }) };
  expect(await verifyStoredAudit(cut, tenant, { sha256 })).toMatchObject({
    fault: { code: 'truncated', sequence: 2501 },
  });
  const anchors = [{ sequence: 7, hash: sha256('another') }];
  expect(await verifyStoredAudit(store, tenant, { sha256, anchors })).toMatchObject({
    fault: { code: 'rewritten', sequence: 7 },
  });
});
