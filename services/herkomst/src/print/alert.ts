/** An alert as a person reads it on a terminal: what, how sure, why, and what to do. */
import type { AlertData } from '@herkomst/core';
import type { WithdrawalData } from '@herkomst/runtime';
import { printable, type Style } from './style.ts';

const actions: Readonly<Record<AlertData['recommendedAction'], string>> = {
  hold: 'hold the goods',
  'end-relationship': 'end the relationship unless the supplier disproves the link',
  'request-evidence': 'request evidence before deciding',
  review: 'have a person look',
};

export function writeAlert(alert: AlertData, style: Style): string {
  const { shipment } = alert;
  const supplier = shipment.parties.find(({ role }) =>
    ['manufacturer', 'exporter', 'seller', 'supplier'].includes(role),
  );
  const consignee = shipment.parties.find(({ role }) => ['consignee', 'importer'].includes(role));
  const route = [supplier?.name, consignee?.name].filter((name) => name !== undefined);
  const lines = [
    style(
      ['bold', alert.severity === 'critical' || alert.severity === 'high' ? 'red' : 'yellow'],
      `ALERT ${alert.severity}`,
    ) +
      `  ${alert.score.toFixed(3)}  ${style('bold', printable(alert.shipmentId))}` +
      `  into ${alert.declaration.jurisdiction}` +
      (alert.declaration.mrn === null ? '' : `  MRN ${printable(alert.declaration.mrn)}`),
    `  ${printable(route.join(' to '))}`,
    ...shipment.goods
      .slice(0, 3)
      .map(
        (item) =>
          `  HS ${item.commodityCode}, ${item.countryOfOrigin ?? 'origin not declared'}: ${printable(item.description)}`,
      ),
    ...alert.reasons
      .filter((reason) => reason.contribution > 0)
      .map(
        (reason) =>
          `  ${style('cyan', `+${reason.contribution.toFixed(2)}`)} ${printable(reason.summary)} ` +
          style(
            'gray',
            `[${reason.path}${reason.citation === null ? '' : `; ${reason.citation.list} ${reason.citation.listVersion}`}]`,
          ),
      ),
    ...alert.determinations
      .filter(({ status }) => status === 'applies')
      .map(({ regime, basis }) => `  ${style('yellow', regime)} applies: ${basis}`),
    ...alert.gaps.map(
      ({ reason }) => `  ${style('magenta', 'not evaluated')}: ${printable(reason)}`,
    ),
    `  ${style('bold', 'Do')}: ${actions[alert.recommendedAction]}.  ${style('gray', alert.alertId)}`,
  ];
  if (alert.supersedes !== null) {
    lines.push(style('gray', `  Replaces ${alert.supersedes}: the declaration was corrected.`));
  }
  return `${lines.join('\n')}\n`;
}

export function writeWithdrawal(withdrawal: WithdrawalData, style: Style): string {
  const { alertId, shipmentId, verdict, score, reason } = withdrawal;
  return (
    `${style(['bold', 'green'], 'WITHDRAWN')}  ${score.toFixed(3)}  ${style('bold', printable(shipmentId))}  now ${verdict}\n` +
    `  ${reason}  ${style('gray', alertId)}\n`
  );
}
