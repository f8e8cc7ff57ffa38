import { describe, expect, test } from 'vitest';
import { intakeFormId } from '../../shared/intake.ts';
import type { Signature } from '../../shared/signatures.ts';
import { type TestWorld, testPassphrase } from '../practice/practice.test-world.ts';
import { answerPlace, left, ofPlace, takeBack, turnOn } from './area-consent.test-world.ts';
import { handOver } from './consent.test-world.ts';
import { answering, mark, minute, out, withClient } from './map.test-world.ts';

const map = (areas: Readonly<Record<string, 'no' | 'ask' | 'yes'>>, ceilings?: Readonly<Record<string, 0 | 1 | 2 | 3 | 4>>) =>
  ({ kind: 'map', areas, ...(ceilings ? { ceilings } : {}) }) as const;
const level = (value: string) => ({ kind: 'choice', value, other: '' }) as const;

/** A client whose shoulders are in, and whose neck is asked for. */
const mapped = async () => {
  const { world, clientId, newest, set } = await withClient();
  await set({ areas: { 'B-TRAP-L': mark('yes'), 'B-TRAP-R': mark('yes'), 'B-NECK': mark('ask', 2) } });
  world.later(minute);
  return { world, clientId, newest, set };
};
const end = (world: TestWorld, handoverId: string) => world.ok('handover.end', { handoverId, passphrase: testPassphrase });

