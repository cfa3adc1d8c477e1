/** Reads the receivers file, with the secrets that it names. */
import type { Commodity } from '@herkomst/core';
import { readYaml, writeYamlFault } from '@herkomst/reference';
import type { CommodityFilter } from '@herkomst/runtime';
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { receiversSchema, type ReceiversFile } from './schema.ts';

export class ReceiversError extends Error {
  readonly code = 'invalid-receivers';

  constructor(file: string, faults: readonly string[]) {
    super(`the receivers file ${file} can not be used:\n${faults.join('\n')}`);
  }
}

export type CommoditiesById = ReadonlyMap<string, Commodity>;

export interface ReadParts {
  /** The value of a variable, or of the file that NAME_FILE names; null when neither is set. */
  readonly secret: (name: string) => string | null;
  readonly commodities: CommoditiesById;
}

/** Throws a ReceiversError with all faults and their lines; no secret is in it. */
export function readReceiversFile(file: string, { secret, commodities }: ReadParts): ReceiversFile {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new ReceiversError(file, [`  ${error instanceof Error ? error.message : String(error)}`]);
  }
  const schema = receiversSchema({
    secret,
    // Beside the file that names them, as people write paths.
    readFile: (path) => readFileSync(resolve(dirname(file), path), 'utf8'),
    commodity: (id) => findCommodity(commodities, id),
  });
  const reading = readYaml(text, schema);
  if (reading.kind === 'read') return reading.value;
  throw new ReceiversError(file, reading.faults.map(writeYamlFault));
}

function findCommodity(commodities: CommoditiesById, id: string): CommodityFilter | null {
  const commodity = commodities.get(id);
  if (commodity === undefined) return null;
  return { name: id, hsPrefixes: commodity.hsPrefixes, titles: [commodity.title.en] };
}
