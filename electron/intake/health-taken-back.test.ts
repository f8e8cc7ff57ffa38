import { describe, expect, test } from 'vitest';
import { clientDetails, testWorld } from '../practice/practice.test-world.ts';
import {
  begunHealth,
  foundAbout,
  type HealthAnswers,
  type HealthWorld,
  healthIn,
  noneOf,
  saidAbout,
  screened,
} from './health.test-world.ts';

/** A review is with the client, filled with a no to everything save these. */
const reviewing = async (before: HealthAnswers = {}) => {
  const health = await begunHealth();
  await screened(health.world, health.clientId, before);
  await health.world.ok('health.start', { clientId: health.clientId });
  const handover = await health.handOver();
  const pages = healthIn(handover).form.elements.map(({ id }) => id);
  return { ...health, handover, pages, all: { ...noneOf(handover, ...pages), ...before } };
};

const without = (answers: HealthAnswers, ...ids: readonly string[]): HealthAnswers =>
  Object.fromEntries(Object.entries(answers).filter(([id]) => !ids.includes(id)));

const kept = async ({ world, clientId }: Pick<HealthWorld, 'world' | 'clientId'>, ...ids: readonly string[]) => {
  const { open, newest } = await world.ok('health.findings', { clientId });
  return ids.map((id) => (open ?? newest)?.answers[id]?.answer ?? null);
};

describe('what a client takes back on a page they go through', () => {
  test('of the answers a review began with is a blank, and counts as not answered; a yes and a doubt stay', async () => {
    const health = await reviewing({ pacemaker: 'yes', arrhythmia: 'not_sure', raynaud: 'declined' });
    const { world, clientId, handover, pages, all, answer, end } = health;
    const cleared = ['chest-pain', 'pacemaker', 'arrhythmia', 'raynaud'];
    await answer(handover, without(all, ...cleared), { page: 500, seen: pages });
    await end(handover);
    expect(await kept(health, ...cleared)).toEqual([null, 'yes', 'not_sure', null]);
    expect(await foundAbout(world, clientId, 'chest-pain')).toMatchObject({ cause: 'not-answered', weight: 'emergency' });
    expect((await foundAbout(world, clientId, 'pacemaker'))?.cause).toBe('yes');
    const { open, newest } = await world.ok('health.findings', { clientId });
    expect({ open, number: newest?.number }).toEqual({ open: null, number: 2 });
    expect((await world.ok('readiness.of', { clientId })).reasons.map(({ about }) => about)).toContain(
      (await foundAbout(world, clientId, 'chest-pain'))?.item.condition,
    );
  });

  test('is every no of a page they would rather talk about, save those they said there', async () => {
    const health = await reviewing({ pacemaker: 'yes', arrhythmia: 'yes', 'heart-failure': 'declined' });
    const { handover, pages, all, answer, end, found } = health;
    await answer(handover, { ...all, 'heart-failure': 'no' }, { page: 500, seen: pages, talk: ['heart'] });
    await end(handover);
    expect(await kept(health, 'chest-pain', 'heart-failure', 'pacemaker', 'migraine')).toEqual([null, 'no', 'yes', 'no']);
    const heart =
      healthIn(handover)
        .form.elements.find(({ id }) => id === 'heart')
        ?.questions?.map(({ id }) => id) ?? [];
    const said = ['pacemaker', 'arrhythmia', 'heart-failure'];
    const left = heart.filter((id) => !said.includes(id)).map((id) => `${id} not-answered`);
    expect(await found()).toEqual([...left, 'arrhythmia yes', 'heart-failure over', 'pacemaker yes'].sort());
  });

  test('of what the practitioner had typed in is a blank too, on pages they went through alone', async () => {
    const health = await begunHealth();
    const { world, clientId, open, handOver, answer, end } = health;
    const { id: screenId, revision } = await open();
    const typed = { 'suicidal-intent': 'no', 'chest-pain': 'no' } as const;
    await world.ok('health.save', { screenId, revision, answers: typed, from: 'practitioner' });
    const handover = await handOver();
    const page = healthIn(handover).form.elements.find(({ questions = [] }) => questions.some(({ id }) => id === 'suicidal-intent'));
    await answer(handover, {}, { page: 500, seen: [page?.id ?? ''] });
    await end(handover);
    expect(await kept(health, 'suicidal-intent', 'chest-pain')).toEqual([null, 'no']);
    expect((await foundAbout(world, clientId, 'suicidal-intent'))?.cause).toBe('not-answered');
    expect(await foundAbout(world, clientId, 'chest-pain')).toBeNull();
  });

  test('counts as not answered also where it was asked in person between', async () => {
    const { world, clientId, open, handOver, answer, end } = await begunHealth();
    const handed = async (answers: (all: HealthAnswers) => HealthAnswers): Promise<void> => {
      const handover = await handOver();
      await answer(handover, answers(noneOf(handover, 'heart')), { page: 2, seen: ['heart'] });
      await end(handover);
    };
    await handed((all) => without(all, 'chest-pain'));
    const { id: findingId = '', version = 0 } = (await foundAbout(world, clientId, 'chest-pain')) ?? {};
    await world.ok('health.resolve', { findingId, version, decision: { what: 'answer', answer: 'no' } });
    await handed((all) => all);
    expect((await open()).answers['chest-pain']?.answer).toBe('no');
    expect((await foundAbout(world, clientId, 'chest-pain'))?.cause).toBeNull();
    await handed((all) => without(all, 'chest-pain'));
    expect((await foundAbout(world, clientId, 'chest-pain'))?.cause).toBe('not-answered');
  });
});

test('a no that was typed can be taken back, and a yes cannot', async () => {
  const world = await testWorld();
  const { id: clientId } = await world.ok('clients.create', clientDetails);
  const { id: screenId } = await world.ok('health.start', { clientId });
  const answers = { fever: 'no', rash: 'yes' } as const;
  await world.ok('health.save', { screenId, revision: 0, answers, from: 'practitioner' });
  const back = { fever: null, rash: null, cellulitis: null };
  const { screen } = await world.ok('health.save', { screenId, revision: 1, answers: back, from: 'practitioner' });
  expect(Object.keys(screen.answers)).toEqual(['rash']);
  expect(await saidAbout(world, clientId, 'fever')).toEqual(['not-answered']);
  expect(await saidAbout(world, clientId, 'rash')).toEqual(['yes']);
  expect(await foundAbout(world, clientId, 'cellulitis')).toBeNull();
});
