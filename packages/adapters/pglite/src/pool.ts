/**
 * Makes one PGlite look like a `pg.Pool`, for libraries that ask for one.
 *
 * PGlite is a single connection. A pool's clients are therefore a fiction: each statement, and each
 * transaction from BEGIN to COMMIT or ROLLBACK, waits for its turn in the same queue that
 * `pglite.transaction()` waits in, so that nobody's statements end up in another's transaction.
 * Whoever holds a turn must not wait for somebody else's: that would wait for ever.
 */
import { EventEmitter } from 'node:events';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { type PGlite, type Results, type Transaction, types } from '@electric-sql/pglite';
import { toParameter } from './parameter.ts';

/** What `pg` answers, as far as anybody looks at it. */
export interface PoolResult<Row> {
  readonly rows: Row[];
  readonly rowCount: number | null;
}

export interface PglitePoolOptions {
  /**
   * The schema in which unqualified names are looked up. It is set for each turn and undone with
   * it: a setting of the session would be seen by all who share the connection.
   */
  readonly schema?: string;
}

interface OpenTransaction {
  readonly statements: Transaction;
  /** Ends the turn; resolves when the database has committed or rolled back. */
  end(how: 'commit' | 'rollback'): Promise<void>;
}

/** Of the row types, those that `pg` hands over differently. */
const asPg = {
  serializers: { [types.BYTEA]: (value: unknown) => String(value) },
  parsers: {
    // bigint, which `pg` leaves as text, because a number can not hold all of them.
    [types.INT8]: (text: string) => text,
    [types.BYTEA]: (text: string) => Buffer.from(text.slice(2), 'hex'),
  },
};

export function createPglitePool(pglite: PGlite, options: PglitePoolOptions = {}): PglitePool {
  return new PglitePool(pglite, options);
}

export class PglitePool extends EventEmitter {
  /** There is no socket that could go silent, which is what keep-alive would find out. */
  readonly options = { keepAlive: true };
  readonly #pglite: PGlite;
  readonly #prelude: string | null;

  constructor(pglite: PGlite, options: PglitePoolOptions = {}) {
    super();
    // Each user of a pool listens for errors, and does not stop when it lets go of the pool.
    this.setMaxListeners(0);
    this.#pglite = pglite;
    this.#prelude =
      options.schema === undefined
        ? null
        : `SET LOCAL search_path TO "${options.schema.replaceAll('"', '""')}"`;
  }

  async connect(): Promise<PgliteClient> {
    return new PgliteClient(this, this.#pglite);
  }

  /** One turn for one text; without parameters it may hold several statements. */
  async query<Row>(text: string, parameters?: readonly unknown[]): Promise<PoolResult<Row>> {
    refuseTransactionControl(text);
    return await this.turn((statements) => run<Row>(statements, text, parameters));
  }

  /** Runs in a transaction of its own, when its turn comes. */
  async turn<T>(work: (statements: Transaction) => Promise<T>): Promise<T> {
    // PGlite computes within this thread and awaits nothing: without this, who asks one thing after
    // the other would keep timers and sockets from their turn.
    await nextTurn();
    if (this.#pglite.closed) throw closed();
    return await this.#pglite.transaction(async (statements) => {
      if (this.#prelude !== null) await statements.exec(this.#prelude);
      return await work(statements);
    });
  }

  /** The PGlite belongs to who opened it and stays open. */
  async end(): Promise<void> {
    this.removeAllListeners();
  }
}

/** A client is no connection, only a place for one open transaction and for its listeners. */
export class PgliteClient extends EventEmitter {
  readonly #pool: PglitePool;
  readonly #stopListening: () => void;
  #open: OpenTransaction | null = null;

  constructor(pool: PglitePool, pglite: PGlite) {
    super();
    this.#pool = pool;
    // LISTEN goes to the one session, so each client hears what any has asked for; users of a pool
    // look at the channel anyway. PGlite tells when the sender has committed, as `pg` does.
    this.#stopListening = pglite.onNotification((channel, payload) => {
      this.emit('notification', { channel, payload, processId: 0 });
    });
  }

  async query<Row>(text: string, parameters?: readonly unknown[]): Promise<PoolResult<Row>> {
    const control = /^\s*(BEGIN|COMMIT|ROLLBACK)\s*;?\s*$/i.exec(text)?.[1]?.toUpperCase();
    if (control === 'BEGIN') await this.#begin();
    else if (control === 'COMMIT') await this.#end('commit');
    else if (control === 'ROLLBACK') await this.#end('rollback');
    else if (this.#open === null) return await this.#pool.query(text, parameters);
    else {
      refuseTransactionControl(text);
      return await run(this.#open.statements, text, parameters);
    }
    return { rows: [], rowCount: null };
  }

  /** A transaction left open is rolled back, or it would hold the connection for ever. */
  release(): void {
    this.#stopListening();
    this.removeAllListeners('notification');
    // What can not be rolled back has lost its connection, and with it the transaction.
    this.#end('rollback').catch(() => undefined);
  }

  async #begin(): Promise<void> {
    if (this.#open !== null) throw new Error('this client has begun a transaction already');
    const begun = Promise.withResolvers<Transaction>();
    const ending = Promise.withResolvers<'commit' | 'rollback'>();
    const turn = this.#pool.turn(async (statements) => {
      begun.resolve(statements);
      if ((await ending.promise) === 'rollback') await statements.rollback();
    });
    turn.catch(begun.reject);
    this.#open = {
      statements: await begun.promise,
      end: (how) => {
        ending.resolve(how);
        return turn;
      },
    };
  }

  async #end(how: 'commit' | 'rollback'): Promise<void> {
    const open = this.#open;
    this.#open = null;
    await open?.end(how);
  }
}

async function run<Row>(
  statements: Transaction,
  text: string,
  parameters: readonly unknown[] = [],
): Promise<PoolResult<Row>> {
  // As in `pg`, a text without parameters may hold several statements; the last one's rows count.
  const result: Results<unknown> | undefined =
    parameters.length === 0
      ? (await statements.exec(text, asPg)).at(-1)
      : await statements.query(text, parameters.map(toParameter), asPg);
  const rows = (result?.rows ?? []) as Row[];
  return { rows, rowCount: rows.length > 0 ? rows.length : (result?.affectedRows ?? null) };
}

/**
 * BEGIN in the midst of a turn would be answered with a mere warning, and its COMMIT would end
 * more than it began.
 */
function refuseTransactionControl(text: string): void {
  if (/^\s*(BEGIN|START|COMMIT|END|ABORT|ROLLBACK(?!\s+TO))\b/i.test(text)) {
    throw new Error(`only plain BEGIN, COMMIT and ROLLBACK on a client are understood: ${text}`);
  }
}

/** The code by which users of a pool know to wait before they try again, rather than to spin. */
function closed(): Error {
  return Object.assign(new Error('the embedded database is closed'), { code: 'ECONNREFUSED' });
}
