/** Search in PostgreSQL tables; screening writes them, see write.ts. The database must have been migrated. */
import type { SearchStore, SearchStores } from '@herkomst/runtime';
import type { SqlDatabase } from '../database.ts';
import { asTenant } from '../tenancy/as-tenant.ts';
import { Blocks } from './blocks.ts';
import { selectFeedAfter, selectFeedEnd } from './feed.ts';
import {
  selectAlertDocuments,
  selectDocumentsWith,
  selectEffectsOf,
  selectNumbersOfAlerts,
  selectRanksOf,
  selectRowOfAlert,
  selectRows,
  selectRowsOfShipment,
  selectTerms,
  selectWalk,
} from './read.ts';
import { fileUnfiled } from './unfiled.ts';

export function createSqlSearchStores(database: SqlDatabase): SearchStores {
  return { of: (tenant) => createSearchStore(asTenant(database, tenant)) };
}

function createSearchStore(database: SqlDatabase): SearchStore {
  const blocks = new Blocks();
  return {
    documentsWith: (terms) => selectDocumentsWith(database, terms),
    termsFrom: (prefix) => selectTerms(database, prefix),
    walk: (order, alertsOnly, bounds, after, limit) =>
      selectWalk(database, order, alertsOnly, bounds, after, limit),
    ranks: (order, bounds, documents) => selectRanksOf(database, order, bounds, documents),
    rows: (documents) => selectRows(database, documents),
    rowOfAlert: (alertId) => selectRowOfAlert(database, alertId),
    alertDocuments: (alertIds) => selectAlertDocuments(database, alertIds),
    numbersOfAlerts: (alertIds) => selectNumbersOfAlerts(database, alertIds),
    effects: (events, shipments) => selectEffectsOf(database, events, shipments),
    rowsOfShipment: (key) => selectRowsOfShipment(database, key),
    fileUnfiled: (limit, toEntry) => fileUnfiled(database, blocks, limit, toEntry),
    feed: (after, limit) => selectFeedAfter(database, after, limit),
    feedEnd: () => selectFeedEnd(database),
  };
}
