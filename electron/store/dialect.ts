import { type DatabaseConnection, Kysely, SqliteAdapter, SqliteDialect, SqliteDriver } from 'kysely';
import type { Connection } from './open.ts';
import type { Schema } from './schema.ts';

/** Kysely's own adapter runs migrations without a transaction, and a step that fails half-way bricks every later start. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

const mostStatements = 200;

/** Statements are prepared once: the driver lets one go only when it is collected, and a day of calls held hundreds of megabytes. */
const keepingStatements = (connection: Connection) => {
  const kept = new Map<string, ReturnType<Connection['prepare']>>();
  return {
    prepare: (sql: string) => {
      const known = kept.get(sql);
      if (known) return known;
      const statement = connection.prepare(sql);
      if (kept.size >= mostStatements) kept.clear();
      kept.set(sql, statement);
      return statement;
    },
    close: () => {
      kept.clear();
      connection.close();
    },
  };
};

/** On a full or failing disk SQLite has rolled back by itself; a second rollback would fail and hide why. */
class ForgivingDriver extends SqliteDriver {
  readonly #connection: Connection;
  constructor(connection: Connection) {
    super({ database: keepingStatements(connection) });
    this.#connection = connection;
  }
  override async rollbackTransaction(held: DatabaseConnection): Promise<void> {
    if (this.#connection.inTransaction) await super.rollbackTransaction(held);
  }
}

class Dialect extends SqliteDialect {
  readonly #connection: Connection;
  constructor(connection: Connection) {
    super({ database: connection });
    this.#connection = connection;
  }
  override createDriver(): ForgivingDriver {
    return new ForgivingDriver(this.#connection);
  }
  override createAdapter(): TransactionalAdapter {
    return new TransactionalAdapter();
  }
}

export type Database = Kysely<Schema>;

/** The query layer over the one connection; closing it closes the connection. */
export const queryLayer = (connection: Connection): Database => new Kysely<Schema>({ dialect: new Dialect(connection) });
