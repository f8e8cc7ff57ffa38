import { describe, expect, test } from 'vitest';
import type { Filled } from '../../shared/handover.ts';
import { healthFormId } from '../../shared/health.ts';
import { loadClinicalContent } from '../consent/form-content.ts';
import { installation } from '../practice/installation.ts';
import { begunHealth, cardsRead, foundAbout, type HealthAnswers, healthIn, noneOf } from './health.test-world.ts';
import { leftWithUrgent, urgentItems } from './health-calm.ts';
import { healthForm } from './health-form.ts';

const refused = (reason: string) => ({ ok: false, error: { code: 'refused', reason } });

const numbers = {
  emergency: '911',
  crisis: '988',
  text: '988',
  note: '',
  place: 'CA-ON',
  checkedOn: '2026-11-24',
  checkedBy: 'Hana Lindqvist',
};

describe('an answer that calls for the practitioner', () => {
  const urgent = ['chest-pain', 'heart-failure'] as const;

  test.each([
    ['yes', 'forwards', 1],
    ['yes', 'back', -1],
    ['not_sure', 'forwards', 1],
    ['yes', 'to the end', 400],
  ] as const)('%s, left %s, ends the questions: nothing more is kept, and the numbers are there', async (given, _, step) => {
    for (const id of urgent) {
      const { world, clientId, handOver, answer, end } = await begunHealth();
      const handover = await handOver();
      const page = 1;
      const answers: HealthAnswers = { ...noneOf(handover, 'heart'), [id]: given };
      expect(await answer(handover, answers, { page })).toMatchObject({ ok: true, value: { calm: false } });
      expect((await world.ok('handover.current', {})).calm).toBeNull();
      expect(await answer(handover, answers, { page: page + step })).toMatchObject({ ok: true, value: { calm: true } });
      expect((await world.ok('handover.current', {})).calm).toEqual({ numbers });
      expect(await answer(handover, { ...answers, [id]: 'no' }, { page })).toEqual(refused('handover-calm'));
      expect(await world.ok('handover.pause', { handoverId: handover.id, resting: true })).toEqual({ resting: true });
      const { crisisId } = await end(handover);
      const { crises } = await world.ok('crisis.open', {});
      expect(crises).toMatchObject([{ id: crisisId, clientId, found: [{ cause: given === 'yes' ? 'yes' : 'not-sure' }] }]);
      expect((await foundAbout(world, clientId, id))?.cause).toBe(given === 'yes' ? 'yes' : 'not-sure');
    }
  });

  test('may be taken back while its page is on the screen', async () => {
    const { world, handOver, answer, end, found } = await begunHealth();
    const handover = await handOver();
    const none = noneOf(handover, 'heart');
    await answer(handover, { ...none, 'chest-pain': 'yes' }, { page: 1 });
    await answer(handover, none, { page: 1 });
    expect(await answer(handover, none, { page: 2, seen: ['heart'] })).toMatchObject({ value: { calm: false } });
    // Come back to, and left again, with a yes by then.
    expect(await answer(handover, { ...none, 'chest-pain': 'yes' }, { page: 1, seen: ['heart'] })).toMatchObject({
      value: { calm: false },
    });
    expect(await answer(handover, none, { page: 0 })).toMatchObject({ value: { calm: false } });
    expect((await end(handover)).crisisId).toBeNull();
    expect(await found()).toEqual([]);
    expect(await world.ok('crisis.open', {})).toEqual({ crises: [] });
  });

  test('is a yes to what was raised to an emergency for this client as well, for as long as that stands', async () => {
    const { world, clientId, handOver, answer, end } = await begunHealth();
    const { finding } = await world.ok('health.add', { clientId, itemId: 'rash' });
    const raised = await world.ok('health.resolve', {
      findingId: finding.id,
      version: finding.version,
      decision: { what: 'raise', kind: 'emergency', reason: 'It spreads by the minute' },
    });
    await cardsRead(world);
    const leaving = async () => {
      const handover = await handOver();
      const elements = healthIn(handover).form.elements;
      const page = elements.findIndex(({ questions = [] }) => questions.some(({ id }) => id === 'rash')) + 1;
      expect(await answer(handover, { rash: 'yes' }, { page })).toMatchObject({ value: { calm: false } });
      const reply = await answer(handover, { rash: 'yes' }, { page: page + 1 });
      return { calm: reply.ok && reply.value.calm, crisisId: (await end(handover)).crisisId };
    };
    expect(await leaving()).toEqual({ calm: true, crisisId: expect.any(String) });
    await cardsRead(world);
    const { version = 0 } = (await foundAbout(world, clientId, 'rash')) ?? {};
    await world.ok('health.resolve', { findingId: raised.finding.id, version, decision: { what: 'resolve', reason: 'Seen and over' } });
    expect(await leaving()).toEqual({ calm: false, crisisId: null });
  });

  test('that is kept with the page after it in one go ends them as well', async () => {
    const { handOver, answer } = await begunHealth();
    const handover = await handOver();
    expect(await answer(handover, { 'chest-pain': 'yes' }, { page: 0 })).toMatchObject({ value: { calm: true } });
  });

  test('is no blank, no “rather not say”, and none that a page not come to was filled with', async () => {
    const { world, open, handOver, answer, end } = await begunHealth();
    const { id: screenId, revision } = await open();
    await world.ok('health.save', { screenId, revision, answers: { dvt: 'yes' }, from: 'paper' });
    await cardsRead(world);
    const handover = await handOver();
    const answers: HealthAnswers = { ...noneOf(handover, 'heart'), 'chest-pain': 'declined', dvt: 'yes' };
    expect(await answer(handover, answers, { page: 2, seen: ['heart'] })).toMatchObject({ value: { calm: false } });
    expect(await answer(handover, answers, { page: 3, seen: ['heart', 'blood'] })).toMatchObject({ value: { calm: true } });
    // Said before, and read: it is read again, for the client was told that the practitioner comes.
    const { crisisId } = await end(handover);
    expect((await world.ok('crisis.open', {})).crises.map(({ id }) => id)).toEqual([crisisId]);
  });

  test('left as it was filled before, also backwards, is said by the client and opens the card', async () => {
    const { world, clientId, open, handOver, answer, end } = await begunHealth();
    const { id: screenId, revision } = await open();
    await world.ok('health.save', { screenId, revision, answers: { dvt: 'yes' }, from: 'paper' });
    await cardsRead(world);
    const { id: findingId = '', version = 0 } = (await foundAbout(world, clientId, 'dvt')) ?? {};
    await world.ok('health.resolve', { findingId, version, decision: { what: 'resolve', reason: 'Typed by mistake' } });
    const handover = await handOver();
    await answer(handover, { dvt: 'yes' }, { page: 2 });
    expect(await answer(handover, { dvt: 'yes' }, { page: 1 })).toMatchObject({ value: { calm: true } });
    const { crisisId } = await end(handover);
    expect((await world.ok('crisis.open', {})).crises.map(({ id }) => id)).toEqual([crisisId]);
    expect((await foundAbout(world, clientId, 'dvt'))?.cause).toBe('yes');
  });

  test('typed and not left when the screen is taken back opens the card all the same', async () => {
    const { world, handOver, answer, end } = await begunHealth();
    const handover = await handOver();
    await answer(handover, { 'chest-pain': 'yes' }, { page: 1 });
    const { crisisId } = await end(handover);
    expect((await world.ok('crisis.open', {})).crises.map(({ id }) => id)).toEqual([crisisId]);
  });

  test('keeps the page calm for whoever opens the practice next, and in every form of that sitting', async () => {
    const { world, clientId, handOver, answer } = await begunHealth();
    await world.ok('intake.start', { clientId });
    const handover = await handOver(healthFormId, 'safe-intake');
    await answer(handover, { 'chest-pain': 'yes' }, { page: 2, seen: ['heart'] });
    const again = { ...world.open, memory: { ...world.open.memory } };
    again.handOver.begin({ id: handover.id, clientId });
    const anew = world.standing({ state: 'open', practice: again });
    expect(await anew('handover.current', {})).toMatchObject({ ok: true, value: { calm: { numbers } } });
    const other = handover.fillings.find(({ form }) => form.id === 'safe-intake');
    expect(
      await anew('handover.answer', {
        answers: {},
        talk: [],
        seen: [],
        signatures: [],
        substitutesAgreed: false,
        page: 1,
        handoverId: handover.id,
        fillingId: other?.id ?? '',
        revision: 1,
      }),
    ).toEqual(refused('handover-calm'));
    const held = await world.open.database.selectFrom('handovers').select('calm_at').execute();
    expect(held).toEqual([{ calm_at: '2026-11-24T15:58:00.000Z' }]);
  });
});

