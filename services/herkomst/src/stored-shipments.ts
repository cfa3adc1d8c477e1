/** The declarations that stand, as the API pages through them, oldest first. */
import type { Shipment } from '@herkomst/core';
import type { Api } from './api-client.ts';

export interface StoredPeriod {
  /** A date or date-time; undefined for no beginning. */
  readonly from: string | undefined;
  /** The first moment after it; undefined for no end. */
  readonly to: string | undefined;
}

export async function* storedShipments(
  api: Api,
  { from, to }: StoredPeriod,
): AsyncGenerator<Shipment> {
  let after: string | null = null;
  do {
    const query: URLSearchParams = new URLSearchParams({
      limit: '200',
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
      ...(after === null ? {} : { after }),
    });
    const page = (await api.call('GET', `/v1/shipments?${query.toString()}`)) as {
      rows: { readonly current: boolean; readonly shipment: Shipment }[];
      next: string | null;
    };
    for (const { current, shipment } of page.rows) if (current) yield shipment;
    after = page.next;
  } while (after !== null);
}
