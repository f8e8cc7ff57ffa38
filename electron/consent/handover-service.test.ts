import { describe, expect, test } from 'vitest';
import type { InputOf } from '../../shared/calls.ts';
import type { Answers } from '../../shared/form-answers.ts';
import type { Filled, Filling } from '../../shared/handover.ts';
import type { Signature } from '../../shared/signatures.ts';
import { clientDetails, type TestWorld, testPassphrase, testWorld } from '../practice/practice.test-world.ts';
import { answersTo, factsFilled, filledIn, handOver, ready, returned, signatures } from './consent.test-world.ts';

const [drawn] = signatures;
if (!drawn) throw new Error('nobody signed');
const typed = (name: string, signer: Signature['signer'] = 'client'): Signature => ({ signer, method: 'typed', name });

const withClient = async (details: Partial<InputOf<'clients.create'>> = {}): Promise<{ world: TestWorld; clientId: string }> => {
  const world = await testWorld();
  const client = await world.ok('clients.create', { ...clientDetails, ...details });
  return { world, clientId: client.id };
};

/** The screen is with a client, with one form. */
const held = async (form: InputOf<'handover.begin'>['forms'][number] = { formId: 'informed-consent' }) => {
  const { world, clientId } = await withClient();
  const { id: handoverId, fillings } = await handOver(world, clientId, form);
  const [filling] = fillings;
  if (!filling) throw new Error('nothing was handed over');
  const call = { handoverId, fillingId: filling.id };
  const answer = (given: Partial<Filled>, revision: number) => world.call('handover.answer', { ...blank, ...given, ...call, revision });
  return { world, clientId, handoverId, filling, form: filling.form, call, answer };
};

const blank: Filled = { answers: {}, talk: [], seen: [], signatures: [], substitutesAgreed: false, page: 0 };

const shown = async (world: TestWorld): Promise<Filling> => {
  const [filling] = (await world.ok('handover.current', {})).fillings;
  if (!filling) throw new Error('nothing is handed over');
  return filling;
};

const kept = (world: TestWorld) => world.open.database.selectFrom('fillings').selectAll().orderBy('position').execute();

