/** Alerts as they are read; screening writes them. */
import type { Page, PageRequest, StoredAlert } from '@herkomst/runtime';
import type { SqlSession } from '../database.ts';
import { holdText, releaseText } from '../held-text.ts';
import { newestFirst } from './paging.ts';
import { releaseNullable, releaseShipmentKey, type ShipmentKeyRow } from './rows.ts';

interface AlertRow extends ShipmentKeyRow {
  readonly alert_id: string;
  readonly version: number;
  readonly severity: string;
  readonly score: number;
  readonly raised_at: string;
  readonly superseded_by: string | null;
  readonly document: string;
}

export async function selectAlerts(
  session: SqlSession,
  page: PageRequest,
): Promise<Page<StoredAlert>> {
  const { rows, next } = await newestFirst<AlertRow>(session, 'herkomst.alerts', page);
  return { rows: rows.map(releaseAlert), next };
}

export async function selectAlert(
  session: SqlSession,
  alertId: string,
): Promise<StoredAlert | null> {
  const [row] = await session.query<AlertRow>('select * from herkomst.alerts where alert_id = $1', [
    holdText(alertId),
  ]);
  return row === undefined ? null : releaseAlert(row);
}

function releaseAlert(row: AlertRow): StoredAlert {
  return {
    ...releaseShipmentKey(row),
    alertId: releaseText(row.alert_id),
    version: row.version,
    severity: releaseText(row.severity),
    score: row.score,
    raisedAt: releaseText(row.raised_at),
    supersededBy: releaseNullable(row.superseded_by),
    document: releaseText(row.document),
  };
}
