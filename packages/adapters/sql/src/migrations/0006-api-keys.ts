/** Keys that callers show, by their digests. Roles are JSON text. */
import type { Migration } from '../migrate.ts';

export const apiKeys: Migration = {
  number: 6,
  name: 'api keys',
  statements: [
    `create table herkomst.api_keys (
      key_id text collate "C" primary key,
      name text not null,
      kind text not null,
      roles text not null,
      digest text not null,
      created_at text collate "C" not null,
      expires_at text,
      revoked_at text
    )`,
  ],
};
