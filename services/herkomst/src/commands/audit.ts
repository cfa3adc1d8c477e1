/** `herkomst audit verify`: whether the audit log is what it was when it was written. */
import type { AuditVerdict } from '@herkomst/runtime';
import { withApi } from '../api-client.ts';
import { readArguments } from '../arguments.ts';
import { readConfig } from '../config.ts';
import { writeOut } from '../print/output.ts';
import { UsageError } from '../usage.ts';

/** Exit 0: whole; 1: it was changed, and where. */
export async function auditCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = readArguments(args, { json: { type: 'boolean' } });
  if (positionals.length !== 1 || positionals[0] !== 'verify') {
    throw new UsageError('audit knows verify');
  }
  return withApi(readConfig(), async (api) => {
    const verdict = (await api.call('GET', '/v1/audit/verdict')) as AuditVerdict;
    const text = values.json === true ? JSON.stringify(verdict) : tell(verdict);
    await writeOut(process.stdout, `${text}\n`);
    return verdict.kind === 'intact' ? 0 : 1;
  });
}

function tell(verdict: AuditVerdict): string {
  if (verdict.kind === 'broken') return `The audit log is broken: ${verdict.fault.message}.`;
  const { sequence, hash } = verdict.head;
  return (
    `The audit log is whole: ${verdict.entries} entries, the last ${sequence} ${hash}.\n` +
    'Keep this line elsewhere: it shows later that nothing was cut off or written anew.'
  );
}
