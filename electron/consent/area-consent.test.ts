import { describe, expect, test } from 'vitest';
import { firstBrokenEntry } from '../audit/audit-repository.ts';
import { textOf } from '../documents/pdf.test-world.ts';
import { clientDetails, profileDetails, type TestWorld } from '../practice/practice.test-world.ts';
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
const notOffered = { ok: false, error: { code: 'refused', reason: 'form-not-offered', details: { formId: 'area-consent' } } };
const refused = (reason: string, details?: unknown) => ({
  ok: false,
  error: { code: 'refused', reason, ...(details === undefined ? {} : { details }) },
});

const offeredTo = async (world: TestWorld, clientId: string) =>
  (await world.ok('consent.forms', { clientId })).forms.filter(({ id }) => id === 'area-consent');

/** Someone of 15 where the practice has set 18. */
const underAge = async (world: TestWorld, clientId: string): Promise<void> => {
  const { version: facts } = await world.ok('profile.formFacts', {});
  await world.ok('profile.setFormFacts', { version: facts, facts: [{ placeholder: 'local_age', words: '18', checkedOn: null }] });
  const { version } = await world.ok('clients.get', { id: clientId });
  await world.ok('clients.update', { id: clientId, version, details: { ...clientDetails, birthDate: '2011-03-14' } });
};

describe('the form of one place', () => {
  test('is offered for each place that is turned on, about that place alone', async () => {
    const { world, clientId } = await practiceWith();
    expect(await offeredTo(world, clientId)).toEqual([]);
    expect(await standingOf(world, clientId)).toEqual([]);
    await turnOn(world, right, left);
    const forms = await offeredTo(world, clientId);
    expect(
      forms.map(({ area, areas, title, clientTitle, unfilled }) => [area, areas.map(({ code }) => code), title, clientTitle, unfilled]),
    ).toEqual([
      [left, [left], 'Consent for a specific or sensitive area: Buttock, left', 'One place that needs its own yes: Buttock, left', []],
      [right, [right], 'Consent for a specific or sensitive area: Buttock, right', 'One place that needs its own yes: Buttock, right', []],
    ]);
    expect(forms[0]?.elements[0]?.text).toBe('This form is only about this place: Buttock, left (B-GLUTE-L).');
    expect(forms[0]?.shownSha256).not.toBe(forms[1]?.shownSha256);
    expect(await standingOf(world, clientId)).toEqual(
      [left, right].map((area) => ({ area, state: 'not-signed', reason: null, consentId: null, newerText: false })),
    );
  });

  test('is not offered to anyone under age, nor is the place in any form of theirs', async () => {
    const { world, clientId } = await practiceWith(left);
    const placesIn = async () =>
      (await world.ok('consent.forms', { clientId })).forms.flatMap(({ areas }) => areas).filter(({ code }) => code === left).length;
    expect(await placesIn()).toBeGreaterThan(1);
    await underAge(world, clientId);
    expect(await placesIn()).toBe(0);
    expect(await standingOf(world, clientId)).toEqual([]);
    expect(await world.call('handover.begin', { clientId, forms: [ofPlace(left)] })).toEqual(notOffered);
    expect(await world.call('paper.blank', { formId: 'area-consent', clientId, area: left })).toEqual(notOffered);
    expect(await world.call('paper.blank', { formId: 'area-consent', clientId })).toEqual(notOffered);
  });

  test.each([
    ['without a place', { area: null }],
    ['for a place that is turned off', { area: right }],
    ['for a place that needs no form of its own', { area: 'B-TRAP-L' }],
    ['for a place that is never offered', { area: 'F-GROIN' }],
    ['for a place nobody knows', { area: 'B-NOWHERE' }],
  ])('is not handed over %s', async (_, { area }) => {
    const { world, clientId } = await practiceWith(left);
    expect(await world.call('handover.begin', { clientId, forms: [{ ...ofPlace(left), area }] })).toEqual(notOffered);
    expect(await world.open.database.selectFrom('fillings').select('id').execute()).toEqual([]);
  });

  test('alone has a place: no other form is handed over for one', async () => {
    const { world, clientId } = await practiceWith(left);
    expect(await world.call('handover.begin', { clientId, forms: [{ formId: 'informed-consent', area: left }] })).toEqual(
      refused('form-not-offered', { formId: 'informed-consent' }),
    );
  });

  test('waits for what the practitioner writes', async () => {
    const { world, clientId } = await practiceWith(left);
    expect(await world.call('handover.begin', { clientId, forms: [ofPlace(left, {})] })).toEqual(
      refused('statements-unanswered', { formId: 'area-consent', elements: ['reason', 'technique', 'limit'] }),
    );
  });

  test('follows the place of the practice: what Ontario asks for, another province may not', async () => {
    const { world, clientId } = await practiceWith('F-COLLAR-L');
    expect((await offeredTo(world, clientId)).map(({ area }) => area)).toEqual(['F-COLLAR-L']);
    await world.ok('profile.update', { version: 1, details: { ...profileDetails, place: 'CA-BC' } });
    expect(await offeredTo(world, clientId)).toEqual([]);
    expect(await world.call('handover.begin', { clientId, forms: [ofPlace('F-COLLAR-L')] })).toEqual(notOffered);
  });
});

