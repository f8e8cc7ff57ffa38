import { queryLayer } from './dialect.ts';
import { migrate } from './migrate.ts';
import { type Connection, openInMemory } from './open.ts';

let made: Buffer | null = null;

/** Readable bytes, which the vault has no way to ask for; here nobody's record is in them. */
const imageOf = (connection: Connection): Buffer => (connection as unknown as { readonly serialize: () => Buffer }).serialize();

const makeImage = async (): Promise<Buffer> => {
  const first = openInMemory();
  await migrate(queryLayer(first));
  return imageOf(first);
};

/** An empty practice of the newest version, in memory. All migrations run once a worker: for each of thousands of tests they would take most of its time. */
export const openMigrated = async (): Promise<Connection> => {
  made ??= await makeImage();
  return openInMemory(made);
};
