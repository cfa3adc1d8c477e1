/** Deletes many rows little by little, so that nobody waits long for any of it. */
import type { SqlParameter, SqlSession } from '../database.ts';

const atOnce = 5_000;

/** @returns how many rows went. `condition` may use `old` for the table. */
export async function deleteRows(
  session: SqlSession,
  table: string,
  condition: string,
  parameters: readonly SqlParameter[],
): Promise<number> {
  let total = 0;
  for (;;) {
    const [row] = await session.query<{ deleted: number }>(
      `with gone as (
        delete from ${table} where ctid = any (array(
          select ctid from ${table} as old where ${condition} limit ${atOnce}
        ))
        returning 1
      )
      select count(*)::int as deleted from gone`,
      parameters,
    );
    const deleted = row?.deleted ?? 0;
    total += deleted;
    if (deleted < atOnce) return total;
  }
}
