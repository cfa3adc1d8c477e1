/**
 * Who is told of alerts: the terminal, a file, and a webhook where one is set. What stays on this
 * machine tells of all tenants; what leaves it, of the one that runs the service.
 */
import {
  createFileReceiver,
  createWebhookReceiver,
  createWriterReceiver,
} from '@herkomst/adapter-receivers';
import { alertRaisedType, alertWithdrawnType, type AlertData } from '@herkomst/core';
import type { Notice, Receiver, WithdrawalData } from '@herkomst/runtime';
import { join } from 'node:path';
import type { Config } from '../config.ts';
import { writeAlert, writeWithdrawal } from '../print/alert.ts';
import { writeOut } from '../print/output.ts';
import { styleFor } from '../print/style.ts';

export function builtInReceivers({ dataDir, tenant, webhook }: Config): Receiver[] {
  const style = styleFor(process.stdout);
  const terminal = createWriterReceiver('terminal', (notice) =>
    writeOut(process.stdout, `${writeNotice(notice, style)}\n`),
  );
  return [
    terminal,
    createFileReceiver({ name: 'file', path: join(dataDir, 'alerts.ndjson') }),
    ...(webhook === null
      ? []
      : [{ ...createWebhookReceiver({ name: 'webhook', ...webhook }), tenant }]),
  ];
}

function writeNotice({ id, type, document }: Notice, style: ReturnType<typeof styleFor>): string {
  const { data } = JSON.parse(document) as { data: unknown };
  switch (type) {
    case alertRaisedType:
      return writeAlert(data as AlertData, style);
    case alertWithdrawnType:
      return writeWithdrawal(data as WithdrawalData, style);
    default:
      return `${type} ${id}\n`;
  }
}
