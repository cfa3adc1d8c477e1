/** What is known of the private instances between one command and the next. */
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ProcessMark } from './processes.ts';

export const engineNames = ['redis', 'postgres', 'kafka'] as const;
export type EngineName = (typeof engineNames)[number];

export interface EngineState {
  /** Kept from start to start, so that who has an address keeps it. */
  readonly ports: readonly number[];
  readonly password: string;
  /** Where its data lie. */
  readonly directory: string;
  /** Null when it was taken down, or never started. */
  readonly process: ProcessMark | null;
}

export type State = Partial<Record<EngineName, EngineState>>;

export const repository = fileURLToPath(new URL('../..', import.meta.url));

/** The one folder: HERKOMST_INFRA_DIR, or `.herkomst/infra` in the repository. */
export const infraDirectory = resolve(
  repository,
  process.env['HERKOMST_INFRA_DIR'] ?? join('.herkomst', 'infra'),
);

const stateFile = join(infraDirectory, 'state.json');

export function readState(): State {
  return existsSync(stateFile) ? (JSON.parse(readFileSync(stateFile, 'utf8')) as State) : {};
}

/** Writes what is known of one engine, and leaves the others. */
export function remember(name: EngineName, engine: EngineState): void {
  writePrivately(stateFile, `${JSON.stringify({ ...readState(), [name]: engine }, null, 2)}\n`);
}

/** Whole or not at all, and for its owner's eyes only: it holds passwords. */
export function writePrivately(file: string, text: string): void {
  mkdirSync(infraDirectory, { recursive: true });
  writeFileSync(`${file}.new`, text, { mode: 0o600 });
  chmodSync(`${file}.new`, 0o600);
  renameSync(`${file}.new`, file);
}

export function newPassword(): string {
  return randomBytes(18).toString('hex');
}
