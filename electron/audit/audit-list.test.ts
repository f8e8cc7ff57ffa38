import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AuditLine } from '../../shared/audit.ts';
import type { AuditAction } from '../../shared/call.ts';
import { dayIn } from '../../shared/time.ts';
import { clientDetails, profileDetails, type TestWorld, testWorld } from '../practice/practice.test-world.ts';
import { practiceFor } from '../practice/practice.ts';
import { queryLayer } from '../store/dialect.ts';
import { migrate } from '../store/migrate.ts';
import { openInMemory } from '../store/open.ts';
import { linesFound, peopleInTrail, type TrailFilter } from './audit-reading-repository.ts';
import { joinLocked, recordAudit } from './audit-repository.ts';

const actions: readonly AuditAction[] = ['client-opened', 'client-changed', 'clients-searched', 'consent-signed', 'document-exported'];

type Long = {
  readonly world: TestWorld;
  readonly people: readonly string[];
  readonly clients: readonly string[];
  readonly all: AuditLine[];
};

/** Two people and three clients over some weeks, with what was recorded while locked, and a clock that was once set back by a year. */
const longTrail = async (): Promise<Long> => {
  const world = await testWorld();
  const { open } = world;
  const colleague = { id: open.newId(), name: 'Ada Brook', role: 'practitioner' as const };
  await open.database
    .insertInto('keyholders')
    .values({ id: colleague.id, wrap_id: 'v', name: colleague.name, role: colleague.role, created_at: 't' })
    .execute();
  const clients: string[] = [];
  for (const chosenName of ['Maya', 'Noor', 'Ines']) clients.push((await world.ok('clients.create', { ...clientDetails, chosenName })).id);

  const step = fc.tuple(fc.nat(4), fc.nat(3), fc.boolean(), fc.nat(20));
  const [pick] = fc.sample(fc.noBias(fc.array(step, { minLength: 150, maxLength: 150 })), { numRuns: 1 });
  for (const [index, [action, client, isColleague, hours]] of (pick ?? []).entries()) {
    world.later(hours * 3_600_000 + (index === 70 ? -365 : index === 80 ? 365 : 0) * 86_400_000);
    const practice = practiceFor(isColleague ? { ...open, actor: colleague } : open, actions[action] ?? null);
    const clientId = clients[client];
    await practice.write(async (tx) => {
      if (index === 40) await joinLocked(tx, open.auditKey, [{ action: 'failed-unlock', at: practice.now(), id: '00112233aabbccdd' }]);
      await recordAudit(tx, practice, clientId ? { clientId, recordId: `r${index}` } : {});
    });
  }
  const all = await open.database.selectFrom('audit').selectAll().orderBy('seq', 'desc').execute();
  const nameOf = new Map([
    [colleague.id, colleague.name],
    [open.actor.id, open.actor.name],
    ...clients.map((id, index) => [id, ['Maya', 'Noor', 'Ines'][index] ?? ''] as const),
  ]);
  const named = (id: string) => ({ id, name: nameOf.get(id) ?? '' });
  return {
    world,
    people: [colleague.id, open.actor.id, 'nobody', 'somebody else'],
    clients,
    all: all.map((row) => ({
      seq: row.seq,
      at: row.at,
      action: row.action as AuditAction,
      actor: row.actor === 'nobody' ? null : named(row.actor),
      client: row.client_id === null ? null : named(row.client_id),
      recordId: row.record_id,
    })),
  };
};

const often = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value, { freq: 1 });
describe('the trail', () => {
  test('shows, under any filter and page by page, the entries that pass, all of them, newest first', async () => {
    const { world, people, clients, all } = await longTrail();
    const days = often(fc.constantFrom('2024-01-01', '2031-01-01', ...all.map(({ at }) => dayIn(at, profileDetails.zone))));
    const filter = fc.record({
      clientId: often(fc.constantFrom(...clients, world.open.newId())),
      actorId: often(fc.constantFrom(...people)),
      actions: fc.array(fc.constantFrom<AuditAction>(...actions, 'failed-unlock', 'practice-created'), { maxLength: 3 }),
      from: days,
      to: days,
      limit: fc.constantFrom(1, 3, 20, 200),
    });
    let shown = 0;
    await fc.assert(
      fc.asyncProperty(filter, async (input) => {
        const expected = all.filter(
          ({ at, action, actor, client }) =>
            (input.clientId === null || client?.id === input.clientId) &&
            (input.actorId === null || (actor?.id ?? 'nobody') === input.actorId) &&
            (input.actions.length === 0 || input.actions.includes(action)) &&
            (input.from === null || dayIn(at, profileDetails.zone) >= input.from) &&
            (input.to === null || dayIn(at, profileDetails.zone) <= input.to),
        );
        const found: AuditLine[] = [];
        for (let more = true; more; ) {
          // From the newest entry made above: reading is recorded too.
          const page = await world.ok('audit.list', { ...input, before: found.at(-1)?.seq ?? all.length + 1 });
          expect(page.lines.length === input.limit || !page.more).toBe(true);
          found.push(...page.lines);
          ({ more } = page);
        }
        expect(found).toEqual(expected);
        shown += expected.length;
      }),
      { numRuns: 300 },
    );
    expect(shown).toBeGreaterThan(1_000);
  });

  test('names everyone who stands in it, and nobody else', async () => {
    const { world } = await longTrail();
    await world.open.database
      .insertInto('keyholders')
      .values({ id: 'idle', wrap_id: 'u', name: 'Not Yet', role: 'front-desk', created_at: 't' })
      .execute();
    const { people } = await world.ok('audit.list', {});
    expect(people.map(({ name }) => name)).toEqual(['Ada Brook', profileDetails.practitionerName]);
  });

  test('has names as they are now, and says that it was read', async () => {
    const world = await testWorld();
    const { id } = await world.ok('clients.create', clientDetails);
    await world.ok('clients.update', { id, version: 1, details: { ...clientDetails, chosenName: 'Ilse' } });
    const { lines } = await world.ok('audit.list', { clientId: id });
    expect(lines.map(({ action, client, actor }) => [action, client?.name, actor?.name])).toEqual([
      ['client-changed', 'Ilse', 'Hana Lindqvist'],
      ['client-created', 'Ilse', 'Hana Lindqvist'],
    ]);
    expect((await world.audit()).at(-1)).toMatchObject({ action: 'audit-opened', client_id: id });
  });

  test('joins the entry of leafing on, and no other', async () => {
    const world = await testWorld();
    const read = async (): Promise<number> => (await world.audit()).filter(({ action }) => action === 'audit-opened').length;
    await world.ok('audit.list', { limit: 1 });
    await world.ok('audit.list', { limit: 1, before: 2 });
    expect(await read()).toBe(1);
    await world.ok('audit.list', { limit: 1, actions: ['unlocked'] });
    expect(await read()).toBe(2);
  });

  test('has days that begin and end at midnight in the practice', async () => {
    const world = await testWorld();
    world.later(Date.parse('2026-11-25T04:59:59.999Z') - Date.parse('2026-11-24T15:58:00.000Z'));
    await world.ok('clients.create', clientDetails);
    world.later(1);
    await world.ok('clients.create', clientDetails);
    const seqsOf = async (day: string): Promise<number[]> =>
      (await world.ok('audit.list', { from: day, to: day, before: 4 })).lines.map(({ seq }) => seq);
    expect([await seqsOf('2026-11-24'), await seqsOf('2026-11-25')]).toEqual([[2, 1], [3]]);
  });

  test('takes the last day there is', async () => {
    const world = await testWorld();
    expect((await world.ok('audit.list', { from: '0000-01-01', to: '9999-12-31' })).lines).toHaveLength(1);
  });
});

