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
  standingOf,
  takeBack,
  turnOn,
} from './area-consent.test-world.ts';

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
