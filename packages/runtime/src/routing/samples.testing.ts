/** An alert as receivers get it, for tests of their rules. */
import { alertRaisedType, alertWithdrawnType, type AlertData } from '@herkomst/core';
import type { OutboxEntry } from '../ports/records.ts';

export function alertData(some: Partial<AlertData> = {}): AlertData {
  return {
    alertId: 'a1',
    shipmentId: 'S-1',
    cause: { source: 'urn:broker', id: 'e1' },
    declaration: { kind: 'import', jurisdiction: 'NL', mrn: null },
    verdict: 'alert',
    severity: 'high',
    score: 0.9,
    recommendedAction: 'request-evidence',
    baseline: -3.9,
    reasons: [],
    gaps: [],
    determinations: [],
    shipment: {
      billOfLading: null,
      estimatedArrivalAt: null,
      portOfLoading: null,
      portOfDischarge: null,
      parties: [{ role: 'consignee', name: 'Import BV' }],
      goods: [
        { lineNumber: 1, commodityCode: '670420', description: 'wigs', countryOfOrigin: 'CN' },
      ],
    },
    rulebook: { id: 'standard', version: '1', digest: 'd' },
    lists: [],
    assessmentHash: 'h',
    supersedes: null,
    ...some,
  };
}

export function determination(
  regime: string,
  status: AlertData['determinations'][number]['status'],
  some: Partial<AlertData['determinations'][number]> = {},
): AlertData['determinations'][number] {
  return {
    basis: 'a clause',
    clock: null,
    documents: [],
    explanation: '',
    findings: [],
    recommendedAction: '',
    regime,
    status,
    url: '',
    ...some,
  };
}

/** @param arrival when the shipment arrives, RFC 3339. */
export function raisedEntry(
  alertId: string,
  some: Partial<AlertData> = {},
  arrival: string | null = null,
): OutboxEntry {
  const alert = alertData({ alertId, ...some });
  const data = { ...alert, shipment: { ...alert.shipment, estimatedArrivalAt: arrival } };
  return {
    outboxId: alertId,
    type: alertRaisedType,
    document: JSON.stringify({ id: alertId, type: alertRaisedType, data }),
  };
}

export function withdrawnEntry(alertId: string): OutboxEntry {
  const outboxId = `${alertId}-withdrawn`;
  return {
    outboxId,
    type: alertWithdrawnType,
    document: JSON.stringify({ id: outboxId, type: alertWithdrawnType, data: { alertId } }),
  };
}
