/**
 * Files assessments that were stored before there was a search, so that lists show them too. Whether
 * an alert was raised on one is worked out as it was then: its id is derived from its cause.
 */
import { alertFor, type Assessment, type Sha256, type Shipment } from '@herkomst/core';
import type { Clock } from '../ports/clock.ts';
import type { SearchEntry, SearchStore } from '../ports/search-store.ts';
import type { StoredAssessment } from '../ports/store.ts';
import { searchEntryOf } from './entry.ts';

const portion = 200;
/** Between two portions, for others to have their turn. */
const restMs = 20;

/** Resolves to how many were filed, once none is left or it was told to stop. */
export async function fileStored(
  search: Pick<SearchStore, 'fileUnfiled'>,
  { sha256, clock, signal }: { sha256: Sha256; clock: Pick<Clock, 'sleep'>; signal: AbortSignal },
): Promise<number> {
  let filed = 0;
  while (!signal.aborted) {
    const count = await search.fileUnfiled(portion, (stored) => entryOf(stored, sha256));
    filed += count;
    if (count === 0) return filed;
    await clock.sleep(restMs, signal);
  }
  return filed;
}

function entryOf(stored: StoredAssessment, sha256: Sha256): SearchEntry {
  const shipment = JSON.parse(stored.shipment) as Shipment;
  const assessment = JSON.parse(stored.assessment) as Assessment;
  const event = { source: stored.source, id: stored.eventId, time: null, shipment };
  const alert = stored.current ? alertFor(event, assessment, null, sha256) : null;
  return searchEntryOf({ stored, shipment, assessment, alertId: alert?.alertId ?? null });
}
