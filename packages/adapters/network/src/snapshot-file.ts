/** The network's snapshot on disk: written beside and moved into place, so that it is whole or not there. */
import {
  decodeNetwork,
  encodeNetwork,
  type DecodedNetwork,
  type NetworkOptions,
  type SupplyNetwork,
} from '@herkomst/core';
import { open, readFile, rename, rm } from 'node:fs/promises';

/** `note` is handed back on reading: the versions of the lists that origins were looked up in. */
export async function saveNetwork(
  file: string,
  network: SupplyNetwork,
  note: string,
): Promise<void> {
  const beside = `${file}.${process.pid}.part`;
  try {
    const handle = await open(beside, 'w');
    try {
      await handle.writeFile(encodeNetwork(network, note));
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(beside, file);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}

/** Null when there is no such file. Rejects with a SnapshotError when it is harmed. */
export async function openNetwork(
  file: string,
  options: NetworkOptions,
): Promise<DecodedNetwork | null> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
  return decodeNetwork(bytes, options);
}
