/**
 * Keeps the store in order: once at the start, for a process that is started daily shall be kept up
 * too, and then daily at night. Of many processes one does it; another finds the lock taken.
 */
import type { Upkeep } from '@herkomst/adapter-sql';
import type { Clock, Logger } from '@herkomst/runtime';
import { schedule } from 'node-cron';
import type { Config } from './config.ts';
import type { Engines } from './engines/engines.ts';

export interface UpkeepParts {
  readonly engines: Pick<Engines, 'upkeep'>;
  readonly retention: Config['retention'];
  readonly clock: Clock;
  readonly logger: Logger;
  /** Told of each run that this process did. */
  readonly onDone?: (upkeep: Upkeep) => void;
  readonly onFailed?: () => void;
}

export interface UpkeepSchedule {
  /** Runs it now. A failure is logged: the next run may do better, and work goes on meanwhile. */
  run(): Promise<void>;
  /** Plans no further run and waits for the one in hand. */
  stop(): Promise<void>;
}

/** 03:17 UTC: few work then, and not on the hour, when everybody's jobs start. */
const nightly = '17 3 * * *';

/** The first run has begun when this returns. */
export function startUpkeep(parts: UpkeepParts): UpkeepSchedule {
  let inHand = keepUp(parts);
  const run = () => (inHand = inHand.then(() => keepUp(parts)));
  const task = schedule(nightly, run, { timezone: 'UTC', noOverlap: true });
  return {
    run,
    async stop() {
      await task.destroy();
      await inHand;
    },
  };
}

async function keepUp(parts: UpkeepParts): Promise<void> {
  const { engines, retention, clock, logger } = parts;
  try {
    const upkeep = await engines.upkeep(retention, new Date(clock.now()));
    if (upkeep === null) {
      logger.debug({}, 'another process keeps the store up');
      return;
    }
    const { monthsAdded, dropped, streamRecordsDropped } = upkeep;
    logger.info({ monthsAdded, dropped, streamRecordsDropped }, 'the store was kept up');
    parts.onDone?.(upkeep);
  } catch (error) {
    logger.error({ err: error }, 'keeping the store up failed and will be tried again');
    parts.onFailed?.();
  }
}
