import { describe, expect, test } from 'vitest';
import type { Reply } from '../../shared/app-error.ts';
import type { CallName, InputOf, OutputOf } from '../../shared/calls.ts';
import { clientDetails, type TestWorld, testWorld } from '../practice/practice.test-world.ts';
import { foundAbout, saidAbout, screened } from './health.test-world.ts';

const withClient = async (): Promise<{ world: TestWorld; clientId: string }> => {
  const world = await testWorld();
  return { world, clientId: (await world.ok('clients.create', clientDetails)).id };
};

describe('a review', () => {
  test('begins with the answers of the newest round, and says nothing of them until their section was gone through', async () => {
    const { world, clientId } = await withClient();
    const first = await screened(world, clientId, { fever: 'yes', rash: 'yes', diabetes: 'declined' });
    for (const itemId of ['fever', 'rash']) {
      const found = await foundAbout(world, clientId, itemId);
      const decision = { what: 'resolve', reason: 'Over' } as const;
      await world.ok('health.resolve', { findingId: found?.id ?? '', version: found?.version ?? 0, decision });
    }
    world.later(86_400_000);
    const review = await world.ok('health.start', { clientId });
    expect(review).toMatchObject({ number: 2, answers: first.answers, seen: [], doneAt: null });
    expect((await foundAbout(world, clientId, 'fever'))?.cause).toBeNull();
    const saved = await world.ok('health.save', {
      screenId: review.id,
      revision: 0,
      answers: {},
      seen: ['infection'],
      from: 'practitioner',
    });
    // Left as it stood, it is still the client's of the year before.
    expect(saved.screen.answers).toEqual(first.answers);
    expect((await foundAbout(world, clientId, 'fever'))?.cause).toBe('yes');
    expect((await foundAbout(world, clientId, 'rash'))?.cause).toBeNull();
    expect(await saidAbout(world, clientId, 'fever')).toEqual(['yes', 'resolved', 'yes']);
    await world.ok('health.save', { screenId: review.id, revision: 1, answers: {}, from: 'practitioner', done: true });
    expect((await foundAbout(world, clientId, 'rash'))?.cause).toBe('yes');
    expect(await saidAbout(world, clientId, 'diabetes')).toEqual(['not-answered']);
    const { screens, open, newest } = await world.ok('health.findings', { clientId });
    expect({ numbers: screens.map(({ number }) => number), open, newest: newest?.number }).toEqual({
      numbers: [2, 1],
      open: null,
      newest: 2,
    });
  });

  test('left as it stood changes nothing of a finding that holds it, but is said anew of what allows no touch at all', async () => {
    const { world, clientId } = await withClient();
    await screened(world, clientId, { fever: 'yes', pacemaker: 'yes', epilepsy: 'not_sure', migraine: 'yes' });
    for (const itemId of ['fever', 'pacemaker', 'migraine']) {
      const found = await foundAbout(world, clientId, itemId);
      const decision = itemId === 'fever' ? ({ what: 'lower', kind: 'modify', reason: 'Gone' } as const) : null;
      const given = decision ?? ({ what: 'raise', kind: 'clearance', reason: '' } as const);
      await world.ok('health.resolve', { findingId: found?.id ?? '', version: found?.version ?? 0, decision: given });
    }
    await screened(world, clientId, { fever: 'yes', pacemaker: 'yes', epilepsy: 'yes', migraine: 'no' });
    expect(await saidAbout(world, clientId, 'fever')).toEqual(['yes', 'lowered', 'yes']);
    expect(await saidAbout(world, clientId, 'pacemaker')).toEqual(['yes', 'raised']);
    expect(await saidAbout(world, clientId, 'epilepsy')).toEqual(['not-sure', 'yes']);
    expect(await saidAbout(world, clientId, 'migraine')).toEqual(['yes', 'raised', 'no']);
    await screened(world, clientId, { fever: 'yes', pacemaker: 'yes', epilepsy: 'yes', migraine: 'no' });
    expect(await saidAbout(world, clientId, 'migraine')).toEqual(['yes', 'raised', 'no']);
    expect((await foundAbout(world, clientId, 'fever'))?.weight).toBe('absolute');
  });

  test('says a yes anew of what was lowered by word alone, also where it was left as it stood', async () => {
    const { world, clientId } = await withClient();
    const answers = { 'undiagnosed-pain': 'yes', 'suicidal-intent': 'declined', 'skin-infection': 'declined' } as const;
    await screened(world, clientId, answers);
    for (const itemId of Object.keys(answers)) {
      const { id: findingId = '', version = 0 } = (await foundAbout(world, clientId, itemId)) ?? {};
      const decision = { what: 'lower', kind: 'modify', reason: 'The doctor said so' } as const;
      await world.ok('health.resolve', { findingId, version, decision });
    }
    world.later(100 * 86_400_000);
    await screened(world, clientId, answers);
    expect(await saidAbout(world, clientId, 'undiagnosed-pain')).toEqual(['yes', 'lowered', 'yes']);
    expect((await foundAbout(world, clientId, 'undiagnosed-pain'))?.weight).toBe('clearance');
    // A blank of another round is that anew, and firm again where it asks for help at once.
    expect(await saidAbout(world, clientId, 'suicidal-intent')).toEqual(['not-answered', 'lowered', 'not-answered']);
    expect((await foundAbout(world, clientId, 'suicidal-intent'))?.weight).not.toBe('modify');
    expect((await foundAbout(world, clientId, 'skin-infection'))?.weight).toBe('modify');
    expect(await world.ok('crisis.open', {})).toEqual({ crises: [] });
  });

  test.each([
    ['open', 'nobody went through it', { answers: {}, seen: [] }, 'not-answered'],
    ['settled', 'its section was gone through', { answers: {}, seen: ['choice'] }, null],
    ['settled', 'somebody typed no', { answers: { coercion: 'no' }, seen: [] }, null],
  ] as const)('leaves a blank of another place %s where %s, whatever was said the year before', async (_, __, given, cause) => {
    const { world, clientId } = await withClient();
    await screened(world, clientId);
    const intake = await world.ok('intake.start', { clientId });
    const changes = { 's-own-choice': { answer: { kind: 'declined' } } } as const;
    await world.ok('intake.save', { intakeId: intake.id, revision: intake.revision, changes });
    const { id: screenId } = await world.ok('health.start', { clientId });
    const input = { screenId, revision: 0, from: 'practitioner' as const, done: true, answers: given.answers, seen: [...given.seen] };
    expect((await world.ok('health.save', input)).screen.doneAt).not.toBeNull();
    expect((await foundAbout(world, clientId, 'coercion'))?.cause).toBe(cause);
  });

  test('that is typed in answer by answer settles a blank by the no that was there before', async () => {
    const { world, clientId } = await withClient();
    await screened(world, clientId);
    await world.ok('suitability.save', { clientId, questionId: 'g13', outcome: 'declined' });
    const { id: screenId } = await world.ok('health.start', { clientId });
    await world.ok('health.save', { screenId, revision: 0, answers: { coercion: 'no' }, from: 'practitioner' });
    expect((await foundAbout(world, clientId, 'coercion'))?.cause).toBeNull();
  });
});

