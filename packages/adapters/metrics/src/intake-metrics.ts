/** What came in at the doors. */
import type { IntakeResult } from '@herkomst/runtime';
import { Counter, type Registry } from 'prom-client';

export function createIntakeMetrics(registry: Registry): (result: IntakeResult) => void {
  const registers = [registry];
  const accepted = new Counter({
    name: 'herkomst_events_accepted_total',
    help: 'Events taken into the stream; repeated ones count again.',
    registers,
  });
  const refused = new Counter({
    name: 'herkomst_events_refused_total',
    help: 'Entries refused at the doors and kept as dead letters, by kind of fault.',
    labelNames: ['code'],
    registers,
  });
  return (result) => {
    accepted.inc(result.accepted);
    for (const { code } of result.rejected) refused.inc({ code });
  };
}
