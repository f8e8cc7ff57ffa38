import { describe, expect, test } from 'vitest';
import { firstBrokenEntry } from '../audit/audit-repository.ts';
import { textOf } from '../documents/pdf.test-world.ts';
import {
  answerPlace,
  filledFor,
  fillingOn,
  left,
  ofPlace,
  practiceWith,
  readThrough,
  right,
  signedFor,
  standingOf,
  takeBack,
  turnOn,
} from './area-consent.test-world.ts';

const day = 86_400_000;
const refused = (reason: string, details?: unknown) => ({
  ok: false,
  error: { code: 'refused', reason, ...(details === undefined ? {} : { details }) },
});

describe('the client’s own mark', () => {
  const marked = async (state: 'no' | 'ask' | 'yes') => {
    const { world, clientId } = await practiceWith(left);
    const { id: handoverId } = await world
      .ok('handover.begin', { clientId, forms: [ofPlace(left)] })
      .then(() => world.ok('handover.current', {}));
    const { fillingId } = await answerPlace(world, left, state, state === 'no' ? { signatures: [], seen: ['area'] } : {});
    const onScreen = await world.ok('handover.check', { handoverId, fillingId });
    await takeBack(world);
    return { world, clientId, fillingId, onScreen };
  };

  test('no is an answer: nothing more is asked, nothing can be signed, and the form can be set aside', async () => {
    const { world, clientId, fillingId, onScreen } = await marked('no');
    const nothing = { unanswered: [], notShown: [], toTalkAbout: [], waiting: [], unprintable: [], leftOut: true };
    expect(onScreen).toEqual(nothing);
    const ready = await readThrough(world, clientId, left);
    expect(await world.ok('consent.check', { fillingId, signatures: [] })).toEqual(nothing);
    expect(await world.call('consent.sign', ready)).toEqual(refused('area-left-out'));
    expect(await world.open.database.selectFrom('consents').select('id').execute()).toEqual([]);
    await world.ok('handover.setAside', { fillingId });
  });

  test.each(['ask', 'yes'] as const)('%s is a consent', async (state) => {
    const { world, clientId, onScreen } = await marked(state);
    expect([onScreen.leftOut, onScreen.unanswered]).toEqual([false, []]);
    expect((await world.ok('consent.sign', await readThrough(world, clientId, left))).answers.area).toEqual({
      kind: 'map',
      areas: { [left]: state },
    });
  });

  test('a place not marked at all is still asked for; marked nowhere on purpose is left out', async () => {
    const { world, clientId } = await practiceWith(left);
    await world.ok('handover.begin', { clientId, forms: [ofPlace(left)] });
    const handover = await world.ok('handover.current', {});
    const { form, id: fillingId } = fillingOn(handover, left);
    const { area: _, ...rest } = filledFor(form).answers;
    const call = { handoverId: handover.id, fillingId };
    const answered = (answers: typeof rest, revision: number) =>
      world.ok('handover.answer', { ...filledFor(form, 'ask', { answers, signatures: [] }), ...call, revision });
    await answered(rest, 1);
    expect(await world.ok('handover.check', call)).toMatchObject({ unanswered: ['area'], leftOut: false });
    await answered({ ...rest, area: { kind: 'map', areas: {} } }, 2);
    expect(await world.ok('handover.check', call)).toMatchObject({ unanswered: [], leftOut: true });
  });

  test('is for this place alone', async () => {
    const { world, clientId } = await practiceWith(left, right);
    await world.ok('handover.begin', { clientId, forms: [ofPlace(left)] });
    const handover = await world.ok('handover.current', {});
    const { form, id: fillingId } = fillingOn(handover, left);
    const answers = { ...filledFor(form).answers, area: { kind: 'map' as const, areas: { [right]: 'yes' as const } } };
    expect(
      await world.call('handover.answer', { ...filledFor(form, 'ask', { answers }), handoverId: handover.id, fillingId, revision: 1 }),
    ).toEqual(refused('answers-not-allowed', { elements: ['area'] }));
  });
});