describe('handing over', () => {
  test('gives the client their forms in order, each once, and nothing filled in', async () => {
    const { world, clientId } = await withClient();
    const forms = ['trauma-addendum', 'informed-consent', 'trauma-addendum'];
    const { handoverId } = await world.ok('handover.begin', { clientId, forms: forms.map((formId) => ({ formId })) });
    const current = await world.ok('handover.current', {});
    expect(current).toMatchObject({
      id: handoverId,
      clientId,
      chosenName: 'Maya Rosario',
      practitionerName: 'Hana Lindqvist',
      begunAt: '2026-11-24T15:58:00.000Z',
      resting: false,
    });
    expect(current.fillings.map((filling) => filling.form.id)).toEqual(['trauma-addendum', 'informed-consent']);
    for (const filling of current.fillings)
      expect(filling).toMatchObject({ ...blank, revision: 1, reviewed: [], changes: [], outdated: false, blanks: {} });
    expect((await world.audit()).slice(-2)).toMatchObject([
      { action: 'handover-begun', client_id: clientId, record_id: handoverId },
      { action: 'handover-shown', client_id: clientId },
    ]);
    expect(world.announced).toContain('vault');
    expect(world.announced).not.toContain('handover');
  });

  const observers = (answers: Answers) => [{ formId: 'students-observers', answers }];
  const refused: readonly (readonly [string, InputOf<'handover.begin'>['forms'], object])[] = [
    ['no form', [], { code: 'invalid', issues: [{ path: ['forms'], problem: 'required' }] }],
    ['more than twenty', Array.from({ length: 21 }, () => ({ formId: 'informed-consent' })), { code: 'invalid' }],
    ['a form there is not', [{ formId: 'no-such-form' }], { reason: 'form-not-offered', details: { formId: 'no-such-form' } }],
    ['a form that comes later', [{ formId: 'session-consent' }], { reason: 'form-not-offered' }],
    [
      'a form with a blank nobody filled',
      [{ formId: 'informed-consent' }, { formId: 'fees-cancellation' }],
      { reason: 'placeholders-unfilled', details: { formId: 'fees-cancellation', placeholders: expect.arrayContaining(['fee_table']) } },
    ],
    ["the practitioner's part left open", observers({}), { reason: 'statements-unanswered', details: { elements: ['who'] } }],
    [
      "the practitioner's part of blanks",
      observers({ who: { kind: 'text', text: '\u200b ' } }),
      { reason: 'statements-unanswered', details: { elements: ['who'] } },
    ],
    [
      "a part of the client's filled in for them",
      observers({ who: { kind: 'text', text: 'Jo' }, privacy: { kind: 'agreed' } }),
      { reason: 'answers-not-allowed', details: { elements: ['privacy'] } },
    ],
    [
      'an answer of another kind',
      observers({ who: { kind: 'agreed' } }),
      { reason: 'answers-not-allowed', details: { elements: ['who'] } },
    ],
    [
      'a paper that is not there',
      [
        {
          formId: 'substitute-decision',
          answers: { authority: { kind: 'upload', documentId: '01890000-0000-7000-8000-00000000abcd', title: 'Order' } },
        },
      ],
      { code: 'not-found', what: 'document' },
    ],
  ];
  test.each(refused)('is refused with %s, and nobody is given the screen', async (_, forms, error) => {
    const { world, clientId } = await withClient();
    expect(await world.call('handover.begin', { clientId, forms })).toMatchObject({ ok: false, error });
    expect(await kept(world)).toEqual([]);
    expect(await world.open.database.selectFrom('handovers').selectAll().execute()).toEqual([]);
    expect((await world.ok('clients.get', { id: clientId })).id).toBe(clientId);
    expect(world.incidents).toEqual([]);
  });

  test('takes a paper of this client, and no paper of another', async () => {
    const { world, input, clientId } = await ready();
    const { documentId } = await world.ok('consent.sign', input);
    const noor = await world.ok('clients.create', { ...clientDetails, chosenName: 'Noor' });
    const forms = [{ formId: 'substitute-decision', answers: { authority: { kind: 'upload' as const, documentId, title: 'Order' } } }];
    expect(await world.call('handover.begin', { clientId: noor.id, forms })).toEqual({
      ok: false,
      error: { code: 'not-found', what: 'document' },
    });
    expect((await world.call('handover.begin', { clientId, forms })).ok).toBe(true);
  });

  test('is refused for an archived client and one there is not', async () => {
    const { world, clientId } = await withClient();
    await world.ok('clients.archive', { id: clientId, version: 1, archived: true });
    const forms = [{ formId: 'informed-consent' }];
    expect(await world.call('handover.begin', { clientId, forms })).toMatchObject({ error: { reason: 'client-archived' } });
    expect(await world.call('handover.begin', { clientId: '01890000-0000-7000-8000-00000000abcd', forms })).toEqual({
      ok: false,
      error: { code: 'not-found', what: 'client' },
    });
  });

  test('asks who chose paper for nothing on a screen but whether that changed', async () => {
    const { world, clientId } = await withClient();
    await factsFilled(world);
    const form = (await world.ok('consent.forms', { clientId })).forms.find((one) => one.id === 'electronic-records');
    if (!form) throw new Error('the form is not offered');
    const choose = async (way: 'paper' | 'screen'): Promise<void> => {
      const all: Answers = { ...answersTo(form), way: { kind: 'choice', value: way, other: '' } };
      const answers: Answers = way === 'paper' ? Object.fromEntries(Object.entries(all).filter(([id]) => id !== 'withdraw')) : all;
      const fillingId = await returned(world, clientId, form, { answers });
      await world.ok('consent.sign', { fillingId, shownSha256: form.shownSha256, signatures: [] });
      world.later(60_000);
    };
    const begin = (...formIds: string[]) => world.call('handover.begin', { clientId, forms: formIds.map((formId) => ({ formId })) });
    await choose('paper');
    expect(await begin('informed-consent')).toMatchObject({ error: { reason: 'paper-chosen' } });
    expect(await begin('electronic-records', 'informed-consent')).toMatchObject({ error: { reason: 'paper-chosen' } });
    await choose('screen');
    const { consents } = await world.ok('consent.ofClient', { clientId });
    await world.ok('consent.withdraw', { consentId: consents[0]?.id ?? '', by: 'client', parts: ['way'], words: 'On paper, please' });
    expect(await begin('informed-consent')).toMatchObject({ error: { reason: 'paper-chosen' } });
    await choose('screen');
    expect((await begin('informed-consent')).ok).toBe(true);
  });

  test('twice at the same moment gives the screen once', async () => {
    const { world, clientId } = await withClient();
    const begin = () => world.call('handover.begin', { clientId, forms: [{ formId: 'informed-consent' }] });
    const replies = await Promise.all([begin(), begin()]);
    expect(replies.map((reply) => (reply.ok ? 'begun' : reply.error.code)).sort()).toEqual(['begun', 'handed-over']);
    expect(await kept(world)).toHaveLength(1);
    expect(world.incidents).toEqual([]);
  });
});

