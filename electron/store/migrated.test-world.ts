import { queryLayer } from './dialect.ts';
import { migrate } from './migrate.ts';
import { type Connection, openInMemory } from './open.ts';

let made: Buffer | null = null;

/** An empty practice of the newest version, in memory. All migrations run once a worker: for each of thousands of tests they would take most of its time. */
export const openMigrated = async (): Promise<Connection> => {
  if (!made) {
    const first = openInMemory();
    await migrate(queryLayer(first));
    made = first.serialize();
    first.close();
  }
  return openInMemory(made);
};
