import { Kysely, SqliteAdapter, SqliteDialect } from 'kysely';
import type { Connection } from './open.ts';
import type { Schema } from './schema.ts';

/** Kysely's own adapter runs migrations without a transaction, and a step that fails half-way bricks every later start. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

class Dialect extends SqliteDialect {
  override createAdapter(): TransactionalAdapter {
    return new TransactionalAdapter();
  }
}

export type Database = Kysely<Schema>;

/** The query layer over the one connection; closing it closes the connection. */
export const queryLayer = (connection: Connection): Database => new Kysely<Schema>({ dialect: new Dialect({ database: connection }) });
