/** What a run comes to, for people: how it was struck, how long it took to recover, what it kept. */
import type { SentLoad } from './load.ts';
import type { WebhookReceiver } from './webhook.ts';

export interface Recovery {
  readonly fault: string;
  /**
   * Until all that was sent and fresh events were screened, and an alert about those told: since its
   * cause was gone, or since the strike where starting again is part of recovering.
   */
  readonly seconds: number;
}

export function describeLoad({
  eventIds,
  taintedShipments,
  malformed,
  doubled,
  resent,
}: SentLoad): string {
  return (
    `sent ${eventIds.length} events, ${taintedShipments.size} of them tainted, and ${malformed.length} malformed lines; ` +
    `${doubled} requests were sent twice on purpose, ${resent} because they were not acknowledged`
  );
}

export function describeWebhook({ taken, refused }: WebhookReceiver): string {
  const repeated = [...taken.values()].filter((times) => times.length > 1).length;
  return (
    `webhook: ${taken.size} alerts taken, ${repeated} of them more than once, each with a fault between the calls; ` +
    `${refused()} calls answered with an error or not at all on purpose`
  );
}

/** One line a kind of fault. */
export function tableOf(recoveries: readonly Recovery[]): string {
  const byFault = [...Map.groupBy(recoveries, ({ fault }) => fault)];
  const rows = byFault.map(([fault, each]) => {
    const times = each.map(({ seconds }) => seconds).toSorted((a, b) => a - b);
    return [fault, times.length, at(times, 0.5), at(times, 1)] as const;
  });
  const lines = rows
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(
      ([fault, count, median, worst]) =>
        `${fault.padEnd(36)} ${String(count).padStart(5)} ${median.toFixed(1).padStart(10)} ${worst.toFixed(1).padStart(10)}`,
    );
  const head = `${'fault'.padEnd(36)} ${'times'.padStart(5)} ${'median, s'.padStart(10)} ${'worst, s'.padStart(10)}`;
  return [head, ...lines].join('\n');
}

function at(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
