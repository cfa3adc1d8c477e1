/**
 * The heart: a shipment and a rulebook in, an assessment out. Pure; the same inputs give the same
 * bytes. It does not throw on any valid shipment: a finder that breaks leaves a gap, and a gap is
 * never clear.
 */
import { allDeterminers } from '../determinations/all.ts';
import type { Determiner } from '../determinations/determiner.ts';
import { allFinders } from '../findings/all.ts';
import type { FindContext, Finder, RawFinding } from '../findings/finder.ts';
import type { RulebookDefinition, Severity } from '../rulebook/definition.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import type { Shipment } from '../shipment/schema.ts';
import { canonicalJson } from '../text/digest.ts';
import type { Assessment, Determination, Gap, Verdict } from './assessment.ts';
import { assessmentDate } from './date.ts';
import { logit, round4 } from './log-odds.ts';
import { scoreOf, weigh } from './weigh.ts';

export function assess(shipment: Shipment, rulebook: Rulebook): Assessment {
  return assessWith(shipment, rulebook, allFinders, allDeterminers);
}

/** As `assess`, with the finders and determiners named: for tests and for trials of new ones. */
export function assessWith(
  shipment: Shipment,
  rulebook: Rulebook,
  finders: readonly Finder[],
  determiners: readonly Determiner[],
): Assessment {
  const { definition } = rulebook;
  const baseline = round4(logit(definition.baseRate));
  const date = assessmentDate(shipment, latestList(rulebook));
  const { findings: raw, gaps } = findAll({ shipment, rulebook, baseline, date }, finders);
  const weighed = weigh(raw, definition);
  const findings = weighed.map(({ finding }) => finding);
  const score = scoreOf(
    baseline,
    findings.map((finding) => finding.contribution),
  );
  const determinations = determiners.map((determine) =>
    determine({ shipment, weighed, gaps, date }),
  );
  const body = {
    schema: 'org.herkomst.assessment.v1',
    shipmentId: shipment.shipmentId,
    declaration: {
      kind: shipment.declaration.kind,
      jurisdiction: shipment.declaration.jurisdiction,
      mrn: shipment.declaration.mrn ?? null,
    },
    verdict: verdictOf(score, gaps, determinations, definition),
    severity: severityOf(score, determinations, definition),
    score,
    baseline,
    findings,
    gaps,
    determinations,
    rulebook: { id: definition.id, version: definition.version, digest: rulebook.digest },
    lists: rulebook.lists,
    shipmentDigest: digestShipment(shipment, rulebook),
  } satisfies Omit<Assessment, 'hash'>;
  return { ...body, hash: rulebook.sha256(canonicalJson(body)) };
}

/** SHA-256 of the declared data, the same for the same facts in whatever order they were written. */
export function digestShipment(shipment: Shipment, { sha256 }: Pick<Rulebook, 'sha256'>): string {
  return sha256(canonicalJson(shipment));
}

function findAll(
  context: FindContext,
  finders: readonly Finder[],
): { findings: RawFinding[]; gaps: Gap[] } {
  const findings: RawFinding[] = [];
  const gaps: Gap[] = [];
  for (const finder of finders) {
    try {
      const result = finder.find(context);
      findings.push(...result.findings);
      gaps.push(...result.gaps);
    } catch (error) {
      gaps.push({
        factor: finder.name,
        path: 'data',
        reason: `the check "${finder.name}" failed: ${error instanceof Error ? error.message : String(error)}`,
      });
    }
  }
  return { findings, gaps };
}

/** A rule of law that applies alerts whatever the score; see determinations/. */
function verdictOf(
  score: number,
  gaps: readonly Gap[],
  determinations: readonly Determination[],
  { thresholds }: RulebookDefinition,
): Verdict {
  const barred = determinations.some(
    ({ regime, status }) => status === 'applies' && regime.startsWith('us-'),
  );
  if (barred || score >= thresholds.alert) return 'alert';
  if (gaps.length > 0) return 'unknown';
  return score >= thresholds.review ? 'review' : 'clear';
}

function severityOf(
  score: number,
  determinations: readonly Determination[],
  { severity }: RulebookDefinition,
): Severity {
  const barred = determinations.some(
    ({ regime, status }) => status === 'applies' && regime.startsWith('us-'),
  );
  if (score >= severity.critical) return 'critical';
  if (barred || score >= severity.high) return 'high';
  return score >= severity.medium ? 'medium' : 'low';
}

function latestList({ lists }: Rulebook): string {
  return lists.reduce((latest, { asOf }) => (asOf > latest ? asOf : latest), '');
}
