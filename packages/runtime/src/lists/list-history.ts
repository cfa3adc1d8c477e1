/**
 * Remembers each version of the lists of entities that the service had, so that people can see what
 * a new one added, took away or changed. Of a version the digests of its entries are kept, which is
 * enough to tell them apart, and their names.
 */
import { canonicalJson, type EntityList, type Rulebook, type Sha256 } from '@herkomst/core';
import type { RecordStore } from '../ports/record-store.ts';
import type { Page, PageRequest } from '../ports/store.ts';

export interface SeenEntry {
  readonly id: string;
  readonly name: string;
}

export interface ListChangeSeen {
  readonly list: string;
  readonly title: string;
  readonly seenAt: string;
  /** Null for the first version that was seen. */
  readonly before: string | null;
  readonly version: string;
  readonly entries: number;
  readonly added: readonly SeenEntry[];
  readonly removed: readonly SeenEntry[];
  readonly changed: readonly (SeenEntry & { readonly fields: readonly string[] })[];
}

interface KeptVersion {
  readonly version: string;
  /** By entry id: name, and a digest of each field. */
  readonly entries: Readonly<Record<string, { name: string; fields: Record<string, string> }>>;
}

const latestKind = 'list-latest';
const changeKind = 'list-change';

/** Notes what is new since the last call. Of several processes that note the same, one does. */
export async function noteLists(
  records: RecordStore,
  rulebook: Rulebook,
  now: string,
): Promise<void> {
  const lists = new Set([...rulebook.entities.values()].map(({ list }) => list));
  for (const list of lists) await noteList(records, list, rulebook.sha256, now);
}

async function noteList(
  records: RecordStore,
  list: EntityList,
  sha256: Sha256,
  now: string,
): Promise<void> {
  const kept = versionOf(list, sha256);
  const text = await records.get(latestKind, list.list);
  const before = text === null ? null : (JSON.parse(text) as KeptVersion);
  const record = JSON.stringify(kept);
  if (text === record) return;
  const change = compare(list, before, kept, now);
  // Named by what it leads from and to: told by several, it stands once.
  const id = sha256(`${list.list} ${text ?? ''} ${record}`);
  await records.add(changeKind, id, JSON.stringify(change));
  await records.put(latestKind, list.list, record);
}

/** Newest first. */
export async function listChanges(
  records: RecordStore,
  page: PageRequest,
): Promise<Page<ListChangeSeen>> {
  const { rows, next } = await records.list(changeKind, page);
  return { rows: rows.map(({ record }) => JSON.parse(record) as ListChangeSeen), next };
}

function versionOf({ version, entities }: EntityList, sha256: Sha256): KeptVersion {
  return {
    version,
    entries: Object.fromEntries(
      entities.map((entity) => [
        entity.id,
        {
          name: entity.name,
          fields: Object.fromEntries(
            Object.entries(entity)
              .filter(([name, value]) => name !== 'id' && value !== undefined)
              .map(([name, value]) => [name, sha256(canonicalJson(value)).slice(0, 16)]),
          ),
        },
      ]),
    ),
  };
}

function compare(
  { list, title }: EntityList,
  before: KeptVersion | null,
  after: KeptVersion,
  seenAt: string,
): ListChangeSeen {
  const was = before?.entries ?? {};
  const is = after.entries;
  const named = (entries: KeptVersion['entries'], id: string): SeenEntry => ({
    id,
    name: entries[id]?.name ?? id,
  });
  const changed = Object.keys(is).flatMap((id) => {
    const [old, now] = [was[id]?.fields, is[id]?.fields ?? {}];
    if (old === undefined) return [];
    const fields = [...new Set([...Object.keys(old), ...Object.keys(now)])].filter(
      (name) => old[name] !== now[name],
    );
    return fields.length === 0 ? [] : [{ ...named(is, id), fields }];
  });
  return {
    list,
    title,
    seenAt,
    before: before?.version ?? null,
    version: after.version,
    entries: Object.keys(is).length,
    // All of the first version would be no change.
    added:
      before === null
        ? []
        : Object.keys(is)
            .filter((id) => was[id] === undefined)
            .map((id) => named(is, id)),
    removed: Object.keys(was)
      .filter((id) => is[id] === undefined)
      .map((id) => named(was, id)),
    changed,
  };
}
