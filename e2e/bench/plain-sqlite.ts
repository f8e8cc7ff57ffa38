import { join } from 'node:path';
import { type Connection, openDatabase, openInMemory } from '../../electron/store/open.ts';
import { searchParts } from '../../shared/clients.ts';
import { keysOf } from '../assure/kept-records.ts';

type Row = Readonly<Record<string, unknown>>;

/** The same clients in the same table, by the same driver, in a file without a cipher: what our layers are measured against. */
export const plainCopyOf = async (folder: string, passphrase: string, file: string): Promise<Connection> => {
  const practice = openDatabase(join(folder, 'practice.db'), (await keysOf(folder, passphrase)).database, { create: false });
  const plain = openInMemory();
  plain.prepare("attach database ? as plain key ''").run(file);
  plain.pragma('plain.journal_mode = WAL');
  plain.pragma('plain.synchronous = FULL');
  for (const row of practice
    .prepare("select sql from sqlite_schema where tbl_name in ('clients', 'audit', 'trail_days') and sql is not null")
    .all() as Row[])
    plain.exec(String(row.sql).replace(/^create (table|index|trigger) /i, 'create $1 plain.'));
  const clients = practice.prepare('select * from clients').all() as Row[];
  plain.exec('begin');
  for (const row of clients) insert(plain, 'clients', row);
  plain.exec('commit');
  practice.close();
  return plain;
};

const insert = (db: Connection, table: string, row: Row): void => {
  const columns = Object.keys(row);
  db.prepare(`insert into plain.${table} (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`).run(...Object.values(row));
};

/** What `clients.search` asks of the store, and nothing else. */
export const plainSearch = (db: Connection, query: string): number => {
  const parts = searchParts(query);
  const where = ['archived_at is null', ...parts.map(() => 'instr(search_text, ?) > 0')].join(' and ');
  db.prepare(`select count(*) as total from plain.clients where ${where}`).get(...parts);
  const ids = `select id from plain.clients where ${where} order by sort_name, id limit 50`;
  const columns = 'id, chosen_name, legal_name, pronouns, birth_date, phone, email, archived_at';
  return db.prepare(`select ${columns} from plain.clients where id in (${ids}) order by sort_name, id`).all(...parts).length;
};

/** One client and one entry in one transaction, synced. */
export const plainSave = (db: Connection, number: number): void => {
  const client = db.prepare('select * from plain.clients limit 1').get() as Row;
  const entry = { seq: number, at: '', actor: '', action: '', client_id: null, record_id: null, digest: null, mac: Buffer.alloc(32) };
  db.exec('begin');
  insert(db, 'clients', { ...client, id: `plain-${number}` });
  insert(db, 'audit', entry);
  db.exec('commit');
};
