/**
 * Reads a supply network from FollowTheMoney JSON, one entity a line, as OpenSanctions publishes it.
 * Links may stand before the entities they join, so those wait until the file is read; nothing else
 * of the file is kept.
 */
import type { Company, SupplyLink } from '@herkomst/core';
import type { NetworkEntry } from './entry.ts';
import { companyOf, isCompanySchema } from './ftm-company.ts';
import { readFtmEntity, type FtmEntity } from './ftm-entity.ts';
import { parentLinks, readFtmLink, type FtmLink, type FtmSource } from './ftm-link.ts';
import { readLines, type Line } from './lines.ts';
import { SharedContacts } from './shared-contacts.ts';

interface Waiting {
  readonly line: number;
  readonly link: FtmLink;
}

export async function* readFtmNetwork(
  chunks: AsyncIterable<Uint8Array>,
  source: FtmSource,
): AsyncGenerator<NetworkEntry[]> {
  const companies = new Map<string, Company>();
  const waiting: Waiting[] = [];
  const contacts = new SharedContacts(source);
  for await (const lines of readLines(chunks)) {
    const entries = lines.flatMap((line): NetworkEntry[] => {
      if (line.text.trim() === '') return [];
      return readLine(line, { companies, waiting, contacts, source });
    });
    if (entries.length > 0) yield entries;
  }
  const links = [...waiting, ...contacts.links()].map(({ line, link }): NetworkEntry => {
    const ends = [companies.get(link.from), companies.get(link.to)];
    const [from, to] = ends;
    if (from !== undefined && to !== undefined) {
      const whole: SupplyLink = { from, to, ...link.facts };
      return { kind: 'link', line, link: whole };
    }
    const absent = from === undefined ? link.from : link.to;
    return {
      kind: 'fault',
      fault: {
        line,
        code: 'unknown-entity',
        path: 'properties',
        message: `the link names the entity "${absent}", which is no company or person of this file`,
        original: JSON.stringify(link),
      },
    };
  });
  if (links.length > 0) yield links;
}

interface State {
  readonly companies: Map<string, Company>;
  readonly waiting: Waiting[];
  readonly contacts: SharedContacts;
  readonly source: FtmSource;
}

function readLine({ number: line, text, sound }: Line, state: State): NetworkEntry[] {
  const refuse = (code: string, path: string, message: string): NetworkEntry[] => [
    { kind: 'fault', fault: { line, code, path, message, original: text } },
  ];
  if (!sound) return refuse('invalid-text', '', 'the line is no UTF-8');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return refuse('invalid-json', '', error instanceof Error ? error.message : String(error));
  }
  const reading = readFtmEntity(value);
  if (reading.kind === 'fault') return refuse('wrong-shape', reading.path, reading.message);
  return [reading.entity, ...reading.entity.nested].flatMap((entity) => {
    const taken = take(entity, line, state);
    return taken.kind === 'fault'
      ? refuse('missing', taken.path, `${entity.schema} "${entity.id}": ${taken.message}`)
      : taken.entries;
  });
}

type Taken =
  | { readonly kind: 'taken'; readonly entries: NetworkEntry[] }
  | { readonly kind: 'fault'; readonly path: string; readonly message: string };

function take(entity: FtmEntity, line: number, state: State): Taken {
  const { companies, waiting, contacts, source } = state;
  if (isCompanySchema(entity.schema)) {
    const company = companyOf(entity);
    if (company === null) return { kind: 'fault', path: 'properties.name', message: 'has no name' };
    companies.set(entity.id, company);
    contacts.see(entity, line);
    waiting.push(...parentLinks(entity, source).map((link) => ({ line, link })));
    return { kind: 'taken', entries: [{ kind: 'company', line, company }] };
  }
  const reading = readFtmLink(entity, source);
  if (reading.kind === 'fault') return reading;
  if (reading.kind === 'links') waiting.push(...reading.links.map((link) => ({ line, link })));
  return { kind: 'taken', entries: [] };
}
