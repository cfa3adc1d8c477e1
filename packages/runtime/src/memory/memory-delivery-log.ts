/** The part of the store in memory that knows what became of each notice at each receiver. */
import {
  keptAttempts,
  type AttemptRecord,
  type DeliveryLog,
  type DeliveryQuery,
  type DeliveryState,
  type DueDelivery,
  type RoutedDelivery,
  type StoredDelivery,
} from '../ports/delivery-log.ts';
import type { DeadLetter, OutboxEntry } from '../ports/records.ts';

export interface MemoryDelivery {
  readonly outboxId: string;
  readonly receiver: string;
  readonly since: string;
  readonly priority: number;
  readonly reopened: number;
  readonly state: DeliveryState;
  readonly gathered: boolean;
  readonly heldUntil: string | null;
  readonly reason: string | null;
  readonly digestId: string | null;
  readonly takenAt: string | null;
  readonly givenUpAt: string | null;
  readonly failedAt: string | null;
  readonly attempts: readonly AttemptRecord[];
}

/** What of the store's tables is shared. Deliveries are in the order in which they were routed. */
export interface DeliveryTables {
  readonly outbox: Map<string, OutboxEntry>;
  readonly unrelayed: Set<string>;
  readonly deliveries: Map<string, MemoryDelivery>;
  readonly addDeadLetters: (letters: readonly DeadLetter[]) => void;
}

export function createMemoryDeliveryLog(tables: DeliveryTables): DeliveryLog {
  const { outbox, unrelayed, deliveries } = tables;
  const all = (): MemoryDelivery[] => [...deliveries.values()];
  const find = (outboxId: string, receiver: string) => deliveries.get(keyOf(outboxId, receiver));
  const set = (delivery: MemoryDelivery): void => {
    deliveries.set(keyOf(delivery.outboxId, delivery.receiver), delivery);
  };
  const known = (outboxId: string, receiver: string, at: string): MemoryDelivery =>
    find(outboxId, receiver) ??
    fresh({ outboxId, receiver, priority: 100, routing: { kind: 'due' } }, at);
  const dueAgain = (delivery: MemoryDelivery, at: string): DueDelivery => {
    const again: MemoryDelivery = {
      ...delivery,
      ...notAside,
      state: 'due',
      since: at,
      reopened: delivery.reopened + 1,
      takenAt: null,
      givenUpAt: null,
    };
    set(again);
    for (const member of membersOf(delivery)) {
      if (member.state === 'given-up') set({ ...member, state: 'due', givenUpAt: null });
    }
    return dueOf(again);
  };
  const membersOf = ({ outboxId, receiver }: MemoryDelivery): MemoryDelivery[] =>
    all().filter((each) => each.digestId === outboxId && each.receiver === receiver);
  const isDueGathered =
    (at: string) =>
    ({ state, gathered, heldUntil }: MemoryDelivery): boolean =>
      state === 'held' && gathered && heldUntil !== null && heldUntil <= at;

  return {
    markRelayed: async (outboxIds, routed, at) => {
      for (const outboxId of outboxIds) unrelayed.delete(outboxId);
      for (const each of routed) {
        if (!outbox.has(each.outboxId) || find(each.outboxId, each.receiver) !== undefined)
          continue;
        set(fresh(each, at));
      }
    },
    dueDeliveries: async (dueBefore, limit) =>
      all()
        .filter(({ state, digestId, since }) => {
          return state === 'due' && digestId === null && since < dueBefore;
        })
        .toSorted((a, b) => (a.since < b.since ? -1 : 1))
        .slice(0, limit)
        .map(dueOf),
    recordDelivery: async (outboxId, receiver, at, attempt) => {
      const delivery = known(outboxId, receiver, at);
      if (delivery.state === 'taken') return false;
      const taken = { state: 'taken', takenAt: at, givenUpAt: null } as const;
      set({ ...delivery, ...taken, attempts: withAttempt(delivery, attempt) });
      for (const member of membersOf(delivery)) {
        if (member.state !== 'taken') set({ ...member, ...taken });
      }
      return true;
    },
    recordAttempt: async (outboxId, receiver, attempt) => {
      const delivery = known(outboxId, receiver, attempt.at);
      set({ ...delivery, failedAt: attempt.at, attempts: withAttempt(delivery, attempt) });
    },
    isDelivered: async (outboxId, receiver) => find(outboxId, receiver)?.state === 'taken',
    delivery: async (outboxId, receiver) => {
      const delivery = find(outboxId, receiver);
      return delivery === undefined ? null : show(delivery, outbox);
    },
    deliveries: async (query, { limit, after }) => {
      const end = after === undefined ? deliveries.size : Number(after);
      if (!Number.isSafeInteger(end) || end < 0) {
        throw Object.assign(new Error(`not a page: ${after}`), { code: 'invalid-page' });
      }
      const found = all()
        .map((delivery, place) => ({ delivery, place }))
        .slice(0, end)
        .filter(({ delivery }) => matches(delivery, query))
        .toReversed();
      const shown = found.slice(0, limit);
      const last = found.length > limit ? shown.at(-1) : undefined;
      return {
        rows: shown.map(({ delivery }) => show(delivery, outbox)),
        next: last === undefined ? null : String(last.place),
      };
    },
    receiverStandings: async (receivers) =>
      receivers.map((receiver) => {
        const own = all().filter((each) => each.receiver === receiver);
        const held = own.filter(({ state }) => state === 'held');
        return {
          receiver,
          due: own.filter(({ state, digestId }) => state === 'due' && digestId === null).length,
          held: held.length,
          nextReleaseAt: sorted(held.map(({ heldUntil }) => heldUntil))[0] ?? null,
          lastTakenAt: latest(own.map(({ takenAt }) => takenAt)),
          lastFailedAt: latest(own.map(({ failedAt }) => failedAt)),
        };
      }),
    holdDelivery: async (outboxId, receiver, { until, reason }) => {
      const delivery = find(outboxId, receiver);
      if (delivery?.state !== 'due' || delivery.digestId !== null) return false;
      set({ ...delivery, state: 'held', heldUntil: until, reason });
      return true;
    },
    releaseHeld: async (at, limit) =>
      all()
        .filter(({ state, gathered, heldUntil }) => {
          return state === 'held' && !gathered && heldUntil !== null && heldUntil <= at;
        })
        .toSorted((a, b) => a.priority - b.priority)
        .slice(0, limit)
        .map((delivery) => dueAgain(delivery, at)),
    digestsDue: async (at) =>
      [
        ...new Set(
          all()
            .filter(isDueGathered(at))
            .map(({ receiver }) => receiver),
        ),
      ].toSorted(),
    mergeDigest: async (receiver, at, limit, compose) => {
      const members = all()
        .filter((each) => each.receiver === receiver)
        .filter(isDueGathered(at))
        .slice(0, limit);
      if (members.length === 0) return null;
      const entry = compose(members.map(({ outboxId }) => outboxId));
      outbox.set(entry.outboxId, entry);
      const priority = Math.min(...members.map((member) => member.priority));
      const { outboxId } = entry;
      const digest = fresh({ outboxId, receiver, priority, routing: { kind: 'due' } }, at);
      set(digest);
      for (const member of members) {
        set({ ...member, ...notAside, state: 'due', digestId: outboxId });
      }
      return dueOf(digest);
    },
    giveUpDelivery: async (outboxId, receiver, letter, at) => {
      const delivery = known(outboxId, receiver, at);
      if (delivery.state === 'taken') return;
      set({ ...delivery, state: 'given-up', givenUpAt: at });
      for (const member of membersOf(delivery)) {
        if (member.state !== 'taken') set({ ...member, state: 'given-up', givenUpAt: at });
      }
      tables.addDeadLetters([letter]);
    },
    reopenDelivery: async (outboxId, receiver, at) => {
      const delivery = find(outboxId, receiver);
      return delivery?.state === 'given-up' ? dueAgain(delivery, at) : null;
    },
    redeliver: async (outboxId, receiver, at) => {
      const delivery = find(outboxId, receiver);
      if (delivery === undefined || delivery.state === 'due') return null;
      return dueAgain(delivery, at);
    },
  };
}