describe('a signed one', () => {
  test('is kept with its place, in the trail and on paper', async () => {
    const { world, clientId } = await practiceWith(left, right);
    const consent = await signedFor(world, clientId, left);
    const { documentId } = consent;
    const text = textOf(Buffer.from((await world.ok('documents.get', { id: documentId })).pdf, 'base64')).replace(/\s+/gu, ' ');
    for (const words of [
      'Consent for a specific or sensitive area: Buttock, left',
      'This form is only about this place: Buttock, left (B-GLUTE-L).',
      'Ask me each time Buttock, left',
      'A still hand, light, two minutes',
      'Work over my clothes',
      'On 24 November 2026 only, or until it is taken back',
    ])
      expect(text).toContain(words);
    for (const words of ['Buttock, right', 'Every other area', '____']) expect(text).not.toContain(words);
    const rows = await world.open.database.selectFrom('consents').select(['id', 'area', 'ends_on', 'ends_by']).execute();
    expect(rows).toEqual([{ id: consent.id, area: left, ends_on: '2026-11-25', ends_by: 'visit' }]);
    expect((await world.audit()).filter(({ action }) => action === 'consent-signed').map(({ record_id }) => record_id)).toEqual([
      consent.id,
    ]);
    expect(await firstBrokenEntry(world.open.database, world.open.auditKey)).toBeNull();
  });

  test('counts on its day and not the day after', async () => {
    const { world, clientId } = await practiceWith(left);
    const { id: consentId } = await signedFor(world, clientId, left);
    const expected = { area: left, consentId, newerText: false };
    expect(await standingOf(world, clientId)).toEqual([{ ...expected, state: 'in-force', reason: null }]);
    // Five in the afternoon UTC is noon in Toronto; the day ends at midnight there.
    world.later(13 * 3_600_000);
    expect(await standingOf(world, clientId)).toEqual([{ ...expected, state: 'in-force', reason: null }]);
    world.later(3_600_000);
    expect(await standingOf(world, clientId)).toEqual([{ ...expected, state: 'ended', reason: 'visit' }]);
    expect((await world.ok('consent.attention', {})).attention).toEqual([]);
  });

  test('is signed anew for the next visit, and is asked for with nothing changed', async () => {
    const { world, clientId } = await practiceWith(left, right);
    const first = await signedFor(world, clientId, left);
    world.later(day);
    await world.ok('handover.begin', { clientId, forms: [ofPlace(left), ofPlace(right)] });
    expect((await world.ok('handover.current', {})).fillings.map(({ changes }) => changes)).toEqual([[], []]);
    await answerPlace(world, left);
    await takeBack(world);
    const second = await world.ok('consent.sign', await readThrough(world, clientId, left));
    expect(second.id).not.toBe(first.id);
    const [now] = await standingOf(world, clientId);
    expect(now).toEqual({ area: left, state: 'in-force', reason: null, consentId: second.id, newerText: false });
  });

  test('is asked for again once its words mean something else', async () => {
    const { world, clientId } = await practiceWith(left);
    await signedFor(world, clientId, left);
    const { text, version } = await world.ok('forms.get', { formId: 'area-consent' });
    await world.ok('forms.edit', {
      formId: 'area-consent',
      basedOn: version,
      kind: 'meaning',
      note: '',
      text: { ...text, intro: 'Other words.' },
    });
    expect(await standingOf(world, clientId)).toMatchObject([{ state: 'sign-again', reason: 'newer-version' }]);
    await world.ok('handover.begin', { clientId, forms: [ofPlace(left)] });
    expect(fillingOn(await world.ok('handover.current', {}), left).changes).toEqual([
      { title: 'One place that needs its own yes: Buttock, left', before: text.intro, now: 'Other words.' },
    ]);
  });

  test('is taken back by itself: an older one of its place goes with it, and no other place', async () => {
    const { world, clientId } = await practiceWith(left, right);
    const older = await signedFor(world, clientId, left);
    world.later(60_000);
    const newer = await signedFor(world, clientId, left);
    const other = await signedFor(world, clientId, right);
    await world.ok('consent.withdraw', { consentId: older.id, by: 'client', parts: [], words: 'Not there' });
    expect(await standingOf(world, clientId)).toEqual([
      { area: left, state: 'withdrawn', reason: null, consentId: newer.id, newerText: false },
      { area: right, state: 'in-force', reason: null, consentId: other.id, newerText: false },
    ]);
    expect(await firstBrokenEntry(world.open.database, world.open.auditKey)).toBeNull();
  });

  test('does not stand without its place, and does without what was only chosen for it', async () => {
    const { world, clientId } = await practiceWith(left);
    const { id: consentId } = await signedFor(world, clientId, left);
    const back = (part: string) => world.ok('consent.withdraw', { consentId, by: 'client', parts: [part], words: '' });
    await back('drape');
    expect(await standingOf(world, clientId)).toMatchObject([{ state: 'in-force' }]);
    await back('area');
    expect(await standingOf(world, clientId)).toMatchObject([{ state: 'withdrawn' }]);
  });

  test('of a place that was turned off since can still be taken back', async () => {
    const { world, clientId } = await practiceWith(left);
    const { id: consentId } = await signedFor(world, clientId, left);
    await turnOn(world);
    expect(await standingOf(world, clientId)).toEqual([]);
    const { withdrawals } = await world.ok('consent.withdraw', { consentId, by: 'client', parts: ['area'], words: '' });
    expect(withdrawals.map(({ parts }) => parts)).toEqual([['area']]);
  });
});