describe('answering', () => {
  test('keeps the whole form as it stands on the screen, and who it is of', async () => {
    const { world, clientId, form, answer, filling } = await held();
    const given = { ...filledIn(form, { page: 4 }) };
    world.later(1_000);
    expect(await answer(given, 1)).toEqual({
      ok: true,
      value: { revision: 2, savedAt: '2026-11-24T15:58:01.000Z', signatures: given.signatures, clientId, calm: false },
    });
    expect(await shown(world)).toEqual({ ...filling, ...given, revision: 2, savedAt: '2026-11-24T15:58:01.000Z' });
    expect((await world.audit()).slice(-2)[0]).toMatchObject({
      action: 'handover-answered',
      client_id: clientId,
      record_id: filling.id,
    });
  });

  test('based on an older one is a conflict, and nothing is lost', async () => {
    const { world, form, answer } = await held();
    const first = { answers: { why: { kind: 'text', text: 'First' } } } as const;
    const second = { answers: { why: { kind: 'text', text: 'Second' } } } as const;
    const replies = await Promise.all([answer(first, 1), answer(second, 1)]);
    expect(replies.map((reply) => reply.ok)).toEqual([true, false]);
    expect(replies[1]).toEqual({ ok: false, error: { code: 'conflict', current: { revision: 2 } } });
    expect((await shown(world)).answers).toEqual(first.answers);
    for (const revision of [0, 1, 3]) expect(await answer(filledIn(form), revision)).toMatchObject({ error: { code: 'conflict' } });
    expect(await shown(world)).toMatchObject({ ...blank, ...first, revision: 2 });
  });

  const notAllowed = (...elements: readonly string[]) => ({ reason: 'answers-not-allowed', details: { elements } });
  const notInForm = { reason: 'parts-not-in-form', details: { elements: ['nowhere'] } };
  const notTaken = (...signers: readonly string[]) => ({ reason: 'signatures-incomplete', details: { signers } });
  const clothing = (value: string, other: string): Answers => ({ clothing: { kind: 'choice', value, other } });
  const tap: Signature = { ...drawn, method: 'drawn', width: 468, height: 148, strokes: [[{ x: 5, y: 5 }]] };
  const foreign: readonly (readonly [string, Partial<Filled>, object])[] = [
    ['a part there is not', { answers: { nowhere: { kind: 'agreed' } } }, notAllowed('nowhere')],
    ['an option there is not', { answers: clothing('x', '') }, notAllowed('clothing')],
    ['words beside an option that opens none', { answers: clothing('clothed', 'x') }, notAllowed('clothing')],
    ['a refusal to say where touch is asked', { answers: { areas: { kind: 'declined' } } }, notAllowed('areas')],
    ['an area that is out of bounds', { answers: { areas: { kind: 'map', areas: { 'F-GROIN': 'yes' } } } }, notAllowed('areas')],
    ['an answer to what is only read', { answers: { who: { kind: 'agreed' } } }, notAllowed('who')],
    ['a part to talk about there is not', { talk: ['nowhere'] }, notInForm],
    ['a part seen there is not', { seen: ['why', 'nowhere'] }, notInForm],
    ['a tap for a signature', { signatures: [tap] }, notTaken('client')],
    ["the practitioner's signature", { signatures: [typed('Hana Lindqvist', 'practitioner')] }, notTaken('practitioner')],
    ['a signature nobody is asked for', { signatures: [typed('Ana', 'guardian')] }, notTaken('guardian')],
    ['two signatures of one person', { signatures: [typed('Maya'), typed('Maya')] }, notTaken('client')],
  ];
  test.each(foreign)('is refused with %s, and what was kept stays', async (_, given, error) => {
    const { world, answer, form } = await held();
    await answer(filledIn(form), 1);
    const before = await kept(world);
    expect(await answer({ ...filledIn(form), ...given }, 2)).toEqual({ ok: false, error: { code: 'refused', ...error } });
    expect(await kept(world)).toEqual(before);
    expect(world.incidents).toEqual([]);
  });

  test("leaves the practitioner's part as it is", async () => {
    const own: Answers = { who: { kind: 'text', text: 'Jo Finch, second-year student' } };
    const { world, form, answer } = await held({ formId: 'students-observers', answers: own });
    expect((await shown(world)).answers).toEqual(own);
    const theirs = answersTo(form);
    for (const who of [{ kind: 'text', text: 'Somebody else' } as const, { kind: 'declined' } as const, undefined]) {
      const { who: _, ...rest } = theirs;
      expect(await answer({ answers: who ? { ...rest, who } : rest }, 1)).toMatchObject({
        error: { reason: 'answers-not-allowed', details: { elements: ['who'] } },
      });
    }
    expect((await answer({ answers: { ...theirs, ...own } }, 1)).ok).toBe(true);
  });

  test('drops what is no longer asked, and whoever wants to talk about a part has not answered it', async () => {
    const { world, answer } = await held({ formId: 'electronic-records' });
    const screen: Answers = { way: { kind: 'choice', value: 'screen', other: '' }, withdraw: { kind: 'initials', initials: 'MR' } };
    await answer({ answers: screen, talk: ['way', 'copy', 'what', 'signature'] }, 1);
    expect(await shown(world)).toMatchObject({ answers: screen, talk: ['copy'] });
    const paper: Answers = { ...screen, way: { kind: 'choice', value: 'paper', other: '' } };
    await answer({ answers: paper }, 2);
    expect((await shown(world)).answers).toEqual({ way: paper.way });
  });

  test('keeps every part that has been on the screen, also when a page names only its own', async () => {
    const { world, answer } = await held();
    await answer({ seen: ['who', 'what'] }, 1);
    await answer({ seen: ['why', 'what'] }, 2);
    expect((await shown(world)).seen).toEqual(['who', 'what', 'why']);
  });

  test('of a form of another client or hand-over is not found', async () => {
    const { world, clientId } = await withClient();
    const first = await handOver(world, clientId, 'informed-consent');
    await world.ok('handover.end', { handoverId: first.id, passphrase: testPassphrase });
    const noor = await world.ok('clients.create', { ...clientDetails, chosenName: 'Noor' });
    const second = await handOver(world, noor.id, 'informed-consent');
    const fillingId = first.fillings[0]?.id ?? '';
    const call = { ...blank, fillingId, handoverId: second.id, revision: 1 };
    expect(await world.call('handover.answer', call)).toEqual({ ok: false, error: { code: 'not-found', what: 'form' } });
    expect(await world.call('handover.check', { fillingId, handoverId: second.id })).toEqual({
      ok: false,
      error: { code: 'not-found', what: 'form' },
    });
  });
});

