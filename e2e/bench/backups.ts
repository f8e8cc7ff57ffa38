import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openDatabase } from '../../electron/store/open.ts';
import { keysOf } from '../assure/kept-records.ts';
import { passphrase, profile } from '../assure/trial-records.ts';
import { inventedClient, openDesk } from './large-practice.ts';
import { type Row, repeated, timed, timesOf } from './measure.ts';

const megabytes = 500;
const draftBytes = 250_000;

/** What fills it is encrypted text nobody could guess; for the copy one byte is like another. */
const fill = async (folder: string): Promise<void> => {
  const { database } = await keysOf(folder, passphrase);
  const db = openDatabase(join(folder, 'practice.db'), database, { create: false });
  const { id } = db.prepare('select id from keyholders').get() as { id: string };
  const put = db.prepare('insert into drafts (owner, key, title, place, text, saved_at) values (?, ?, ?, ?, ?, ?)');
  const rows = Math.ceil((megabytes * 1_000_000) / draftBytes);
  for (let row = 0; row < rows; row += 1) {
    put.run(id, `filling ${row}`, 'Filling', '/', String(row % 10).repeat(draftBytes), '2026-11-24T10:00:00.000Z');
  }
  db.close();
};

/** A practice of 500 MB: saves while a second process copies it, and the way back from that copy. */
export const backups = async (aside: string): Promise<Row[]> => {
  const folder = join(aside, 'practice-500');
  const away = join(aside, 'away');
  mkdirSync(away);
  const first = openDesk(folder);
  await first.call('vault.create', { passphrase, profile });
  await first.close();
  await fill(folder);

  const desk = openDesk(folder);
  await desk.call('vault.unlock', { passphrase });
  desk.grant('backups', 'backup.changeSettings', away);
  await desk.call('backup.changeSettings', { fileGrant: 'backups' });
  const alone = await repeated(50, async (run) => {
    await desk.call('clients.create', inventedClient(run));
  });
  let id: string | null = null;
  const copying = timed(async () => {
    id = (await desk.call('backup.run', {})).last?.id ?? '';
  });
  const saves: number[] = [];
  for (let number = 0; id === null; number += 1) {
    saves.push(await timed(() => desk.call('clients.create', inventedClient(50 + number))));
    await pause(20);
  }
  const copied = await copying;
  await desk.close();

  const door = openDesk(folder);
  const restored = await timed(() => door.call('backup.restore', { id: id ?? '', secret: { kind: 'passphrase', text: passphrase } }));
  await door.close();
  return [
    {
      what: `a save while ${megabytes} MB are copied, p95`,
      budget: 20,
      measured: timesOf(saves).p95,
      unit: 'ms',
      against: { measured: alone.p95, what: 'a save alone' },
    },
    { what: `a backup of ${megabytes} MB, verified`, budget: null, measured: copied, unit: 'ms' },
    { what: `restore ${megabytes} MB`, budget: 60_000, measured: restored, unit: 'ms' },
  ];
};
