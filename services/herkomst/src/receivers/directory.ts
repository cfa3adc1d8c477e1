/**
 * Who is told of alerts: those that the service brings, and those of the receivers file, which is
 * read anew on SIGHUP. A file that can not be used leaves the former receivers in force.
 */
import type { ReceiverDescription } from '@herkomst/adapter-http';
import {
  systemClock,
  testNotice,
  type DeliveryOutcome,
  type Logger,
  type Receiver,
} from '@herkomst/runtime';
import { randomUUID } from 'node:crypto';
import { readSecret, type Config } from '../config.ts';
import type { Engines } from '../engines/engines.ts';
import { builtInReceivers } from './built-in.ts';
import { createFromFile } from './create.ts';
import { readReceiversFile, type CommoditiesById } from './read.ts';

export interface DirectoryParts {
  readonly config: Config;
  readonly engines: Pick<Engines, 'outlets'>;
  /** Asked each time the file is read. */
  readonly commodities: () => CommoditiesById;
  readonly logger: Logger;
  /** Receivers that are made elsewhere, such as the cases. */
  readonly others: readonly Receiver[];
}

export interface ReceiverDirectory {
  /** All that are in force. */
  current(): readonly Receiver[];
  /** Those that a tenant may know of: its own, and those of nobody. */
  describe(tenant: string): readonly ReceiverDescription[];
  /** Tells one that this is a test; null where the tenant has none of that name. */
  test(tenant: string, name: string): Promise<DeliveryOutcome | null>;
  /** Called with all receivers after the file was read anew. */
  onChanged(listener: (receivers: readonly Receiver[]) => Promise<void>): void;
  /** Reads the file anew. Never rejects. */
  reload(): Promise<void>;
}

interface Known {
  readonly receiver: Receiver;
  readonly kind: string;
}

/** Throws a ReceiversError with all faults of the file. */
export function openReceivers(parts: DirectoryParts): ReceiverDirectory {
  const { config, others, logger } = parts;
  const own: readonly Known[] = [...builtInReceivers(config), ...others].map((receiver) => ({
    receiver,
    kind: receiver.name,
  }));
  let fromFile = readAll(parts);
  let listener: (receivers: readonly Receiver[]) => Promise<void> = async () => {};
  let reloading: Promise<void> = Promise.resolve();

  const known = (): readonly Known[] => [...own, ...fromFile];
  const current = (): readonly Receiver[] => known().map(({ receiver }) => receiver);
  const knownTo = (tenant: string): readonly Known[] =>
    known().filter(({ receiver }) => (receiver.tenant ?? tenant) === tenant);

  async function readAnew(before: Promise<void>): Promise<void> {
    await before;
    try {
      fromFile = readAll(parts);
      await listener(current());
      logger.info({ receivers: current().map(({ name }) => name) }, 'receivers read anew');
    } catch (error) {
      logger.error({ err: error }, 'receivers can not be read; the former stay in force');
    }
  }

  return {
    current,
    describe: (tenant) =>
      knownTo(tenant).map(({ receiver: { name, policy, tenant: whose }, kind }) => ({
        name,
        kind,
        tenant: whose ?? null,
        policy: policy ?? null,
      })),
    async test(tenant, name) {
      const found = knownTo(tenant).find(({ receiver }) => receiver.name === name);
      if (found === undefined) return null;
      const notice = testNotice(tenant, `test-${randomUUID()}`, systemClock.now());
      return found.receiver.deliver(notice);
    },
    onChanged(given) {
      listener = given;
    },
    reload: () => (reloading = readAnew(reloading)),
  };
}

function readAll({ config, engines, commodities }: DirectoryParts): readonly Known[] {
  if (config.receiversFile === null) return [];
  const parts = { secret: readSecret, commodities: commodities() };
  const file = readReceiversFile(config.receiversFile, parts);
  const kinds = new Map(file.receivers.map(({ name, kind }) => [name, kind]));
  return createFromFile(file, engines.outlets, config.tenant).map((receiver) => ({
    receiver,
    kind: kinds.get(receiver.name) ?? '',
  }));
}
