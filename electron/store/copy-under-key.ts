import { createHash } from 'node:crypto';
import Driver from 'better-sqlite3';
import { type Connection, openDatabase, withRawKey } from './open.ts';

/** Each table with the order its rows lie in, which a compact copy keeps. */
const tables = (db: Connection): readonly { readonly name: string; readonly order: string }[] =>
  (
    db
      .prepare("select name, wr from pragma_table_list where schema = 'main' and type <> 'view' and name not like 'sqlite_%' order by name")
      .all() as {
      name: string;
      wr: number;
    }[]
  ).map(({ name, wr }) => ({ name, order: wr === 1 ? '' : ' order by rowid' }));

const asText = (value: unknown): string =>
  Buffer.isBuffer(value) ? `b${value.toString('base64')}` : `${typeof value === 'string' ? 't' : 'n'}${String(value)}`;

/** SHA-256 over every row of every table and over the schema: two files with the same one hold the same. */
export const contentHash = (db: Connection): string => {
  const hash = createHash('sha256');
  const schema = db.prepare('select type, name, sql from sqlite_schema order by type, name').raw();
  for (const row of schema.iterate()) hash.update(`${JSON.stringify(row)}\n`);
  for (const { name, order } of tables(db)) {
    hash.update(`${name}\n`);
    const rows = db.prepare(`select * from "${name}"${order}`).raw();
    for (const row of rows.iterate() as Iterable<unknown[]>) hash.update(`${JSON.stringify(row.map(asText))}\n`);
  }
  return hash.digest('hex');
};

/**
 * A new file at `path` that holds what `from` holds, under the key `next`; reopened with it as any practice is, and compared. Nobody may write
 * to `from` meanwhile. The copy is made compact, so that nothing deleted comes along.
 * @throws the driver's or disk's error, or Error when the copy does not hold the same
 */
export const copyUnderKey = (
  from: Connection,
  path: string,
  { present, next }: { readonly present: Buffer; readonly next: Buffer },
): void => {
  from.pragma('wal_checkpoint(TRUNCATE)');
  from.prepare('vacuum into ?').run(path);
  const copy = new Driver(path, { fileMustExist: true });
  try {
    copy.pragma("cipher = 'sqlcipher'");
    copy.pragma('legacy = 4');
    withRawKey(present, (raw) => copy.key(raw));
    copy.pragma('journal_mode = DELETE');
    copy.pragma('synchronous = FULL');
    withRawKey(next, (raw) => copy.rekey(raw));
  } finally {
    copy.close();
  }
  const opened = openDatabase(path, next, { create: false });
  try {
    const sound = opened.pragma('integrity_check', { simple: true });
    if (sound !== 'ok' || contentHash(opened) !== contentHash(from)) throw new Error('the copy under the new key does not hold the same');
  } finally {
    opened.close();
  }
};
