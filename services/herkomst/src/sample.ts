/**
 * The sample stream: a few hundred shipments as an importer's week might bring them, so that the
 * first start shows what the product does. It goes in by the same door as everything else.
 */
import { readShipmentFile } from '@herkomst/adapter-files';
import type { Intake } from '@herkomst/runtime';
import { fileURLToPath } from 'node:url';

export const sampleFile = fileURLToPath(new URL('../sample/shipments.ndjson', import.meta.url));

/** Resolves to how many shipments were taken in. */
export async function feedSample(intake: Intake, origin = 'sample'): Promise<number> {
  let accepted = 0;
  for await (const entries of readShipmentFile(sampleFile)) {
    const result = await intake.submit(origin, entries);
    accepted += result.accepted;
  }
  return accepted;
}
