import { describe, expect, test } from 'vitest';
import { healthFormId } from '../../shared/health.ts';
import { clientDetails, testPassphrase, testWorld } from '../practice/practice.test-world.ts';
import { allowRows, refuseRows } from '../store/trouble.test-world.ts';
import { begunHealth, cardsRead, foundAbout, type HealthAnswers, healthIn, noneOf, numbersChecked } from './health.test-world.ts';

const refused = (reason: string, details?: object) => ({ ok: false, error: { code: 'refused', reason, ...(details ? { details } : {}) } });
describe('the health screen is handed over', () => {
  test('as a page for each section, filled with what the open screen holds, those that may be skipped last', async () => {
    const { world, open, handOver } = await begunHealth();
    const { id: screenId, revision } = await open();
    await world.ok('health.save', { screenId, revision, answers: { migraine: 'yes' }, from: 'practitioner' });
    const { sections } = await world.ok('health.content', {});
    const { form, answers, page, seen, talk } = healthIn(await handOver());
    expect({ answers, page, seen, talk }).toEqual({
      answers: { head: { kind: 'screen', answers: { migraine: 'yes' } } },
      page: 0,
      seen: [],
      talk: [],
    });
    expect(form.elements.map(({ id, title, text, questions, required }) => ({ id, title, text, questions, required }))).toEqual(
      sections.map(({ id, title, intro, questions, maySkip }) => ({ id, title, text: intro, questions, required: !maySkip })),
    );
    expect(form.elements.filter(({ required }) => !required).map(({ id }) => id)).toEqual(
      sections.filter(({ sensitive }) => sensitive).map(({ id }) => id),
    );
    for (const element of form.elements)
      expect(element).toMatchObject({
        capture: 'screen',
        by: 'client',
        section: '',
        allowDeclined: false,
        options: [
          { value: 'no', label: 'No' },
          { value: 'yes', label: 'Yes' },
          { value: 'not_sure', label: 'Not sure' },
          { value: 'declined', label: "I'd rather not say" },
        ],
      });
  });

  test('once a screen was begun, with numbers somebody checked for the place, and nothing the practitioner wrote in it', async () => {
    const world = await testWorld();
    const { id: clientId } = await world.ok('clients.create', clientDetails);
    const begin = (more: object = {}) => world.call('handover.begin', { clientId, forms: [{ formId: healthFormId, ...more }] });
    expect(await begin()).toEqual(refused('form-not-offered', { formId: healthFormId }));
    await world.ok('health.start', { clientId });
    expect(await begin()).toEqual(refused('crisis-numbers-unchecked'));
    expect(await world.open.database.selectFrom('handovers').selectAll().execute()).toEqual([]);
    await numbersChecked(world);
    const foreign = { answers: { heart: { kind: 'screen', answers: { pacemaker: 'no' } } } };
    expect(await begin(foreign)).toEqual(refused('answers-not-allowed', { formId: healthFormId, elements: ['heart'] }));
    expect(await begin()).toMatchObject({ ok: true });
  });

  test('together with the intake and consents, and is in no list of forms, neither before nor after', async () => {
    const { world, clientId, handOver, end } = await begunHealth();
    await world.ok('intake.start', { clientId });
    const handover = await handOver('safe-intake', healthFormId, 'informed-consent');
    expect(handover.fillings.map(({ form }) => form.id)).toEqual(['safe-intake', healthFormId, 'informed-consent']);
    await end(handover);
    expect((await world.ok('handover.returned', { clientId })).fillings.map(({ form }) => form.id)).toEqual(['informed-consent']);
    expect((await world.ok('consent.forms', { clientId })).forms.map(({ id }) => id)).not.toContain(healthFormId);
    expect((await world.ok('consent.ofClient', { clientId })).forms.map(({ formId }) => formId)).not.toContain(healthFormId);
    expect((await world.ok('forms.list', {})).forms.map(({ id }) => id)).not.toContain(healthFormId);
    const kept = await world.open.database.selectFrom('fillings').select('form_id').execute();
    expect(kept).toEqual([{ form_id: 'informed-consent' }]);
  });

  test('for two years after the numbers were checked, and then once they were checked anew', async () => {
    const { world, clientId } = await begunHealth();
    const begin = () => world.call('handover.begin', { clientId, forms: [{ formId: healthFormId }] });
    const checked = async (checkedOn: string) => {
      const { version, saved } = await world.ok('crisis.settings', {});
      const { emergency = '', crisis = '', text = '', note = '' } = saved ?? {};
      await world.ok('crisis.set', { version, numbers: { emergency, crisis, text, note }, checkedOn, confirmed: true });
    };
    for (const day of ['1999-01-01', '2024-11-23']) {
      await checked(day);
      expect(await begin()).toEqual(refused('crisis-numbers-unchecked'));
    }
    await checked('2024-11-24');
    expect(await begin()).toMatchObject({ ok: true });
  });

  test('and no form goes to anyone while a crisis card waits to be read', async () => {
    const { world, clientId } = await begunHealth();
    await world.ok('health.add', { clientId, itemId: 'dvt' });
    const { id: other } = await world.ok('clients.create', { ...clientDetails, chosenName: 'Ana' });
    for (const [to, formId] of [
      [clientId, healthFormId],
      [other, 'informed-consent'],
    ] as const)
      expect(await world.call('handover.begin', { clientId: to, forms: [{ formId }] })).toEqual(refused('crisis-unread'));
    expect(await world.open.database.selectFrom('handovers').selectAll().execute()).toEqual([]);
    await cardsRead(world);
    expect(await world.call('handover.begin', { clientId: other, forms: [{ formId: 'informed-consent' }] })).toMatchObject({ ok: true });
  });

  test('with an answer that is being kept as the screen goes over on it, or it does not go over', async () => {
    let overtaken = 0;
    // Each number of turns is another point of the one call at which the other begins.
    for (const turn of Array.from({ length: 20 }, (_, index) => index * 14)) {
      const { world, clientId, open } = await begunHealth();
      const { id: screenId, revision } = await open();
      const begun = world.call('handover.begin', { clientId, forms: [{ formId: healthFormId }] });
      for (let left = turn; left > 0; left -= 1) await Promise.resolve();
      const saved = await world.call('health.save', { screenId, revision, answers: { migraine: 'yes' }, from: 'practitioner' });
      const reply = await begun;
      if (!reply.ok) expect(reply.error).toEqual({ code: 'conflict', current: null });
      const shown = reply.ok ? healthIn(await world.ok('handover.current', {})).answers : null;
      if (shown) expect(shown).toEqual(saved.ok ? { head: { kind: 'screen', answers: { migraine: 'yes' } } } : {});
      overtaken += reply.ok ? 0 : 1;
    }
    expect(overtaken).toBeGreaterThan(0);
  });
});

