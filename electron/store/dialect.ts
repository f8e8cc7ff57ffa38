import { statSync } from 'node:fs';
import { type DatabaseConnection, Kysely, SqliteAdapter, SqliteDialect, SqliteDriver } from 'kysely';
import type { Connection } from './open.ts';
import type { Schema } from './schema.ts';

/** Kysely's own adapter runs migrations without a transaction, and a step that fails half-way bricks every later start. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

/** What is true of the file after a commit: how many there were, and where the audit trail ends (`head` is its last MAC). */
export type Committed = { readonly commits: number; readonly seq: number; readonly head: Uint8Array };

/** Keeps count of commits outside the database. Both are called while no other statement can run. */
export type Ledger = {
  /** Throwing refuses the commit that is about to happen. */
  readonly before: () => void;
  /** Throwing keeps the commit that has happened from being acknowledged. */
  readonly after: (now: Committed) => void;
  /** Moves the log into the database's own file, which is vouched for. */
  readonly settle?: (checkpoint: () => void) => void;
  /**
   * The files are still the ones that are open, or another connection is gone on with, to files that hold the same. Asked after each commit,
   * before it is acknowledged, and before each checkpoint. Throwing keeps either from being made.
   */
  readonly standing?: (current: Connection) => Connection;
};

/** The connection in use, which another one may take the place of, and who is told of its commits. */
type Held = { current: Connection; ledger: Ledger | null };

const mostStatements = 200;

/** Statements are prepared once: the driver lets one go only when it is collected, and a day of calls held hundreds of megabytes. */
const keepingStatements = (held: Held) => {
  const kept = new Map<string, ReturnType<Connection['prepare']>>();
  let of = held.current;
  return {
    prepare: (sql: string) => {
      if (of !== held.current) kept.clear();
      of = held.current;
      const known = kept.get(sql);
      if (known) return known;
      const statement = of.prepare(sql);
      if (kept.size >= mostStatements) kept.clear();
      kept.set(sql, statement);
      return statement;
    },
    close: () => {
      kept.clear();
      held.current.close();
    },
  };
};

const countCommit = 'update commits set count = count + 1';
const endOfTrail = `select count as commits, coalesce((select max(seq) from audit), 0) as seq,
  coalesce((select mac from audit order by seq desc limit 1), zeroblob(32)) as head from commits`;

export const committedIn = (connection: Connection): Committed => connection.prepare(endOfTrail).get() as Committed;

/** SQLite would empty its log at this length by itself, while nobody vouches for what it writes. */
const longestWal = 4 * 1024 * 1024;
const isLong = ({ name }: Connection): boolean => (statSync(`${name}-wal`, { throwIfNoEntry: false })?.size ?? 0) > longestWal;

/** Moves everything into the one file and empties the WAL, or says that it could not. */
const checkpoint = (connection: Connection): void => {
  const [row] = connection.pragma('wal_checkpoint(TRUNCATE)') as readonly { busy: number; log: number; checkpointed: number }[];
  if (row?.busy !== 0 || row.log !== row.checkpointed) {
    throw Object.assign(new Error('the WAL could not be emptied'), { code: 'SQLITE_IOERR_CHECKPOINT' });
  }
};

const goOn = (held: Held, next: Connection): void => {
  if (next === held.current) return;
  held.current = next;
  if (held.ledger?.settle) next.pragma('wal_autocheckpoint = 0');
};

const stand = (held: Held): void => {
  if (held.ledger?.standing) goOn(held, held.ledger.standing(held.current));
};

const settle = (held: Held, work: (connection: Connection) => void): void => {
  stand(held);
  const { current, ledger } = held;
  if (ledger?.settle) ledger.settle(() => work(current));
  else work(current);
};

/** Who reads at the same time is not waited for, and what was saved is saved whether or not this succeeds. */
const settleQuietly = (held: Held): void => {
  try {
    settle(held, (connection) => {
      connection.pragma('busy_timeout = 0');
      try {
        connection.pragma('wal_checkpoint(TRUNCATE)');
      } finally {
        connection.pragma('busy_timeout = 5000');
      }
    });
  } catch {
    return;
  }
};

/** A commit is counted in its own transaction. On a full or failing disk SQLite has rolled back by itself; a second rollback would fail and hide why. */
class PracticeDriver extends SqliteDriver {
  readonly #held: Held;
  constructor(held: Held) {
    super({ database: keepingStatements(held) });
    this.#held = held;
  }
  override async commitTransaction(connection: DatabaseConnection): Promise<void> {
    const { current, ledger } = this.#held;
    if (!ledger) return super.commitTransaction(connection);
    ledger.before();
    current.prepare(countCommit).run();
    const now = committedIn(current);
    await super.commitTransaction(connection);
    ledger.after(now);
    stand(this.#held);
    if (isLong(this.#held.current)) settleQuietly(this.#held);
  }
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#held.current.inTransaction) await super.rollbackTransaction(connection);
  }
}

class Dialect extends SqliteDialect {
  readonly #held: Held;
  constructor(held: Held) {
    super({ database: keepingStatements(held) });
    this.#held = held;
  }
  override createDriver(): PracticeDriver {
    return new PracticeDriver(this.#held);
  }
  override createAdapter(): TransactionalAdapter {
    return new TransactionalAdapter();
  }
}

export type Database = Kysely<Schema>;

export type Layer = {
  readonly database: Database;
  /** What the file says of itself now. */
  readonly committed: () => Promise<Committed>;
  /** Looks at the connection itself, between queries. */
  readonly look: <T>(at: (connection: Connection) => T) => Promise<T>;
  /** From now on each transaction is counted and told. */
  readonly follow: (ledger: Ledger) => void;
  /** Work on the connection itself while every query waits; they go on with the connection named last by `goOnWith`. */
  readonly alone: (work: (connection: Connection, goOnWith: (next: Connection) => void) => Promise<void>) => Promise<void>;
  /**
   * Closes with everything in the one file, which may then be moved without its WAL. A close alone says nothing of a write that failed.
   * @throws the disk's error, with the layer still open
   */
  readonly closeWhole: () => Promise<void>;
  /** Everything stands in the one file while `work` runs, and nothing can be changed. */
  readonly held: (work: () => Promise<void>) => Promise<void>;
  /** As much of the log as nobody reads moves into the one file, before everything is closed. Never throws. */
  readonly settled: () => Promise<void>;
  /** Asks the ledger whether the files are still the ones that are open. */
  readonly stands: () => Promise<void>;
};

/** The query layer over one connection; closing it closes the connection. */
export const openLayer = (connection: Connection): Layer => {
  const held: Held = { current: connection, ledger: null };
  const database = new Kysely<Schema>({ dialect: new Dialect(held) });
  return {
    database,
    committed: () => database.connection().execute(async () => committedIn(held.current)),
    look: (at) => database.connection().execute(async () => at(held.current)),
    follow: (ledger) => {
      held.ledger = ledger;
      if (ledger.settle) held.current.pragma('wal_autocheckpoint = 0');
    },
    alone: (work) => database.connection().execute(() => work(held.current, (next) => goOn(held, next))),
    closeWhole: async () => {
      await database.connection().execute(async () => settle(held, checkpoint));
      await database.destroy();
    },
    held: (work) =>
      database.connection().execute(async () => {
        settle(held, checkpoint);
        await work();
      }),
    settled: () => database.connection().execute(async () => settleQuietly(held)),
    stands: () => database.connection().execute(async () => stand(held)),
  };
};

/** Without a ledger: for tests, and while a practice is being made. */
export const queryLayer = (connection: Connection): Database => openLayer(connection).database;