const notAside = { gathered: false, heldUntil: null, reason: null } as const;

function fresh(
  { outboxId, receiver, priority, routing }: RoutedDelivery,
  at: string,
): MemoryDelivery {
  return {
    outboxId,
    receiver,
    since: at,
    priority,
    reopened: 0,
    state: routing.kind === 'gathered' ? 'held' : routing.kind,
    gathered: routing.kind === 'gathered',
    heldUntil: 'until' in routing ? routing.until : null,
    reason: 'reason' in routing ? routing.reason : null,
    digestId: null,
    takenAt: null,
    givenUpAt: null,
    failedAt: null,
    attempts: [],
  };
}

function withAttempt(
  { attempts }: MemoryDelivery,
  attempt: AttemptRecord | undefined,
): readonly AttemptRecord[] {
  return attempt === undefined ? attempts : [attempt, ...attempts].slice(0, keptAttempts);
}

/** Why it was set aside is told as long as it is. */
function show(
  { failedAt, ...delivery }: MemoryDelivery,
  outbox: ReadonlyMap<string, OutboxEntry>,
): StoredDelivery {
  void failedAt;
  const aside = delivery.state === 'held' || delivery.state === 'filtered';
  return {
    ...delivery,
    ...(aside ? {} : notAside),
    type: outbox.get(delivery.outboxId)?.type ?? null,
  };
}

function dueOf({ outboxId, receiver, reopened, priority }: MemoryDelivery): DueDelivery {
  return { outboxId, receiver, reopened, priority };
}

function matches(delivery: MemoryDelivery, { receiver, state, alertId }: DeliveryQuery): boolean {
  const { outboxId } = delivery;
  return (
    (receiver === undefined || delivery.receiver === receiver) &&
    (state === undefined || delivery.state === state) &&
    (alertId === undefined || outboxId === alertId || outboxId === `${alertId}-withdrawn`)
  );
}

function latest(times: readonly (string | null)[]): string | null {
  return sorted(times).at(-1) ?? null;
}

function sorted(times: readonly (string | null)[]): string[] {
  return times.filter((time) => time !== null).toSorted();
}

function keyOf(outboxId: string, receiver: string): string {
  return JSON.stringify([outboxId, receiver]);
}
