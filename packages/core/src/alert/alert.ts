/**
 * The alert: an assessment's essence for those who must act, as a CloudEvent.
 *
 * Its id is derived from what caused it, so that the same event delivered twice raises it once,
 * whoever is asked and however often.
 */
import type { Assessment, Citation, Determination, Verdict } from '../assessment/assessment.ts';
import type { Severity } from '../rulebook/definition.ts';
import type { DeclaredEvent } from '../shipment/event.ts';
import type { Sha256 } from '../text/digest.ts';

export const alertRaisedType = 'org.herkomst.alert.raised.v1';
export const alertWithdrawnType = 'org.herkomst.alert.withdrawn.v1';

/**
 * 'hold': keep the goods until the question is settled. 'end-relationship': stop buying from this
 * supplier. 'request-evidence': ask before deciding. 'review': have a person look.
 */
export type RecommendedAction = 'hold' | 'end-relationship' | 'request-evidence' | 'review';

export interface AlertReason {
  readonly factor: string;
  readonly summary: string;
  /** Log-odds added to the score. */
  readonly contribution: number;
  readonly path: string;
  readonly matched: string;
  readonly citation: Citation | null;
}

export interface AlertData {
  readonly alertId: string;
  readonly shipmentId: string;
  /** The event that caused it. */
  readonly cause: { readonly source: string; readonly id: string };
  readonly declaration: Assessment['declaration'];
  readonly verdict: Verdict;
  readonly severity: Severity;
  readonly score: number;
  readonly recommendedAction: RecommendedAction;
  /** Log-odds before any finding; with the contributions it adds up to the score. */
  readonly baseline: number;
  /** Heaviest first. */
  readonly reasons: readonly AlertReason[];
  readonly gaps: Assessment['gaps'];
  readonly determinations: readonly Determination[];
  readonly shipment: {
    readonly billOfLading: string | null;
    readonly estimatedArrivalAt: string | null;
    readonly portOfLoading: string | null;
    readonly portOfDischarge: string | null;
    readonly parties: readonly { readonly role: string; readonly name: string }[];
    readonly goods: readonly {
      readonly lineNumber: number;
      readonly commodityCode: string;
      readonly description: string;
      readonly countryOfOrigin: string | null;
    }[];
  };
  readonly rulebook: Assessment['rulebook'];
  readonly lists: Assessment['lists'];
  readonly assessmentHash: string;
  /** The alert on an earlier declaration of the same shipment that this one replaces. */
  readonly supersedes: string | null;
}

/**
 * The event's alert, or null when its assessment does not call for one.
 *
 * @param tenant whose event it is where several share a service, so that the ids of one never meet
 * another's; null for a sender all by himself.
 */
export function alertFor(
  event: DeclaredEvent,
  assessment: Assessment,
  supersedes: string | null,
  sha256: Sha256,
  tenant: string | null = null,
): AlertData | null {
  if (assessment.verdict !== 'alert') return null;
  const { shipment } = event;
  return {
    alertId: alertId(event, assessment, sha256, tenant),
    shipmentId: shipment.shipmentId,
    cause: { source: event.source, id: event.id },
    declaration: assessment.declaration,
    verdict: assessment.verdict,
    severity: assessment.severity,
    score: assessment.score,
    recommendedAction: recommend(assessment.determinations),
    baseline: assessment.baseline,
    reasons: assessment.findings.map(
      ({ factor, summary, contribution, path, matched, citation }) => ({
        factor,
        summary,
        contribution,
        path,
        matched,
        citation,
      }),
    ),
    gaps: assessment.gaps,
    determinations: assessment.determinations,
    shipment: {
      billOfLading: shipment.transport.billOfLading ?? null,
      estimatedArrivalAt: shipment.transport.estimatedArrivalAt ?? null,
      portOfLoading: shipment.transport.portOfLoading ?? null,
      portOfDischarge: shipment.transport.portOfDischarge ?? null,
      parties: shipment.parties.map(({ role, name }) => ({ role, name })),
      goods: shipment.items.map(({ lineNumber, commodityCode, description, countryOfOrigin }) => ({
        lineNumber,
        commodityCode,
        description,
        countryOfOrigin: countryOfOrigin ?? null,
      })),
    },
    rulebook: assessment.rulebook,
    lists: assessment.lists,
    assessmentHash: assessment.hash,
    supersedes,
  };
}

/** 'alert-' and 32 hexadecimal digits over the event's identity and the findings that weigh. */
function alertId(
  event: DeclaredEvent,
  { findings }: Assessment,
  sha256: Sha256,
  tenant: string | null,
): string {
  const causes = findings
    .filter((finding) => finding.contribution > 0)
    .map((finding) => finding.id)
    .toSorted();
  const own = tenant === null ? [] : [tenant];
  const digest = sha256(JSON.stringify([event.source, event.id, causes, ...own]));
  return `alert-${digest.slice(0, 32)}`;
}

function recommend(determinations: readonly Determination[]): RecommendedAction {
  const applying = determinations.filter(({ status }) => status === 'applies');
  if (applying.some(({ regime }) => regime.startsWith('us-'))) return 'hold';
  if (applying.length > 0) return 'end-relationship';
  return determinations.some(({ status }) => status === 'indicated' || status === 'advisory')
    ? 'request-evidence'
    : 'review';
}
