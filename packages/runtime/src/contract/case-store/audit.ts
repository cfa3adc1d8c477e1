/** The log that is only appended to. */
import { describe, expect, it } from 'vitest';
import { emptyChain } from '../../audit/entry.ts';
import { verifyAudit } from '../../audit/verify.ts';
import type { CaseStore } from '../../ports/case-store.ts';
import { sha256 } from '../../sha256.ts';
import { auditEntries, caseKeys, caseRecord, caseWrites, tenant } from '../case-samples.ts';
import { allPages } from '../pages.ts';
import { know, put } from './use.ts';

export function auditSuite(current: () => CaseStore): void {
  describe('the audit log', () => {
    it('appends where it ended, and gives every entry back as it was', async () => {
      const store = current();
      const first = auditEntries(emptyChain, ['a', 'b']);
      await put(store, { audit: first });
      const head = await store.auditHead(tenant);
      expect(head).toEqual({ sequence: 2, hash: first[1]!.hash });
      expect((await know(store, {})).auditHead).toEqual(head);
      const more = auditEntries(head, ['c'], { details: '{ "b": 1,\n"a":2}' });
      await put(store, { audit: more });
      const { rows } = await store.audit(tenant, {}, { limit: 100 });
      expect(rows).toEqual([...first, ...more]);
      expect(verifyAudit(rows, { tenant, sha256 }).kind).toBe('intact');
    });

    it('refuses entries that do not follow, and what was to be written with them', async () => {
      const store = current();
      await put(store, { audit: auditEntries(emptyChain, ['a', 'b']) });
      const head = await store.auditHead(tenant);
      const [next, second] = auditEntries(head, ['c', 'd']);
      const bad = [
        auditEntries(emptyChain, ['fork']),
        auditEntries({ ...head, sequence: 3 }, ['gap']),
        auditEntries({ ...head, hash: sha256('another') }, ['other past']),
        [next!, ...auditEntries(head, ['twice'])],
        [second!],
        [second!, next!],
      ];
      for (const audit of bad) {
        await expect(put(store, { cases: [caseRecord('c1')], audit })).rejects.toMatchObject({
          code: 'audit-conflict',
        });
      }
      expect(await store.case(tenant, 'c1')).toBeNull();
      expect(await store.auditHead(tenant)).toEqual(head);
      await put(store, { audit: [next!, second!] });
      expect((await store.auditHead(tenant)).sequence).toBe(4);
    });

    it('never forks when many append at the same time, each tenant its own chain', async () => {
      const store = current();
      const tenants = ['acme', 'bolt'];
      const calls = Array.from({ length: 24 }, (_, index) => {
        const mine = tenants[index % 2]!;
        return store.change(mine, caseKeys({}), ({ auditHead }) => ({
          writes: caseWrites({
            audit: auditEntries(auditHead, [`${index}`, `${index} too`], { tenant: mine }),
          }),
          result: undefined,
        }));
      });
      await Promise.all(calls);
      for (const mine of tenants) {
        const { rows } = await store.audit(mine, {}, { limit: 100 });
        expect(verifyAudit(rows, { tenant: mine, sha256 })).toMatchObject({
          kind: 'intact',
          entries: 24,
          head: await store.auditHead(mine),
        });
      }
    });

    it('comes oldest first, page by page, of one subject, or from a place on', async () => {
      const store = current();
      let head = emptyChain;
      for (const [index, subject] of ['x', 'y', 'x', 'x', 'y', 'x'].entries()) {
        const audit = auditEntries(head, [`${index + 1}`], { subject });
        await put(store, { audit });
        head = audit[0]!;
      }
      const read = async (query: Parameters<CaseStore['audit']>[1], limit: number) =>
        (await allPages((page) => store.audit(tenant, query, page), limit)).map((rows) =>
          rows.map(({ action }) => action).join(''),
        );
      expect(await read({}, 4)).toEqual(['1234', '56']);
      expect(await read({}, 3)).toEqual(['123', '456']);
      expect(await read({ subject: 'x' }, 3)).toEqual(['134', '6']);
      expect(await read({ afterSequence: 2 }, 3)).toEqual(['345', '6']);
      expect(await read({ subject: 'x', afterSequence: 3 }, 9)).toEqual(['46']);
      expect(await read({ subject: 'z' }, 9)).toEqual(['']);
    });
  });
}