describe('what the client answered', () => {
  test('goes into the open screen as theirs, and into the findings, when the screen comes back', async () => {
    const { world, clientId, open, found, handOver, answer, end } = await begunHealth();
    const handover = await handOver();
    const answers: HealthAnswers = { ...noneOf(handover, 'heart', 'blood'), pacemaker: 'yes', raynaud: 'not_sure', varicose: 'declined' };
    const { arrhythmia: _, ...given } = answers;
    world.later(60_000);
    await answer(handover, given, { page: 3, seen: ['heart', 'blood'] });
    expect(await world.open.database.selectFrom('findings').selectAll().execute()).toEqual([]);
    expect(await end(handover)).toEqual({ clientId, crisisId: null });

    const screen = await open();
    expect(screen.answers).toEqual(
      Object.fromEntries(Object.entries(given).map(([id, one]) => [id, { answer: one, at: '2026-11-24T15:59:00.000Z', from: 'client' }])),
    );
    expect({ seen: screen.seen, doneAt: screen.doneAt }).toEqual({ seen: ['heart', 'blood'], doneAt: null });
    expect(await found()).toEqual(['arrhythmia not-answered', 'pacemaker yes', 'raynaud not-sure', 'varicose not-answered']);
    expect((await foundAbout(world, clientId, 'pacemaker'))?.events).toMatchObject([
      { what: 'said', answer: 'yes', source: 'health-screen', sourceId: screen.id, by: world.open.actor.id },
    ]);
    expect(await world.open.database.selectFrom('fillings').selectAll().execute()).toEqual([]);
  });

  test('ends the screen once every page was gone through, and a blank in them was skipped', async () => {
    const { world, clientId, found, handOver, answer, end } = await begunHealth();
    const handover = await handOver();
    const all = healthIn(handover).form.elements.map(({ id }) => id);
    const { diabetes: _, ...answers } = noneOf(handover, ...all);
    await answer(handover, answers, { page: all.length + 1, seen: all });
    await end(handover);
    expect(await found()).toEqual(['diabetes not-answered']);
    const { open, newest } = await world.ok('health.findings', { clientId });
    expect({ open, number: newest?.number, seen: newest?.seen }).toEqual({ open: null, number: 1, seen: all });
  });

  test('says nothing of pages that were not come to, whatever they were filled with, and loses nothing typed on one not left yet', async () => {
    const { world, open, found, handOver, answer, end } = await begunHealth();
    const { id: screenId, revision } = await open();
    await world.ok('health.save', { screenId, revision, answers: { migraine: 'yes' }, from: 'practitioner' });
    const handover = await handOver();
    const answers: HealthAnswers = { ...noneOf(handover, 'heart'), anticoagulation: 'yes', migraine: 'yes' };
    await answer(handover, answers, { page: 2, seen: ['heart'] });
    await end(handover);
    const screen = await open();
    expect(screen.seen).toEqual(['heart']);
    expect(screen.answers).toMatchObject({ anticoagulation: { answer: 'yes', from: 'client' }, migraine: { from: 'practitioner' } });
    expect(await found()).toEqual(['anticoagulation yes', 'migraine yes']);
  });

  test('left blank by them takes no answer away, and a no beside a yes takes it back in no finding', async () => {
    const { world, clientId, open, found, handOver, answer, end } = await begunHealth();
    const { id: screenId, revision } = await open();
    await world.ok('health.save', { screenId, revision, answers: { migraine: 'yes', epilepsy: 'yes' }, from: 'practitioner' });
    const handover = await handOver();
    const { migraine: _, ...answers } = noneOf(handover, 'head');
    await answer(handover, answers, { page: 4, seen: ['head'] });
    await end(handover);
    expect((await open()).answers).toMatchObject({
      migraine: { answer: 'yes', from: 'practitioner' },
      epilepsy: { answer: 'no', from: 'client' },
    });
    expect(await found()).toEqual(['epilepsy yes', 'migraine yes']);
    expect((await foundAbout(world, clientId, 'epilepsy'))?.saysNo).not.toBeNull();
  });

  test('is said anew where a page was gone through, also of what was resolved meanwhile', async () => {
    const { world, clientId, open, found, handOver, answer, end } = await begunHealth();
    const { id: screenId, revision } = await open();
    await world.ok('health.save', { screenId, revision, answers: { migraine: 'yes' }, from: 'practitioner', seen: ['head'] });
    const { id: findingId = '', version = 0 } = (await foundAbout(world, clientId, 'migraine')) ?? {};
    await world.ok('health.resolve', { findingId, version, decision: { what: 'resolve', reason: 'Typed by mistake' } });
    const before = await found();
    expect(before).toContain('migraine over');
    const untouched = await handOver();
    await end(untouched);
    expect(await found()).toEqual(before);
    const handover = await handOver();
    await answer(handover, { ...noneOf(handover, 'head'), migraine: 'yes' }, { page: 4, seen: ['head'] });
    await end(handover);
    expect(await found()).toContain('migraine yes');
  });

  test('keeps the wish to talk about a page beside what was answered on it', async () => {
    const { world, handOver, answer } = await begunHealth();
    const handover = await handOver();
    await answer(handover, { pacemaker: 'yes' }, { page: 2, talk: ['heart', 'blood'] });
    expect(healthIn(await world.ok('handover.current', {}))).toMatchObject({
      talk: ['heart', 'blood'],
      answers: { heart: { answers: { pacemaker: 'yes' } } },
    });
    expect(await world.ok('handover.check', { handoverId: handover.id, fillingId: healthIn(handover).id })).toEqual({
      unanswered: [],
      notShown: [],
      toTalkAbout: ['heart', 'blood'],
      waiting: [],
      unprintable: [],
      leftOut: false,
    });
  });

  test('is what these pages ask, and nothing else', async () => {
    const { world, handOver } = await begunHealth();
    const handover = await handOver();
    const filling = healthIn(handover);
    const send = (answers: object, seen: readonly string[] = []) =>
      world.raw('handover.answer', {
        answers,
        seen,
        talk: [],
        signatures: [],
        substitutesAgreed: false,
        page: 1,
        handoverId: handover.id,
        fillingId: filling.id,
        revision: 1,
      });
    expect(await send({ heart: { kind: 'screen', answers: { migraine: 'yes' } } })).toEqual(
      refused('answers-not-allowed', { elements: ['heart'] }),
    );
    expect(await send({ heart: { kind: 'text', text: 'all well' } })).toEqual(refused('answers-not-allowed', { elements: ['heart'] }));
    expect(await send({ heart: { kind: 'declined' } })).toEqual(refused('answers-not-allowed', { elements: ['heart'] }));
    expect(await send({ heart: { kind: 'screen', answers: { pacemaker: 'maybe' } } })).toMatchObject({ error: { code: 'invalid' } });
    expect(await send({}, ['lungs'])).toEqual(refused('parts-not-in-form', { elements: ['lungs'] }));
  });

  test('is all kept or nothing, with the screen still the client’s', async () => {
    const { world, open, handOver, answer, end } = await begunHealth();
    const handover = await handOver();
    await answer(handover, { ...noneOf(handover, 'heart'), pacemaker: 'yes' }, { page: 2, seen: ['heart'] });
    for (const table of ['finding_events', 'audit'] as const) {
      await refuseRows(world.open.database, table);
      expect(await world.call('handover.end', { handoverId: handover.id, passphrase: testPassphrase })).toMatchObject({ ok: false });
      await allowRows(world.open.database);
      expect(await world.open.database.selectFrom('findings').selectAll().execute()).toEqual([]);
      expect((await world.open.database.selectFrom('health_screens').select('revision').execute())[0]?.revision).toBe(0);
      expect(await world.ok('handover.current', {})).toMatchObject({ id: handover.id });
    }
    await end(handover);
    expect((await open()).answers).toMatchObject({ pacemaker: { answer: 'yes' } });
  });
});
