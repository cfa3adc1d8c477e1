/**
 * A delivery is a row from the moment it is due: what is neither taken nor given up can be handed
 * to a queue that lost its memory. Dead letters say when they were handed in again. Deliveries
 * stored before were all taken.
 */
import type { Migration } from '../migrate.ts';

export const dueDeliveries: Migration = {
  number: 4,
  name: 'due deliveries',
  statements: [
    'alter table herkomst.deliveries alter delivered_at drop not null',
    'alter table herkomst.deliveries add due_since text',
    'update herkomst.deliveries set due_since = delivered_at',
    'alter table herkomst.deliveries alter due_since set not null',
    'alter table herkomst.deliveries add given_up_at text',
    'alter table herkomst.deliveries add reopened int not null default 0',
    `create index deliveries_due on herkomst.deliveries (due_since collate "C")
      where delivered_at is null and given_up_at is null`,
    'alter table herkomst.dead_letters add replayed_at text',
  ],
};
