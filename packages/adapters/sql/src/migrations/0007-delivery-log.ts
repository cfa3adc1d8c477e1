/**
 * Deliveries say more than due, taken or given up. What a receiver's rules set aside is a row, too:
 * filtered out, held until a time, gathered for a digest, or merged into one. Each has its place in
 * a list, its urgency, and its last attempts: JSON texts, newest first, with \x1e between.
 */
import type { Migration } from '../migrate.ts';

export const deliveryLog: Migration = {
  number: 7,
  name: 'delivery log',
  statements: [
    `alter table herkomst.deliveries
      add seq bigint generated always as identity,
      add priority int not null default 100,
      add aside text,
      add aside_until text collate "C",
      add aside_reason text,
      add digest_id text collate "C",
      add failed_at text collate "C",
      add attempts text`,
    'drop index herkomst.deliveries_due',
    `create index deliveries_due on herkomst.deliveries (due_since collate "C")
      where delivered_at is null and given_up_at is null and aside is null`,
    `create index deliveries_held on herkomst.deliveries (aside, receiver, aside_until)
      where delivered_at is null and given_up_at is null and aside in ('held', 'gathered')`,
    `create index deliveries_of_digest on herkomst.deliveries (digest_id)
      where digest_id is not null`,
    'create index deliveries_in_order on herkomst.deliveries (seq)',
    'create index deliveries_of_receiver on herkomst.deliveries (receiver, seq)',
    // What is not taken is a small part of all, and what people look for.
    `create index deliveries_unfinished on herkomst.deliveries (seq)
      where delivered_at is null and aside is distinct from 'filtered'`,
    `create index deliveries_filtered on herkomst.deliveries (seq) where aside = 'filtered'`,
    `create index deliveries_taken on herkomst.deliveries (receiver, delivered_at collate "C")
      where delivered_at is not null`,
    `create index deliveries_failed on herkomst.deliveries (receiver, failed_at)
      where failed_at is not null`,
  ],
};
