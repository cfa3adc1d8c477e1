/**
 * A notice that shows whether a receiver is reached, and nothing else: of a type of its own, so that
 * no program takes it for an alert, and marked in every part that a person reads.
 */
import type { AlertData } from '@herkomst/core';
import type { Notice } from '../ports/receiver.ts';

export const testType = 'org.herkomst.alert.test.v1';

/** @param id names this test: 'test-...'. */
export function testNotice(tenant: string, id: string, now: string): Notice {
  const data: AlertData & { readonly test: true } = {
    test: true,
    alertId: id,
    shipmentId: 'TEST',
    cause: { source: '/herkomst/test', id },
    declaration: { kind: 'import', jurisdiction: 'NL', mrn: null },
    verdict: 'alert',
    severity: 'low',
    score: 0,
    recommendedAction: 'review',
    baseline: 0,
    reasons: [
      {
        factor: 'test',
        summary: 'TEST: sent by hand to see that this receiver is reached. Nothing was found.',
        contribution: 0.01,
        path: 'data',
        matched: 'TEST',
        citation: null,
      },
    ],
    gaps: [],
    determinations: [],
    shipment: {
      billOfLading: null,
      estimatedArrivalAt: null,
      portOfLoading: null,
      portOfDischarge: null,
      parties: [{ role: 'consignee', name: 'TEST' }],
      goods: [{ lineNumber: 1, commodityCode: '0000', description: 'TEST', countryOfOrigin: null }],
    },
    rulebook: { id: 'test', version: '0', digest: '' },
    lists: [],
    assessmentHash: '',
    supersedes: null,
  };
  const document = JSON.stringify({
    specversion: '1.0',
    id,
    source: '/herkomst/test',
    type: testType,
    subject: 'TEST',
    time: now,
    datacontenttype: 'application/json',
    data,
  });
  return { tenant, id, type: testType, document };
}
