/** Streams and networks for tests. */
import { SupplyNetwork, type NetworkRules } from '@herkomst/core';
import type { NetworkEntry } from './entry.ts';

export const rules: NetworkRules = {
  group: 'network',
  weight: 6,
  roles: { exporter: 1 },
  otherMaker: 0.5,
  notInForce: 0.5,
  namedElsewhere: 0.6,
  leastProbability: 0.5,
  leastStrength: 0.1,
  pathsKept: 3,
  passes: {
    supplies: 0.85,
    subSupplier: 0.7,
    owned: 0.75,
    owner: 0.5,
    controls: 0.4,
    sameAs: 0.97,
    sameName: 0.9,
    sharedAddress: 0.45,
    sharedPhone: 0.45,
    associated: 0.35,
  },
  unknownShare: 0.9,
  leastShare: 0.4,
  unknownGoods: 0.6,
  inferredDoubt: 0.5,
  presumedYears: 2,
  halfLifeYears: 2,
  party: { identifier: 1, name: 0.95, nameOnly: 0.6, namesake: 0.5 },
};

export const options = { rules, asOf: '2026-06-01' };

export const emptyNetwork = (): SupplyNetwork => new SupplyNetwork(options);

/** The text's bytes, so many at a time. */
export async function* bytesOf(text: string | Uint8Array, size = 7): AsyncGenerator<Uint8Array> {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  for (let at = 0; at < bytes.length; at += size) {
    await Promise.resolve();
    yield bytes.subarray(at, at + size);
  }
}

export async function all(batches: AsyncIterable<NetworkEntry[]>): Promise<NetworkEntry[]> {
  const entries: NetworkEntry[] = [];
  for await (const batch of batches) entries.push(...batch);
  return entries;
}

export const linksOf = (entries: readonly NetworkEntry[]) =>
  entries.flatMap((entry) => (entry.kind === 'link' ? [entry.link] : []));

export const faultsOf = (entries: readonly NetworkEntry[]) =>
  entries.flatMap((entry) => (entry.kind === 'fault' ? [entry.fault] : []));
