/**
 * What lies in the database and waits for somebody, for those who watch. Unlike the store's counts
 * it costs no more than the backlog is long: partial indexes hold just that.
 */
import type { SqlSession } from '../database.ts';
import { releaseText } from '../held-text.ts';

export interface Backlog {
  /** Outbox entries that no job was made of yet. */
  readonly unrelayed: number;
  /** Deliveries neither taken nor given up. */
  readonly dueDeliveries: number;
  /** Since when the longest due is due, RFC 3339 in UTC; null when none is. */
  readonly oldestDueSince: string | null;
  /** Dead letters that nobody handed in again, by code. */
  readonly deadLetters: Readonly<Record<string, number>>;
}

const selectBacklog = `
  select 'unrelayed' as what, null as name, count(*)::text as value
    from herkomst.outbox where relayed_at is null
  union all select 'due', min(due_since collate "C"), count(*)::text
    from herkomst.deliveries where delivered_at is null and given_up_at is null and aside is null
  union all select 'dead-letter', code, count(*)::text
    from herkomst.dead_letters where replayed_at is null group by code`;

interface BacklogRow {
  readonly what: 'unrelayed' | 'due' | 'dead-letter';
  readonly name: string | null;
  readonly value: string;
}

export async function readBacklog(session: SqlSession): Promise<Backlog> {
  const rows = await session.query<BacklogRow>(selectBacklog);
  const unrelayed = rows.find(({ what }) => what === 'unrelayed');
  const due = rows.find(({ what }) => what === 'due');
  const oldest = due?.name ?? null;
  return {
    unrelayed: Number(unrelayed?.value ?? 0),
    dueDeliveries: Number(due?.value ?? 0),
    oldestDueSince: oldest === null ? null : releaseText(oldest),
    deadLetters: Object.fromEntries(
      rows
        .filter(({ what }) => what === 'dead-letter')
        .map(({ name, value }) => [releaseText(name ?? ''), Number(value)]),
    ),
  };
}
