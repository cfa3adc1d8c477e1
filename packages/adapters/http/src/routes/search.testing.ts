/** Alerts and assessments for tests of what is found and told of them. */
import type { FoundRow, SearchEntry, Store } from '@herkomst/runtime';
import { alert, assessment, outboxEntry, shipmentKey, writes } from '@herkomst/runtime/testing';

export interface Made {
  readonly id: string;
  readonly minute?: number;
  readonly party?: string;
  readonly score?: number;
  readonly terms?: readonly string[];
  /** False for an assessment without an alert. */
  readonly alert?: boolean;
  readonly supersedes?: string;
}

export const subject = (party: string) => ({
  party: { name: party, country: 'CN' },
  commodity: { key: 'hs:6704', title: 'HS 6704' },
  hs: ['67042000'],
  origin: ['CN'],
  jurisdiction: 'NL',
  arrivalAt: '2026-04-01T00:00:00.000Z',
  regimes: [{ regime: 'us-uflpa', status: 'applies' }],
  findings: ['entity.listed'],
  headline: 'It is listed.',
});

export function timeOf(minute: number): string {
  return `2026-03-02T08:${String(minute).padStart(2, '0')}:00.000Z`;
}

/** Stores each in a transaction of its own: the alert, its assessment, and what is told of it. */
export async function storeAlerts(store: Store, ...all: readonly Made[]): Promise<void> {
  for (const made of all) {
    const { id, minute = 0, party = 'Haolin', score = 0.9, terms = [], supersedes } = made;
    const raises = made.alert !== false;
    const of: Pick<FoundRow, 'shipmentId' | 'source' | 'declarationKind'> = shipmentKey(id);
    const entry: SearchEntry = {
      ...of,
      version: 1,
      severity: 'high',
      alertId: raises ? `alert-${id}` : null,
      arrivalAt: null,
      risk: 4 + score,
      subject: JSON.stringify(subject(party)),
      terms: [...(raises ? ['a'] : []), `d:${timeOf(minute).slice(0, 10)}`, ...terms],
    };
    const event = { time: timeOf(minute), data: { supersedes: supersedes ?? null } };
    const document = JSON.stringify(event);
    await store.screen({ events: [], shipments: [] }, () =>
      writes({
        assessments: [
          assessment(id, {
            score,
            assessedAt: timeOf(minute),
            verdict: raises ? 'alert' : 'clear',
          }),
        ],
        alerts: raises ? [alert(`alert-${id}`, { ...of, score, document })] : [],
        search: [entry],
        outbox: raises ? [outboxEntry(`alert-${id}`, { document })] : [],
        superseded: supersedes === undefined ? [] : [{ alertId: supersedes, by: `alert-${id}` }],
      }),
    );
  }
}