describe('two places in one hand-over', () => {
  const bothOver = async () => {
    const { world, clientId } = await practiceWith(left, right);
    await world.ok('handover.begin', { clientId, forms: [ofPlace(left), ofPlace(right), ofPlace(left)] });
    return { world, clientId };
  };

  test('are two forms: one is finished, and the other goes on where it stood', async () => {
    const { world, clientId } = await bothOver();
    const { fillings } = await world.ok('handover.current', {});
    expect(fillings.map(({ form }) => form.area)).toEqual([left, right]);
    await answerPlace(world, left);
    await answerPlace(world, right, 'yes', { signatures: [], page: 4 });
    await takeBack(world);
    expect((await standingOf(world, clientId)).map(({ area, state }) => [area, state])).toEqual([
      [left, 'to-review'],
      [right, 'to-review'],
    ]);

    const consent = await world.ok('consent.sign', await readThrough(world, clientId, left));
    expect([consent.formId, consent.area, consent.title, consent.endsOn]).toEqual([
      'area-consent',
      left,
      'Consent for a specific or sensitive area: Buttock, left',
      '2026-11-25',
    ]);
    expect(await standingOf(world, clientId)).toEqual([
      { area: left, state: 'in-force', reason: null, consentId: consent.id, newerText: false },
      { area: right, state: 'to-review', reason: null, consentId: null, newerText: false },
    ]);
    expect((await world.ok('consent.ofClient', { clientId })).consents.map(({ id, area }) => [id, area])).toEqual([[consent.id, left]]);

    const waiting = await world
      .ok('consent.sign', { ...(await readThrough(world, clientId, right)) })
      .catch((error: Error) => error.message);
    expect(waiting).toContain('signatures-incomplete');
    await world.ok('handover.begin', { clientId, forms: [ofPlace(right, {})] });
    expect(fillingOn(await world.ok('handover.current', {}), right)).toMatchObject({
      page: 4,
      answers: { area: { kind: 'map', areas: { [right]: 'yes' } }, reason: { kind: 'text', text: 'The ache sits here' } },
    });
    expect(await firstBrokenEntry(world.open.database, world.open.auditKey)).toBeNull();
  });

  test('are told apart when one is handed over again', async () => {
    const { world, clientId } = await bothOver();
    await answerPlace(world, right, 'yes');
    await takeBack(world);
    await world.ok('handover.begin', { clientId, forms: [ofPlace(left)] });
    const { fillings } = await world.ok('handover.current', {});
    expect(fillings.map(({ form, answers }) => [form.area, answers.area ?? null])).toEqual([[left, null]]);
  });

  test('one turned off in between leaves the screen; it can be set aside and not signed, and the other is finished', async () => {
    const { world, clientId } = await bothOver();
    await answerPlace(world, left);
    await answerPlace(world, right);
    await takeBack(world);
    const [ofLeft, ofRight] = [await readThrough(world, clientId, left), await readThrough(world, clientId, right)];
    await turnOn(world, right);

    expect(await world.call('consent.sign', ofLeft)).toEqual(notOffered);
    expect(await world.call('consent.check', { fillingId: ofLeft.fillingId, signatures: [] })).toEqual(notOffered);
    expect((await world.ok('handover.returned', { clientId })).fillings.map(({ form }) => form.area)).toEqual([right]);
    const { notOffered: gone } = await world.ok('consent.ofClient', { clientId });
    expect(gone.map(({ fillingId }) => fillingId)).toEqual([ofLeft.fillingId]);
    expect((await world.ok('consent.attention', {})).attention.map(({ formState }) => formState.area)).toEqual([right]);
    expect(await world.call('handover.begin', { clientId, forms: [ofPlace(left)] })).toEqual(notOffered);
    expect((await world.ok('consent.sign', ofRight)).area).toBe(right);
    await world.ok('handover.setAside', { fillingId: ofLeft.fillingId });
    expect((await world.ok('consent.ofClient', { clientId })).notOffered).toEqual([]);
  });

  test('one that is gone while the screen is the client’s is not there any more', async () => {
    const { world } = await bothOver();
    const handover = await world.ok('handover.current', {});
    const { form, id: fillingId, revision } = fillingOn(handover, left);
    // Settings cannot be changed meanwhile; the content may be another after the application was closed and opened again.
    await world.open.database.deleteFrom('sensitive_areas').where('code', '=', left).execute();
    expect((await world.ok('handover.current', {})).fillings.map((one) => one.form.area)).toEqual([right]);
    const call = { handoverId: handover.id, fillingId };
    expect(await world.call('handover.answer', { ...filledFor(form), ...call, revision })).toEqual(notOffered);
    expect(await world.call('handover.check', call)).toEqual(notOffered);
  });

  test('are offered no more once the birth date says that the client is under age', async () => {
    const { world, clientId } = await bothOver();
    await answerPlace(world, left);
    await takeBack(world);
    const ready = await readThrough(world, clientId, left);
    await underAge(world, clientId);
    expect(await world.call('consent.sign', ready)).toEqual(notOffered);
    expect((await world.ok('consent.ofClient', { clientId })).notOffered).toHaveLength(2);
  });

  test('both wait to be read through, each named by its place', async () => {
    const { world, clientId } = await bothOver();
    await takeBack(world);
    const named = (await world.ok('consent.attention', {})).attention.map(({ formState }) => [formState.area, formState.title]);
    expect(named).toEqual([
      [left, 'Consent for a specific or sensitive area: Buttock, left'],
      [right, 'Consent for a specific or sensitive area: Buttock, right'],
    ]);
    expect(clientId).not.toBe('');
  });
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

  test('of a place that was turned off since can still be taken back', async () => {
    const { world, clientId } = await practiceWith(left);
    const { id: consentId } = await signedFor(world, clientId, left);
    await turnOn(world);
    expect(await standingOf(world, clientId)).toEqual([]);
    const { withdrawals } = await world.ok('consent.withdraw', { consentId, by: 'client', parts: ['area'], words: '' });
    expect(withdrawals.map(({ parts }) => parts)).toEqual([['area']]);
  });
});

