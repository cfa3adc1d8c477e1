/** How the parts of the suite write to a store and ask what it knows. */
import type { CaseKeys, CaseKnown, CaseStore, CaseWrites } from '../../ports/case-store.ts';
import { caseKeys, caseWrites, tenant } from '../case-samples.ts';

export async function put(store: CaseStore, some: Partial<CaseWrites>, of = tenant): Promise<void> {
  await store.change(of, caseKeys({}), () => ({ writes: caseWrites(some), result: undefined }));
}

/** What the store would hand over for these keys. */
export async function know(
  store: CaseStore,
  keys: Partial<CaseKeys>,
  of = tenant,
): Promise<CaseKnown> {
  return await store.change(of, caseKeys(keys), (known) => ({
    writes: caseWrites({}),
    result: known,
  }));
}

/** In an order of their own, where the port promises none. */
export function byText<Row>(rows: readonly Row[]): Row[] {
  return rows.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}
