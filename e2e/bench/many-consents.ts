import { join } from 'node:path';
import { openDatabase } from '../../electron/store/open.ts';
import { keysOf } from '../assure/kept-records.ts';
import { passphrase } from '../assure/trial-records.ts';

const formIds = ['informed-consent', 'trauma-addendum', 'emergency-contact', 'privacy-notice'];

/** Four signed forms for each client, written straight into the file: signing 40,000 of them would take the day. Their ends lie over two years around now. */
export const manyConsents = async (folder: string, clientIds: readonly string[]): Promise<number> => {
  const db = openDatabase(join(folder, 'practice.db'), (await keysOf(folder, passphrase)).database, { create: false });
  const one = db.prepare('select * from consents limit 1').get() as Record<string, unknown>;
  const columns = Object.keys(one);
  const insert = db.prepare(`insert into consents (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`);
  db.pragma('foreign_keys = off');
  db.exec('begin');
  let made = 0;
  for (const clientId of clientIds)
    for (const formId of formIds) {
      made += 1;
      const ends = new Date(Date.now() + ((made * 37) % 730) * 86_400_000 - 365 * 86_400_000).toISOString().slice(0, 10);
      const id = `01a207a2-3366-7916-a111-${made.toString(16).padStart(12, '0')}`;
      const row = { ...one, id, document_id: id, client_id: clientId, form_id: formId, ends_on: ends };
      insert.run(...columns.map((column) => (row as Record<string, unknown>)[column]));
    }
  db.exec('commit');
  db.close();
  return made;
};
