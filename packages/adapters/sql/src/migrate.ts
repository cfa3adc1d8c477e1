/**
 * Brings a database to the shape this release needs: forward only, each migration once, all or
 * none, and safe when several processes start at once. What was applied is recorded with a digest;
 * a database that was changed by another hand, or by a newer release, is refused rather than used.
 */
import { createHash } from 'node:crypto';
import type { SqlDatabase } from './database.ts';
import { migrations as released } from './migrations/index.ts';

export interface Migration {
  /** 1 for the first, without gaps. */
  readonly number: number;
  readonly name: string;
  /** One SQL statement each. */
  readonly statements: readonly string[];
}

export interface Migrated {
  /** The number of the last migration before and after; 0 for an empty database. */
  readonly from: number;
  readonly to: number;
}

export type MigrationErrorCode = 'database-newer' | 'migration-changed';

export class MigrationError extends Error {
  readonly code: MigrationErrorCode;

  constructor(code: MigrationErrorCode, message: string) {
    super(message);
    this.name = 'MigrationError';
    this.code = code;
  }
}

interface AppliedRow {
  readonly number: number;
  readonly name: string;
  readonly digest: string;
}

// Any number will do as long as all releases use the same.
const advisoryLock = '7203941385';

/**
 * Throws a MigrationError, having changed nothing, when the database is of a newer release
 * ('database-newer') or an applied migration is not the one this release knows
 * ('migration-changed').
 */
export function migrate(
  database: SqlDatabase,
  migrations: readonly Migration[] = released,
): Promise<Migrated> {
  return database.transaction(async (session) => {
    await session.query('select pg_advisory_xact_lock($1::text::bigint)', [advisoryLock]);
    await session.query('create schema if not exists herkomst');
    await session.query(
      `create table if not exists herkomst.migrations (
        number int primary key,
        name text not null,
        digest text not null,
        applied_at timestamptz not null default now()
      )`,
    );
    const applied = await session.query<AppliedRow>(
      'select number, name, digest from herkomst.migrations order by number',
    );
    refuseStrangers(applied, migrations);
    for (const migration of migrations.slice(applied.length)) {
      for (const statement of migration.statements) await session.query(statement);
      await session.query(
        'insert into herkomst.migrations (number, name, digest) values ($1::text::int, $2, $3)',
        [String(migration.number), migration.name, digestOf(migration)],
      );
    }
    return { from: applied.length, to: migrations.length };
  });
}

function refuseStrangers(applied: readonly AppliedRow[], migrations: readonly Migration[]): void {
  for (const [index, row] of applied.entries()) {
    const known = migrations[index];
    if (known === undefined) {
      throw new MigrationError(
        'database-newer',
        `the database has migration ${row.number} (${row.name}), this release knows ` +
          `${migrations.length}: run the release that made it, or a newer one`,
      );
    }
    if (row.number !== known.number || row.digest !== digestOf(known)) {
      throw new MigrationError(
        'migration-changed',
        `migration ${row.number} (${row.name}) was applied with other content than this ` +
          'release has: the database belongs to another line of development',
      );
    }
  }
}

export function digestOf({ statements }: Migration): string {
  return createHash('sha256').update(JSON.stringify(statements)).digest('hex');
}
