import { expect, test } from 'vitest';
import { queryLayer } from '../store/dialect.ts';
import { migrate } from '../store/migrate.ts';
import { openInMemory } from '../store/open.ts';
import { healthToAttend } from './health-attention-repository.ts';

const people = 10_000;

/** A practice that has grown: each client with four open findings and a medicine or two; every third finding is cleared until soon, every tenth client archived. */
const largePractice = async () => {
  const connection = openInMemory();
  const db = queryLayer(connection);
  await migrate(db);
  connection.pragma('foreign_keys = off');
  const client = connection.prepare(
    `insert into clients (id, version, chosen_name, legal_name, pronouns, birth_date, phone, email, contact_wishes, stop_word, stop_gesture,
     sort_name, search_text, created_at, updated_at, archived_at)
     values (?, 1, ?, '', '', null, '', '', '', '', '', '', '', 't', 't', case when ? % 10 = 0 then 't' end)`,
  );
  const standing = connection.prepare('insert into finding_standings values (?, ?, ?, ?, ?, ?, ?)');
  const medicine = connection.prepare("insert into medicines values (?, 1, ?, 'Warfarin', ?, ?, null, '', null, ?, 'k')");
  const change = connection.prepare("insert into health_changes values (?, ?, ?, 'k', 1, '', null, null, '')");
  connection.exec('begin');
  const kinds = ['to-clear', 'to-clear', 'places-to-mark', null];
  for (let index = 0; index < people; index += 1) {
    const at = new Date(Date.UTC(2025, 0, 1) + ((index * 7919) % people) * 3_600_000).toISOString();
    client.run(`c${index}`, `Client ${index}`, index);
    for (const [one, kind] of kinds.entries())
      standing.run(`c${index}`, `f${index}-${one}`, kind, index % 4, at, index % 3 === 0 ? '2026-12-01' : null, '1.0.0');
    for (const [one, match] of (index % 4 === 1 ? ['class', 'not-yet'] : ['class']).entries())
      medicine.run(`m${index}-${one}`, `c${index}`, match, match === 'class' ? 'anticoagulant' : null, at);
    if (index % 5 === 0) change.run(`h${index}`, `c${index}`, at);
  }
  connection.exec('commit');
  return db;
};

const window = { today: '2026-11-24', until: '2026-12-24', classes: ['anticoagulant'], siteClasses: ['patch'], most: 200 };

test('what waits of 10,000 clients is there, the most careful and the oldest first', async () => {
  const db = await largePractice();
  const { rows, total } = await healthToAttend(db, window);
  // Of 9,000: two kinds of the 6,000 without a clearance, its end of the 3,000 others, a medicine of every fourth, a change of every tenth.
  expect([rows.length, total]).toEqual([200, 12_000 + 3_000 + 2_500 + 1_000]);
  expect(rows.every(({ kind, count }) => kind === 'to-clear' && count === 2)).toBe(true);
  // The care of each is its number's rest by four.
  expect(rows.every(({ clientId }) => Number(clientId.slice(1)) % 4 === 0)).toBe(true);
  const since = rows.map((row) => row.since);
  expect(since).toEqual([...since].sort());
});