describe('however long it is, it is read along an index:', () => {
  /** Every statement that answers a filter, as the database would go about it. */
  const plansOf = async (filter: Partial<TrailFilter>): Promise<string[]> => {
    const connection = openInMemory();
    const asked: string[] = [];
    const prepare = (source: string) => {
      asked.push(source);
      return connection.prepare(source);
    };
    const database = queryLayer({ prepare, close: () => undefined } as unknown as typeof connection);
    await migrate(database);
    const fill = connection.prepare(
      "insert into audit values (?, '2026-11-24T15:58:00.000Z', 'a', 'client-opened', 'c', null, null, zeroblob(32))",
    );
    for (let seq = 1; seq <= 3; seq += 1) fill.run(seq);
    asked.length = 0;
    const none = { clientId: null, actorId: null, actions: [], from: null, until: null, before: null };
    await linesFound(database, { ...none, ...filter }, 2);
    await peopleInTrail(database);
    expect(asked.length).toBeGreaterThan(2);
    const planOf = (source: string) =>
      connection.prepare(`explain query plan ${source}`).all(...[...source.matchAll(/\?/g)].map(() => null));
    return asked.flatMap((source) => (planOf(source) as { detail: string }[]).map(({ detail }) => detail));
  };
  const span = { from: '2026-11-01T05:00:00.000Z', until: '2026-12-01T05:00:00.000Z' };

  test.each<[string, Partial<TrailFilter>, RegExp]>([
    ['all of it', {}, /^SEARCH audit USING INTEGER PRIMARY KEY \(rowid>\? AND rowid<\?\)$/],
    ['a client', { clientId: 'c' }, /^SEARCH audit USING COVERING INDEX audit_by_client \(client_id=\? AND seq>\? AND seq<\?\)$/],
    [
      'a client, by one person',
      { clientId: 'c', actorId: 'a', actions: ['client-opened'] },
      /COVERING INDEX audit_by_client \(client_id=\? AND seq>/,
    ],
    [
      'a client, by one person in a month',
      { clientId: 'c', actorId: 'a', actions: ['client-opened'], ...span },
      /INDEX audit_by_client \(client_id=\? AND seq>\? AND seq<\?\)$/,
    ],
    ['a client in a month', { clientId: 'c', ...span }, /INDEX audit_by_client \(client_id=\? AND seq>\? AND seq<\?\)$/],
    ['a person', { actorId: 'a' }, /^SEARCH audit USING COVERING INDEX audit_by_actor \(actor=\? AND action=\? AND seq>\? AND seq<\?\)$/],
    ['a person in a month', { actorId: 'a', ...span }, /COVERING INDEX audit_by_actor \(actor=\? AND action=\? AND seq>\? AND seq<\?\)$/],
    [
      'an action',
      { actions: ['client-opened'] },
      /^SEARCH audit USING COVERING INDEX audit_by_action \(action=\? AND seq>\? AND seq<\?\)$/,
    ],
    ['an action in a month', { actions: ['client-opened'], ...span }, /INDEX audit_by_action \(action=\? AND seq>\? AND seq<\?\)$/],
    ['a month', span, /^SEARCH trail_days USING PRIMARY KEY \(day>\? AND day<\?\)$/],
  ])('%s', async (_, filter, way) => {
    const plans = await plansOf(filter);
    expect(plans).toEqual(expect.arrayContaining([expect.stringMatching(way)]));
    // `way` and `ids` are the few records that became one.
    expect(plans.filter((step) => /^SCAN (?!keyholders|way$|ids$|CONSTANT ROW$)|TEMP B-TREE FOR (?!ORDER BY)/.test(step))).toEqual([]);
    // The few people are put in order; entries never.
    expect(plans.filter((step) => step.includes('TEMP B-TREE'))).toHaveLength(1);
  });
});
