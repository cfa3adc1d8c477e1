/** Notices for tests of how they are written out. */
import { alertRaisedType, alertWithdrawnType, type AlertData } from '@herkomst/core';
import { digestType, type Notice, type WithdrawalData } from '@herkomst/runtime';

const citation = {
  list: 'us-uflpa',
  listTitle: 'UFLPA Entity List',
  entry: 'Hetian Haolin Hair Accessories Co., Ltd.',
  listVersion: '2026-07-09.1',
  effectiveDate: '2022-06-21',
  url: 'https://www.dhs.gov/uflpa-entity-list',
};

export const sampleAlert: AlertData = {
  alertId: 'alert-0123',
  shipmentId: 'NL-26-00417',
  cause: { source: 'urn:broker', id: 'e1' },
  declaration: { kind: 'import', jurisdiction: 'NL', mrn: '26NL000396K1234567' },
  verdict: 'alert',
  severity: 'critical',
  score: 0.9731,
  recommendedAction: 'end-relationship',
  baseline: -3.9,
  reasons: [
    {
      factor: 'entity.listed',
      summary:
        'The manufacturer "Hetian Haolin" matches "Hetian Haolin Hair Accessories Co., Ltd." on the UFLPA Entity List.',
      contribution: 5.2,
      path: 'data.parties[0].name',
      matched: '<b>Hetian</b> & 和田浩林',
      citation,
    },
    {
      factor: 'against.inputs-known',
      summary: 'Speaks against: line 1 says where its input comes from.',
      contribution: -0.3,
      path: 'data.items[0].description',
      matched: 'hair of India',
      citation: null,
    },
  ],
  gaps: [
    { factor: 'origin', path: 'data.items[1].countryOfOrigin', reason: 'No origin is declared' },
  ],
  determinations: [
    {
      basis: 'Article 3',
      clock: {
        amount: 30,
        unit: 'working-days',
        startsWith: 'the notice of detention',
        source: 'Article 17',
      },
      documents: [{ commodity: 'Human hair', documents: ['Collection records'], lines: [1] }],
      explanation: 'The maker is on a list.',
      findings: [],
      recommendedAction: 'Hold.',
      regime: 'eu-2024-3015',
      status: 'advisory',
      url: 'https://eur-lex.europa.eu/eli/reg/2024/3015/oj',
    },
  ],
  shipment: {
    billOfLading: 'COSU6412345670',
    estimatedArrivalAt: '2026-11-28T06:00:00Z',
    portOfLoading: 'CNTAO',
    portOfDischarge: 'NLRTM',
    parties: [
      { role: 'manufacturer', name: 'Hetian Haolin <script>alert(1)</script>' },
      { role: 'consignee', name: 'Haarhuis *BV*\r\nBcc: x@example.org' },
    ],
    goods: [
      {
        lineNumber: 1,
        commodityCode: '670420',
        description: 'Human hair wigs',
        countryOfOrigin: 'CN',
      },
    ],
  },
  rulebook: { id: 'standard', version: '1', digest: 'd' },
  lists: [],
  assessmentHash: 'h',
  supersedes: 'alert-before',
};

const withdrawal: WithdrawalData = {
  alertId: 'alert-0123',
  shipmentId: 'NL-26-00417',
  cause: { source: 'urn:broker', id: 'e2' },
  verdict: 'clear',
  score: 0.02,
  reason: 'A corrected declaration no longer calls for it.',
  assessmentHash: 'h2',
};

function notice(id: string, type: string, data: unknown): Notice {
  return {
    tenant: 'default',
    id,
    type,
    document: JSON.stringify({ specversion: '1.0', id, type, data }),
  };
}

export const raised = notice('alert-0123', alertRaisedType, sampleAlert);
export const withdrawn = notice('alert-0123-withdrawn', alertWithdrawnType, withdrawal);

/** @param count how many alerts are in it, besides one withdrawal. */
export function digestOf(count: number): Notice {
  const alerts = Array.from({ length: count }, (_, index) => {
    const id = `alert-${index}`;
    return { id, type: alertRaisedType, data: { ...sampleAlert, alertId: id } };
  });
  return notice('digest-1', digestType, {
    receiver: 'desk',
    notices: [...alerts, JSON.parse(withdrawn.document)],
    missing: ['gone'],
  });
}