describe('a signature given in hand-over', () => {
  test('falls when an answer under it changes, and stands when signed again', async () => {
    const { world, form, answer } = await held();
    const answers = answersTo(form);
    const changed: Answers = { ...answers, clothing: { kind: 'choice', value: 'partly', other: '' } };
    await answer({ answers, signatures: [drawn] }, 1);
    expect(await answer({ answers: changed, signatures: [drawn] }, 2)).toMatchObject({ value: { signatures: [] } });
    expect((await shown(world)).signatures).toEqual([]);
    expect(await answer({ answers: changed, signatures: [drawn] }, 3)).toMatchObject({ value: { signatures: [drawn] } });
    // A further page or part seen changes no answer.
    expect(await answer({ answers: changed, signatures: [drawn], page: 9, seen: ['who'] }, 4)).toMatchObject({
      value: { signatures: [drawn] },
    });
    // Taking it away is theirs, too.
    expect(await answer({ answers: changed, signatures: [] }, 5)).toMatchObject({ value: { signatures: [] } });
  });

  test('stands where places were marked in another order', async () => {
    const { answer, form } = await held();
    const marked = (areas: Record<string, 'yes' | 'ask'>): Answers => ({ ...answersTo(form), areas: { kind: 'map', areas } });
    await answer({ answers: marked({ 'B-NECK': 'ask', 'B-TRAP-L': 'yes' }), signatures: [drawn] }, 1);
    expect(await answer({ answers: marked({ 'B-TRAP-L': 'yes', 'B-NECK': 'ask' }), signatures: [drawn] }, 2)).toMatchObject({
      value: { signatures: [drawn] },
    });
  });

  test('is of its own moment, whoever signs after', async () => {
    const { world, clientId } = await withClient({ birthDate: '2012-05-01' });
    await factsFilled(world);
    const { id: handoverId, fillings } = await handOver(world, clientId, 'minor-consent');
    const [filling] = fillings;
    if (!filling) throw new Error('nothing was handed over');
    const given = { ...filledIn(filling.form), handoverId, fillingId: filling.id };
    const young = typed('Maya', 'young_person');
    await world.ok('handover.answer', { ...given, signatures: [young], revision: 1 });
    world.later(60_000);
    await world.ok('handover.answer', { ...given, signatures: [young, typed('Ana', 'guardian')], revision: 2 });
    world.later(60_000);
    await world.ok('handover.answer', { ...given, page: 3, signatures: [young, typed('Ana', 'guardian')], revision: 3 });
    expect(JSON.parse((await kept(world))[0]?.signed_at ?? '')).toEqual({
      young_person: '2026-11-24T15:58:00.000Z',
      guardian: '2026-11-24T15:59:00.000Z',
    });
  });
});