describe('on paper', () => {
  const printed = async (world: TestWorld, area: string | null) => {
    const { pdf, title } = await world.ok('paper.blank', { formId: 'area-consent', clientId: null, area });
    return { title, text: textOf(Buffer.from(pdf, 'base64')).replace(/\s+/gu, ' ') };
  };

  test('the place is a line to write on, or the one that was asked for, with its three boxes', async () => {
    const { world } = await practiceWith(left);
    const empty = await printed(world, null);
    expect(empty.title).toBe('Consent for a specific or sensitive area');
    expect(empty.text).toMatch(/This form is only about this place: _{24} \(_{24}\)\. .*_{24} Out Ask me each time In/);
    expect(empty.text).not.toContain('Scalp');
    const named = await printed(world, left);
    expect(named.title).toBe('Consent for a specific or sensitive area: Buttock, left');
    expect(named.text).toContain('Please tick one box. Without a tick this place is out. Buttock, left Out Ask me each time In');
    expect(named.text).not.toContain('Buttock, right');
  });

  test('no place that is turned off', async () => {
    const { world } = await practiceWith(left);
    for (const area of [right, 'B-TRAP-L', 'nowhere'])
      expect(await world.call('paper.blank', { formId: 'area-consent', clientId: null, area })).toEqual(notOffered);
    expect(await world.call('paper.blank', { formId: 'withdrawal', clientId: null, area: left })).toEqual(
      refused('form-not-offered', { formId: 'withdrawal' }),
    );
  });
});