describe('when the screen comes back', () => {
  test('what the client closed or made gentler holds at once; what they opened waits to be read through', async () => {
    const { world, clientId, newest } = await mapped();
    const before = await newest();
    const handoverId = await answering(world, clientId, 'informed-consent', {
      areas: map({ 'B-TRAP-L': 'ask', 'B-TRAP-R': 'no', 'B-NECK': 'yes', 'B-KNEE-L': 'yes' }),
    });
    expect(await newest().catch(() => 'the screen is theirs')).toBe('the screen is theirs');
    await end(world, handoverId);
    const now = await newest();
    expect(now).toEqual({
      ...before,
      id: now?.id,
      madeAt: '2026-11-24T16:01:00.000Z',
      source: 'handover',
      sourceId: now?.sourceId,
      areas: { 'B-TRAP-L': mark('ask'), 'B-TRAP-R': out, 'B-NECK': mark('ask', 2) },
    });
    expect((await world.audit()).filter(({ action }) => action === 'consent-map-withdrawn')).toEqual([
      { action: 'consent-map-withdrawn', client_id: clientId, record_id: handoverId, actor: world.open.actor.id },
    ]);
    expect(world.announced).toContain('maps');
  });

  test('a place they did not mark is out, and a lower level holds everywhere', async () => {
    const { world, clientId, newest } = await mapped();
    const answers = { areas: map({ 'B-TRAP-L': 'yes', 'B-NECK': 'ask' }, { 'B-NECK': 1 }), 'contact-level': level('C2') };
    await end(world, await answering(world, clientId, 'informed-consent', answers));
    expect(await newest()).toMatchObject({
      source: 'handover',
      ceiling: 2,
      areas: { 'B-TRAP-L': mark('yes', 2), 'B-TRAP-R': out, 'B-NECK': mark('ask', 1) },
    });
  });

  test.each([
    ['a firmer level', { 'contact-level': level('C4') }],
    ['the same places, or more of them', { areas: map({ 'B-TRAP-L': 'yes', 'B-TRAP-R': 'yes', 'B-NECK': 'yes', 'B-KNEE-L': 'yes' }) }],
    ['nothing of touch', { why: { kind: 'text', text: 'To sleep' } }],
  ] as const)('%s is no new map', async (_, answers) => {
    const { world, clientId, newest } = await mapped();
    const before = await newest();
    await end(world, await answering(world, clientId, 'informed-consent', answers));
    expect(await newest()).toEqual(before);
  });

  test('the intake says it as well as a consent', async () => {
    const { world, clientId, newest } = await mapped();
    await world.ok('intake.start', { clientId });
    const answers = { 'a-areas': map({ 'B-TRAP-L': 'yes', 'B-TRAP-R': 'yes', 'B-NECK': 'no' }), 'a-contact-level': level('C1') };
    await end(world, await answering(world, clientId, intakeFormId, answers));
    expect(await newest()).toMatchObject({ source: 'handover', ceiling: 1, areas: { 'B-TRAP-L': mark('yes', 1), 'B-NECK': out } });
  });

  test('a form they did not touch this time says nothing new', async () => {
    const { world, clientId, newest, set } = await mapped();
    await end(world, await answering(world, clientId, 'informed-consent', { areas: map({ 'B-TRAP-L': 'yes' }) }));
    world.later(minute);
    await set({ basedOn: (await newest())?.id ?? null, areas: { 'B-TRAP-R': mark('yes') } });
    const together = await newest();
    const { id } = await handOver(world, clientId, 'informed-consent');
    world.later(minute);
    await end(world, id);
    expect(await newest()).toEqual(together);
  });

  test('there is nothing to tighten without a map', async () => {
    const { world, clientId, newest } = await withClient();
    await end(
      world,
      await answering(world, clientId, 'informed-consent', { areas: map({ 'B-TRAP-L': 'no' }), 'contact-level': level('C0') }),
    );
    expect(await newest()).toBeNull();
  });

  test('the form of one place closes that place alone', async () => {
    const { world, clientId, newest, set } = await withClient();
    await turnOn(world, left);
    await set({ areas: { 'B-TRAP-L': mark('yes'), [left]: mark('ask') } });
    await world.ok('handover.begin', { clientId, forms: [ofPlace(left)] });
    world.later(minute);
    await answerPlace(world, left, 'no');
    await takeBack(world);
    expect(await newest()).toMatchObject({ source: 'handover', areas: { 'B-TRAP-L': mark('yes'), [left]: out } });
  });

  test('all contact is taken back where only a level waits in a form', async () => {
    const { world, clientId } = await withClient();
    await end(world, await answering(world, clientId, 'informed-consent', { 'contact-level': level('C3') }));
    await end(world, await answering(world, clientId, 'withdrawal', { what: { kind: 'multi', values: ['all_contact'], other: '' } }));
    const { fillings } = await handOver(world, clientId, 'informed-consent');
    expect(fillings[0]?.answers['contact-level']).toEqual(level('C0'));
  });

  test('what stops is taken back once: handed over again and left as it is, the form says nothing', async () => {
    const { world, clientId, newest, set } = await withClient();
    await end(world, await answering(world, clientId, 'withdrawal', { what: { kind: 'multi', values: ['area'], other: '' } }));
    await set();
    await end(world, await answering(world, clientId, 'withdrawal', {}));
    expect(await newest()).toMatchObject({ source: 'together', areas: { 'B-TRAP-L': mark('yes') } });
  });
});

test('a signature says anew what stands above it, also where the clock moves between two looks at it', async () => {
  const { world, clientId } = await withClient();
  let now = world.open.clock();
  const look = (): number => {
    now += 1;
    return now;
  };
  Object.defineProperty(world.open, 'clock', { value: look });
  const { id: handoverId, fillings } = await handOver(world, clientId, 'informed-consent');
  const [filling] = fillings;
  if (!filling) throw new Error('nothing was handed over');
  const { id: fillingId, revision, talk, seen, substitutesAgreed, page } = filling;
  const asked = { handoverId, fillingId, answers: { areas: map({ 'B-TRAP-L': 'yes' }) }, talk, seen, substitutesAgreed, page };
  const saidAfter = async (more: { revision: number; signatures: Signature[] }): Promise<number> => {
    await world.ok('handover.answer', { ...asked, ...more });
    return (await world.open.database.selectFrom('fillings').select('said').executeTakeFirstOrThrow()).said ?? 0;
  };
  const marked = await saidAfter({ revision, signatures: [] });
  const signatures: Signature[] = [{ signer: 'client', method: 'typed', name: 'Maya Rosario' }];
  expect(await saidAfter({ revision: revision + 1, signatures })).toBe(marked + 1);
  expect(await saidAfter({ revision: revision + 2, signatures })).toBe(marked + 1);
});