describe('what is still open', () => {
  test('is said while the client has the screen, without the signature of who comes after', async () => {
    const { world, call, answer, form } = await held();
    const open = await world.ok('handover.check', call);
    expect(open.waiting).toEqual(['client']);
    expect(open.unanswered).toEqual([
      'why',
      'areas',
      'contact-level',
      'clothing',
      'feelings',
      'stop',
      'silence',
      'screen',
      'questions',
      'voluntary',
    ]);
    expect(open.notShown).toEqual(form.elements.filter((one) => one.by === 'client' && one.capture !== 'signature').map(({ id }) => id));
    const { why: _, ...rest } = answersTo(form);
    await answer({ ...filledIn(form), answers: rest, talk: ['why'] }, 1);
    expect(await world.ok('handover.check', call)).toEqual({
      unanswered: ['why'],
      notShown: [],
      toTalkAbout: ['why'],
      waiting: [],
      unprintable: [],
      leftOut: false,
    });
  });

  test("the practitioner's part must have been on the screen, too", async () => {
    const { world, call, answer, form } = await held({ formId: 'students-observers', answers: { who: { kind: 'text', text: 'Jo' } } });
    await answer({ answers: (await shown(world)).answers, seen: form.elements.map(({ id }) => id).filter((id) => id !== 'who') }, 1);
    expect((await world.ok('handover.check', call)).notShown).toEqual(['who']);
  });

  test('names the characters no font has, wherever they were typed', async () => {
    const { world, call, answer, form } = await held();
    await answer(
      { ...filledIn(form), answers: { ...answersTo(form), why: { kind: 'text', text: 'sleep 🦄' } }, signatures: [typed('Maya 🦄')] },
      1,
    );
    expect((await world.ok('handover.check', call)).unprintable.map((one) => [one.character, one.where])).toEqual([
      ['🦄', 'answers.why'],
      ['🦄', 'signature.client'],
    ]);
  });
});

