/** What people hand in and try over HTTP: files of shipments, and other rulebooks. */
import { readEntries } from '@herkomst/adapter-files';
import { standardRulebook } from '@herkomst/reference';
import {
  createFileDesk,
  createRulebookDesk,
  recordAudit,
  sha256,
  systemClock,
  type FileDesk,
  type Intakes,
  type Logger,
  type RulebookDesk,
} from '@herkomst/runtime';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from './config.ts';
import type { Engines } from './engines/engines.ts';
import { loadRulebook } from './screening/load-rulebook.ts';
import type { ReloadableRulebook } from './screening/reload.ts';

export interface Desks {
  readonly files: FileDesk;
  readonly rulebooks: RulebookDesk;
  /** Before the engines go. */
  stop(): Promise<void>;
}

export interface DeskParts {
  readonly config: Config;
  readonly engines: Pick<Engines, 'stores' | 'search' | 'records' | 'cases'>;
  readonly intakes: Intakes;
  readonly rulebooks: ReloadableRulebook;
  readonly logger: Logger;
}

export function openDesks({ config, engines, intakes, rulebooks, logger }: DeskParts): Desks {
  const { stores, search, records, cases } = engines;
  const files = createFileDesk({
    intakes,
    search,
    records,
    logger,
    clock: systemClock,
    directory: join(config.dataDir, 'incoming'),
    read: (name, path) => readEntries({ name, content: createReadStream(path) }),
  });
  const desk = createRulebookDesk({
    stores,
    records,
    tenant: config.tenant,
    clock: systemClock,
    logger,
    inForce: () => rulebooks.inForce(),
    ownYaml: () => readFile(config.rulebookFile ?? standardRulebook, 'utf8'),
    compile: (yaml) => loadRulebook({ ...config, rulebookYaml: yaml }),
    reload: () => rulebooks.reload(),
    audit: (tenant, entries) => recordAudit(cases, tenant, entries, sha256),
  });
  return {
    files,
    rulebooks: desk,
    async stop() {
      await Promise.all([files.stop(), desk.stop()]);
    },
  };
}
