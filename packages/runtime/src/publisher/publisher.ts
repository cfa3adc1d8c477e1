/**
 * Writes what is owed to the topics of assessments and dead letters. One process at a time does, for
 * two would write the versions of a shipment in any order; the others stand by. It sends and then
 * crosses out: a crash in between has the same records sent again, and readers know them by their id.
 */
import type { Clock } from '../ports/clock.ts';
import type { Logger } from '../ports/logger.ts';
import type { Publication, PublicationLog } from '../ports/publication-log.ts';
import type { OutgoingRecord, TopicSender } from '../ports/topic-sender.ts';
import { assessmentsTopic, deadLettersTopic } from '../topics.ts';
import { toAssessmentRecord, toDeadLetterRecord } from './outgoing.ts';

/** The right to publish. */
export interface Lead {
  /** Aborted when it went without being released: another process may have it. */
  readonly lost: AbortSignal;
  /** To be called when it was lost, too. */
  release(): Promise<void>;
}

export interface PublisherParts {
  readonly log: PublicationLog;
  readonly sender: TopicSender;
  /** Null while another process has it. */
  readonly tryLead: () => Promise<Lead | null>;
  readonly clock: Clock;
  readonly logger: Logger;
  /** How often is looked for what is owed, in milliseconds. */
  readonly pollMs: number;
}

export interface Publisher {
  /** Finishes what is in hand and lets go of the lead. */
  stop(): Promise<void>;
}

/** Publications at a time: each holds what one batch of screening stored. */
const atOnce = 10;

export function startPublisher(parts: PublisherParts): Publisher {
  const { log, tryLead, clock, logger, pollMs } = parts;
  const stopping = new AbortController();
  let lead: Lead | null = null;

  const publishing = (async () => {
    while (!stopping.signal.aborted) {
      let found = 0;
      try {
        if (lead?.lost.aborted === true) {
          // Who keeps locks would else take it for held, and never give it again.
          await lead.release();
          lead = null;
        }
        lead ??= await tryLead();
        if (lead !== null) {
          const owed = await log.owed(atOnce);
          found = owed.length;
          await publish(parts, owed);
        }
      } catch (error) {
        logger.error({ err: error }, 'writing to the topics failed and will be tried again');
        found = 0;
      }
      if (found < atOnce) await clock.sleep(pollMs, stopping.signal);
    }
    await lead?.release();
  })();

  return {
    async stop() {
      stopping.abort();
      await publishing;
    },
  };
}

async function publish(
  { log, sender }: PublisherParts,
  owed: readonly Publication[],
): Promise<void> {
  if (owed.length === 0) return;
  const assessments: OutgoingRecord[] = [];
  const letters: OutgoingRecord[] = [];
  for (const one of owed) {
    if (one.kind === 'dead-letter') letters.push(toDeadLetterRecord(one.tenant, one.letter));
    else for (const each of one.assessments) assessments.push(toAssessmentRecord(one.tenant, each));
  }
  await sender.send(assessmentsTopic, assessments);
  await sender.send(deadLettersTopic, letters);
  await log.settle(owed.map(({ position }) => position));
}