describe('giving it back', () => {
  test('takes the passphrase: a wrong one ends nothing', async () => {
    const { world, clientId, handoverId } = await held();
    expect(await world.call('handover.end', { handoverId, passphrase: 'let me out' })).toMatchObject({
      error: { reason: 'wrong-passphrase' },
    });
    expect(await world.call('clients.get', { id: clientId })).toEqual({ ok: false, error: { code: 'handed-over' } });
    expect(await world.ok('handover.end', { handoverId, passphrase: testPassphrase })).toEqual({ clientId, crisisId: null });
    expect((await world.ok('clients.get', { id: clientId })).id).toBe(clientId);
    expect(await world.open.database.selectFrom('handovers').select(['ended_at', 'ended_by', 'resting']).execute()).toEqual([
      { ended_at: '2026-11-24T15:58:00.000Z', ended_by: world.open.actor.id, resting: 0 },
    ]);
  });

  test('ends it once, and what comes late is refused and changes nothing', async () => {
    const { world, handoverId, answer, form, call } = await held();
    await answer({ answers: { why: { kind: 'text', text: 'Mine' } } }, 1);
    const before = await kept(world);
    const end = () => world.call('handover.end', { handoverId, passphrase: testPassphrase });
    const late = { ...filledIn(form), ...call, revision: 2 };
    const [first, second, answered] = await Promise.all([
      end(),
      end(),
      world.call('handover.answer', late),
      world.call('handover.pause', { handoverId, resting: true }),
    ]);
    expect([first.ok, second.ok, answered.ok]).toEqual([true, false, false]);
    expect([second, answered]).toMatchObject([{ error: { reason: 'handover-over' } }, { error: { reason: 'handover-over' } }]);
    expect(await kept(world)).toEqual(before);
    expect(world.open.handOver.isResting()).toBe(false);
    expect((await world.audit()).filter((entry) => entry.action === 'handover-ended')).toHaveLength(1);
  });

  test('two hand-overs one after the other never mix', async () => {
    const { world, form, handoverId, call, answer } = await held();
    await answer({ answers: { why: { kind: 'text', text: 'Of Maya' } } }, 1);
    await world.ok('handover.end', { handoverId, passphrase: testPassphrase });
    const noor = await world.ok('clients.create', { ...clientDetails, chosenName: 'Noor' });
    const second = await handOver(world, noor.id, 'informed-consent');
    expect(JSON.stringify(second)).not.toContain('Of Maya');
    const before = await kept(world);
    expect(await world.call('handover.answer', { ...filledIn(form), ...call, revision: 2 })).toMatchObject({
      error: { reason: 'handover-over' },
    });
    expect(await world.call('handover.pause', { handoverId, resting: true })).toMatchObject({ error: { reason: 'handover-over' } });
    expect(await world.call('handover.check', call)).toMatchObject({ error: { reason: 'handover-over' } });
    expect(await world.call('handover.end', { handoverId, passphrase: testPassphrase })).toMatchObject({
      error: { reason: 'handover-over' },
    });
    expect(await kept(world)).toEqual(before);
    expect(await world.ok('handover.current', {})).toEqual(second);
  });

  test('resting comes and goes, and is known after', async () => {
    const { world, handoverId } = await held();
    for (const resting of [true, false, true]) {
      expect(await world.ok('handover.pause', { handoverId, resting })).toEqual({ resting });
      expect([world.open.handOver.isResting(), (await world.ok('handover.current', {})).resting]).toEqual([resting, resting]);
    }
  });
});
