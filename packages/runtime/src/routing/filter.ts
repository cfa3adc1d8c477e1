/** Whether a receiver wants to be told of an alert; if not, why, in words for the log. */
import { severities, type AlertData, type Severity } from '@herkomst/core';
import type { CommodityFilter, DeliveryFilter } from './policy.ts';

/** Null when the alert passes. */
export function refusal(filter: DeliveryFilter, alert: AlertData): string | null {
  const { severity, regimes, commodities, sources } = filter;
  if (severity !== null && !isAtLeast(alert.severity, severity)) {
    return `its severity ${alert.severity} is below ${severity}`;
  }
  if (regimes !== null && !regimesAtIssue(alert).some((regime) => regimes.includes(regime))) {
    return `none of ${regimes.join(', ')} is at issue`;
  }
  if (commodities !== null && !commodities.some((commodity) => holds(alert, commodity))) {
    return `its goods are none of ${commodities.map(({ name }) => name).join(', ')}`;
  }
  if (sources !== null && !sources.includes(alert.cause.source)) {
    return `it comes from ${alert.cause.source}`;
  }
  return null;
}

/** A severity that is not known counts as the highest: what can not be judged is told. */
export function isAtLeast(severity: Severity, least: Severity): boolean {
  const rank = severities.indexOf(severity);
  return rank === -1 || rank >= severities.indexOf(least);
}

/** What could not be determined is at issue, too. */
function regimesAtIssue({ determinations }: AlertData): readonly string[] {
  return determinations
    .filter(({ status }) => status !== 'not-applicable' && status !== 'not-indicated')
    .map(({ regime }) => regime);
}

function holds(alert: AlertData, { hsPrefixes, titles }: CommodityFilter): boolean {
  if (
    alert.shipment.goods.some(({ commodityCode }) =>
      hsPrefixes.some((prefix) => commodityCode.startsWith(prefix)),
    )
  ) {
    return true;
  }
  const spokenOf = [
    ...alert.determinations.flatMap(({ documents }) => documents.map((each) => each.commodity)),
    ...alert.reasons.flatMap(({ citation }) => (citation === null ? [] : [citation.entry])),
  ];
  const wanted = titles.map((title) => title.toLowerCase());
  return spokenOf.some((title) => wanted.includes(title.toLowerCase()));
}
