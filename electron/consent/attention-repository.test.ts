import { expect, test } from 'vitest';
import { type Database, queryLayer } from '../store/dialect.ts';
import { migrate } from '../store/migrate.ts';
import { type Connection, openInMemory } from '../store/open.ts';
import { consentsEnding, formsToReview } from './attention-repository.ts';

const people = 10_000;
const signedEach = 4;
const formIds = ['informed-consent', 'fees-cancellation', 'emergency-contact', 'trauma-addendum'];

/** A practice that has grown: each client signed four forms that end over two years; every tenth is archived. */
const largePractice = async (): Promise<{ connection: Connection; db: Database }> => {
  const connection = openInMemory();
  const db = queryLayer(connection);
  await migrate(db);
  connection.pragma('foreign_keys = off');
  const client = connection.prepare(
    `insert into clients (id, version, chosen_name, legal_name, pronouns, birth_date, phone, email, contact_wishes, stop_word, stop_gesture,
     sort_name, search_text, created_at, updated_at, archived_at)
     values (?, 1, ?, '', '', null, '', '', '', '', '', '', '', 't', 't', case when ? % 10 = 0 then 't' end)`,
  );
  const consent = connection.prepare(
    `insert into consents values (?, ?, ?, ?, '1.1.0', '1.1.0', 'Consent', ?, 'k', hex(zeroblob(32)), '', '{}', '[]', ?, 'period', 0, 'CA-ON', null)`,
  );
  connection.exec('begin');
  for (let index = 0; index < people; index += 1) {
    client.run(`c${index}`, `Client ${index}`, index);
    for (let one = 0; one < signedEach; one += 1) {
      const ends = new Date(Date.UTC(2026, 0, 1) + ((index * 7 + one * 91) % 730) * 86_400_000).toISOString().slice(0, 10);
      consent.run(`s${index}-${one}`, `c${index}`, `d${index}-${one}`, formIds[one], `${ends}T00:00:00.000Z`, ends);
    }
  }
  connection.exec('commit');
  return { connection, db };
};

const window = { formIds, most: 200, from: '2026-10-25', today: '2026-11-24', to: '2026-12-24' };

test('what ends is found by its end and told by an index from what was signed after it, in a practice of 10,000', async () => {
  const { connection, db } = await largePractice();
  const expected = connection
    .prepare(
      `select count(*) as total from consents join clients on clients.id = client_id
       where ends_on between '2026-10-25' and '2026-12-24' and archived_at is null`,
    )
    .get() as { total: number };
  const found = await consentsEnding(db, window);
  expect([found.rows.length, found.total]).toEqual([200, expected.total]);
  expect(found.total).toBeGreaterThan(2_000);
  const ends = found.rows.map((row) => row.newest?.endsOn ?? '');
  expect(ends).toEqual([...ends].sort());
  expect([ends[0], ends.every((end) => end >= window.from && end <= window.to)]).toEqual(['2026-10-25', true]);
});

test('no table of many rows is read through, and no long text for what is only counted', async () => {
  const connection = openInMemory();
  const asked: string[] = [];
  const prepare = (source: string) => {
    asked.push(source);
    return connection.prepare(source);
  };
  const db = queryLayer({ prepare, close: () => undefined } as unknown as typeof connection);
  await migrate(db);
  asked.length = 0;
  await consentsEnding(db, window);
  await formsToReview(db, { ...window, areas: ['B-GLUTE-L'] });
  const plans = asked.map((source) =>
    (connection.prepare(`explain query plan ${source}`).all(...[...source.matchAll(/\?/g)].map(() => null)) as { detail: string }[]).map(
      ({ detail }) => detail,
    ),
  );
  expect(plans).toHaveLength(2);
  // Forms that wait are few; everything else is found by an index.
  const scanned = plans.flat().filter((step) => step.startsWith('SCAN'));
  expect(scanned).toEqual(['SCAN fillings', 'SCAN (subquery-3)']);
  const [ending = []] = plans;
  expect(ending[0]).toBe('SEARCH newest USING INDEX consents_by_end (ends_on>? AND ends_on<?)');
  expect(ending).toContain('SEARCH newest USING COVERING INDEX consents_by_end (ends_on>? AND ends_on<?)');
  expect(ending).toContain('SEARCH later USING COVERING INDEX consents_by_form (client_id=? AND form_id=? AND signed_at>?)');
  expect(ending.filter((step) => step.includes('B-TREE'))).toEqual([]);
});
