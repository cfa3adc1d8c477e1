/**
 * The heart: a shipment and a rulebook in, an assessment out. Pure; the same inputs give the same
 * bytes. It does not throw on any valid shipment: a finder that breaks leaves a gap, and a gap is
 * never clear.
 *
 * All that goes into an assessment is built with its members in order of their names, so that its
 * JSON is canonical as it stands: sorting it afterwards would cost more than finding what it says.
 */
import { allDeterminers } from '../determinations/all.ts';
import {
  writeDetermination,
  type DetermineContext,
  type Determiner,
} from '../determinations/determiner.ts';
import { documentsFor } from '../determinations/documents.ts';
import { factsOf } from '../facts/facts.ts';
import { allFinders } from '../findings/all.ts';
import {
  nothingFound,
  type FindContext,
  type Finder,
  type RawFinding,
} from '../findings/finder.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import { canonicalShipment } from '../shipment/canonical.ts';
import type { Shipment } from '../shipment/schema.ts';
import { canonicalJson, type Sha256 } from '../text/digest.ts';
import type { Assessment, Determination, DocumentRequest, Gap } from './assessment.ts';
import { assessmentDate } from './date.ts';
import { logit, round4 } from './log-odds.ts';
import { serialiseBody } from './serialise.ts';
import { severityOf, verdictOf } from './verdict.ts';
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
  const { definition, sha256 } = rulebook;
  const facts = factsOf(shipment, rulebook);
  const baseline = round4(logit(definition.baseRate));
  const date = assessmentDate(shipment, rulebook.asOf);
  const gaps: Gap[] = [];
  const raw = findAll({ shipment, rulebook, facts, baseline, date }, finders, gaps);
  const weighed = weigh(raw, definition);
  const findings = weighed.map(({ finding }) => finding);
  const score = scoreOf(
    baseline,
    findings.map((finding) => finding.contribution),
    definition.calibration,
  );
  let documents: readonly DocumentRequest[] | null = null;
  const determinations = determineAll(
    {
      shipment,
      rulebook,
      facts,
      weighed,
      gaps,
      date,
      documents: () => (documents ??= documentsFor(shipment, facts, rulebook.commodities)),
    },
    determiners,
    gaps,
  );
  const { jurisdiction, kind, mrn } = shipment.declaration;
  const body = {
    baseline,
    calibration: rulebook.calibration,
    declaration: { jurisdiction, kind, mrn: mrn ?? null },
    determinations,
    findings,
    gaps,
    lists: rulebook.lists,
    rulebook: rulebook.reference,
    schema: 'org.herkomst.assessment.v1',
    score,
    severity: severityOf(score, determinations, definition),
    shipmentDigest: sha256(
      canonicalShipment(
        shipment,
        facts.parties.map(({ text }) => text),
      ),
    ),
    shipmentId: shipment.shipmentId,
    verdict: verdictOf(score, gaps, weighed, determinations, definition),
  } satisfies Omit<Assessment, 'hash'>;
  return { ...body, hash: sha256(serialiseBody(body, weighed)) };
}

/** SHA-256 of the declared data, the same for the same facts in whatever order they were written. */
export function digestShipment(shipment: Shipment, { sha256 }: Pick<Rulebook, 'sha256'>): string {
  return sha256(canonicalShipment(shipment));
}

/** Whether an assessment is as it was made: its hash is that of everything else in it. */
export function isUnaltered({ hash, ...body }: Assessment, sha256: Sha256): boolean {
  return sha256(canonicalJson(body)) === hash;
}

function findAll(context: FindContext, finders: readonly Finder[], gaps: Gap[]): RawFinding[] {
  const findings: RawFinding[] = [];
  for (const finder of finders) {
    try {
      const result = finder.find(context);
      if (result === nothingFound) continue;
      for (const finding of result.findings) findings.push(finding);
      for (const { factor, path, reason } of result.gaps) gaps.push({ factor, path, reason });
    } catch (error) {
      gaps.push(failureOf(finder.name, error));
    }
  }
  return findings;
}

/** A rule that breaks is not a rule that does not apply. */
function determineAll(
  context: DetermineContext,
  determiners: readonly Determiner[],
  gaps: Gap[],
): Determination[] {
  return determiners.map((determiner) => {
    try {
      return writeDetermination(determiner, determiner.determine(context));
    } catch (error) {
      const gap = failureOf(determiner.regime, error);
      gaps.push(gap);
      return writeDetermination(determiner, {
        status: 'undetermined',
        basis: determiner.regime,
        explanation: `The rule could not be applied: ${gap.reason}.`,
        recommendedAction: 'Have a person apply the rule.',
      });
    }
  });
}

function failureOf(name: string, error: unknown): Gap {
  const message = error instanceof Error ? error.message : String(error);
  return { factor: name, path: 'data', reason: `the check "${name}" failed: ${message}` };
}
