/**
 * The supply network beside the data: read when the rulebook is, and brought up to the lists in use,
 * for a firm that came onto a list since the last import taints what it supplies from today on.
 */
import { openNetwork, saveNetwork } from '@herkomst/adapter-network';
import { markOrigins, SupplyNetwork, withNetwork, type Rulebook } from '@herkomst/core';
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';

/** An empty network where there is no file yet. Rejects when the file is harmed. */
export async function openSupplyNetwork(
  file: string,
  rulebook: Rulebook,
  today: string,
): Promise<SupplyNetwork> {
  const rules = rulebook.definition.factors['supply.network'];
  const opened = await openNetwork(file, { rules, asOf: today });
  if (opened === null) return new SupplyNetwork({ rules, asOf: today });
  const { network, note } = opened;
  if (note !== listVersions(rulebook)) markOrigins(network, rulebook);
  return network;
}

export async function saveSupplyNetwork(
  file: string,
  network: SupplyNetwork,
  rulebook: Rulebook,
): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await saveNetwork(file, network, listVersions(rulebook));
}

/** The rulebook with the network that the file holds; as it is where there is none. */
export async function addSupplyNetwork(
  rulebook: Rulebook,
  file: string,
  today: string,
): Promise<Rulebook> {
  const network = await openSupplyNetwork(file, rulebook, today);
  return network.companies.size === 0 ? rulebook : withNetwork(rulebook, network);
}

/** What the origins in a snapshot were looked up in. */
function listVersions({ lists }: Rulebook): string {
  return lists
    .filter(({ list }) => list !== 'supply-network')
    .map(({ list, version }) => `${list} ${version}`)
    .join(', ');
}
