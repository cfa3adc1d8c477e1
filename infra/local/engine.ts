/** What differs from engine to engine; starting, waiting and ending are the same for all. */
import type { Command } from './processes.ts';

/** Where an instance lives: its own folder, ports and password. */
export interface Place {
  readonly directory: string;
  readonly ports: readonly number[];
  readonly password: string;
}

export type Say = (message: string) => void;

export interface LocalEngine {
  /** How people know it. */
  readonly title: string;
  /** How many ports it listens on. */
  readonly portCount: number;
  /** System packages it needs, each with how to see that what it brings is there. */
  readonly needs: readonly Need[];
  /** Asked to end with this. */
  readonly endSignal: NodeJS.Signals;
  /** A folder for its data, `wanted` if it can be; it exists afterwards. */
  chooseDirectory(wanted: string): string;
  /** Writes its configuration, and makes what it needs before its first start. */
  prepare(place: Place, say: Say): Promise<void>;
  command(place: Place): Command;
  /** Resolves when it answers; rejects when it does not, yet. */
  probe(place: Place): Promise<void>;
  /** Called once it answers, at each start. */
  furnish(place: Place): Promise<void>;
  /** Connection settings by the names services read, and HERKOMST_TEST_* for tests alone. */
  environment(place: Place): Readonly<Record<string, string>>;
}

export interface Need {
  readonly packageName: string;
  readonly isThere: () => boolean;
}