/** The third page holds a yes to a question that calls for help, the second nothing, unless told otherwise. */
type Stand = { readonly page: number; readonly seen?: readonly string[]; readonly answer?: 'yes' | 'not_sure' | 'no' | 'declined' | null };

describe('a page counts as left with such an answer', () => {
  const content = loadClinicalContent(installation().clinical, () => undefined);
  const form = healthForm(content);
  const [, , third] = form.elements;
  const asked = third?.questions?.find(({ id }) => id === 'stroke-signs')?.id ?? '';
  const standing = ({ page, seen = [], answer = 'yes' }: Stand): Pick<Filled, 'answers' | 'seen' | 'page'> => ({
    page,
    seen: [...seen],
    answers: third && answer ? { [third.id]: { kind: 'screen', answers: { [asked]: answer } } } : {},
  });
  const cases: readonly (readonly [string, Stand, Stand, boolean])[] = [
    ['still on the screen', { page: 3 }, { page: 3 }, false],
    ['come to', { page: 2 }, { page: 3 }, false],
    ['answered on it', { page: 3, answer: 'no' }, { page: 3 }, false],
    ['left forwards', { page: 3 }, { page: 4 }, true],
    ['left back', { page: 3 }, { page: 2 }, true],
    ['left for the opening', { page: 3 }, { page: 0 }, true],
    ['left for the end', { page: 3 }, { page: 500 }, true],
    ['with a doubt', { page: 3 }, { page: 4, answer: 'not_sure' }, true],
    ['with a no by then', { page: 3 }, { page: 4, answer: 'no' }, false],
    ['rather not said', { page: 3 }, { page: 4, answer: 'declined' }, false],
    ['left open', { page: 3, answer: null }, { page: 4, answer: null }, false],
    ['not come to yet, and filled so before', { page: 1 }, { page: 2 }, false],
    ['gone by, filled so before', { page: 2 }, { page: 4 }, true],
    ['kept last two pages before, and gone by since', { page: 1 }, { page: 5 }, true],
    ['answered and left back between two saves', { page: 2, answer: null }, { page: 2 }, true],
    ['gone through some time ago, and back before it now', { page: 2, seen: ['head'] }, { page: 1 }, true],
    ['gone through as it is told now', { page: 2 }, { page: 2, seen: ['head'] }, true],
    ['gone through some time ago, and come back to', { page: 4, seen: ['head'] }, { page: 3, seen: ['head'] }, false],
  ];
  test.each(cases)('%s', (_, before, now, isLeft) => {
    expect(third?.id).toBe('head');
    expect(asked).toBe('stroke-signs');
    expect(leftWithUrgent(urgentItems(content, []), form, standing(before), standing(now))).toEqual(isLeft ? ['head'] : []);
  });
});