describe('a question that another edition asks anew', () => {
  /** The practice as it was before `chest-pain` was asked. */
  const beforeIt = (world: TestWorld): TestWorld => {
    const { content } = world.open;
    const { items, client_sections, ...rest } = content.health;
    const health = {
      ...rest,
      content_version: '0.9.0',
      items: items.filter(({ id }) => id !== 'chest-pain'),
      client_sections: client_sections.map((one) => ({ ...one, question_ids: one.question_ids.filter((id) => id !== 'chest-pain') })),
    };
    const dispatch = world.standing({ state: 'open', practice: { ...world.open, content: { ...content, health } } });
    const ok = async <N extends CallName>(name: N, input: InputOf<N>): Promise<OutputOf<N>> => {
      const reply = (await dispatch(name, input)) as Reply<OutputOf<N>>;
      if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply.error)}`);
      return reply.value;
    };
    return { ...world, ok };
  };

  test('in a section gone through before is asked before the round ends, or was skipped', async () => {
    for (const done of [false, true]) {
      const { world, clientId } = await withClient();
      const { sections } = await world.ok('health.content', {});
      const old = beforeIt(world);
      const { id: screenId } = await old.ok('health.start', { clientId });
      const noTo = (ids: readonly string[]) => ({
        answers: Object.fromEntries(
          sections
            .filter(({ id }) => ids.includes(id))
            .flatMap(({ questions }) => questions)
            .filter(({ id }) => id !== 'chest-pain')
            .map(({ id }) => [id, 'no' as const]),
        ),
        seen: [...ids],
      });
      const others = sections.map(({ id }) => id).filter((id) => id !== 'heart');
      const asked = await old.ok('health.save', { screenId, revision: 0, from: 'practitioner', ...noTo(['heart']) });
      expect(asked.screen.seen).toEqual(['heart']);
      const { screen } = await world.ok('health.save', { screenId, revision: 1, from: 'practitioner', done, ...noTo(others) });
      expect({ seen: screen.seen.includes('heart'), isDone: screen.doneAt !== null }).toEqual({ seen: done, isDone: done });
      expect((await foundAbout(world, clientId, 'chest-pain'))?.cause ?? null).toBe(done ? 'not-answered' : null);
      if (done) continue;
      const last = await world.ok('health.save', {
        screenId,
        revision: 2,
        from: 'paper',
        answers: { 'chest-pain': 'no' },
        seen: ['heart'],
      });
      expect(last.screen.doneAt).not.toBeNull();
    }
  });

  test('keeps a client whose round ended before it from being ready, until it is asked', async () => {
    const { world, clientId } = await withClient();
    await screened(beforeIt(world), clientId);
    const isOpen = async () => (await world.ok('readiness.of', { clientId })).reasons.some(({ code }) => code === 'health-screen-open');
    expect(await isOpen()).toBe(true);
    await screened(world, clientId);
    expect(await isOpen()).toBe(false);
    const other = await world.ok('clients.create', { ...clientDetails, chosenName: 'Ana' });
    await screened(beforeIt(world), other.id);
    await world.ok('health.add', { clientId: other.id, itemId: 'chest-pain' });
    expect((await world.ok('readiness.of', { clientId: other.id })).reasons.some(({ code }) => code === 'health-screen-open')).toBe(false);
  });
});
