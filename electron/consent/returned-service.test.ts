import { describe, expect, test } from 'vitest';
import type { Answers } from '../../shared/form-answers.ts';
import { type Filled, type Filling, lastPage } from '../../shared/handover.ts';
import { clientDetails, profileDetails, type TestWorld, testPassphrase, testWorld } from '../practice/practice.test-world.ts';
import { answersTo, filledIn, handOver, ready } from './consent.test-world.ts';

/** What came back: read through, set aside, or handed over again. */

const begun = async (form: Parameters<typeof handOver>[2] = 'informed-consent') => {
  const world = await testWorld();
  const { id: clientId } = await world.ok('clients.create', clientDetails);
  const { id: handoverId, fillings } = await handOver(world, clientId, form);
  const [filling] = fillings;
  if (!filling) throw new Error('nothing was handed over');
  return { world, clientId, handoverId, filling };
};

const save = (world: TestWorld, handoverId: string, filling: Pick<Filling, 'id' | 'revision'>, given: Filled) =>
  world.call('handover.answer', { ...given, handoverId, fillingId: filling.id, revision: filling.revision });

const back = (world: TestWorld, handoverId: string) => world.ok('handover.end', { handoverId, passphrase: testPassphrase });

const again = async (world: TestWorld, clientId: string, form: Parameters<typeof handOver>[2] = 'informed-consent'): Promise<Filling> => {
  const [filling] = (await handOver(world, clientId, form)).fillings;
  if (!filling) throw new Error('nothing was handed over');
  return filling;
};

describe('a form that came back unfinished', () => {
  test('goes on where it stood: answers, signature, what was seen and the page; only its reading through begins anew', async () => {
    const { world, clientId, handoverId, filling } = await begun();
    const given = filledIn(filling.form, { page: 7 });
    await save(world, handoverId, filling, given);
    await back(world, handoverId);
    await world.ok('handover.review', { fillingId: filling.id, reviewed: ['why'] });
    expect((await world.ok('handover.returned', { clientId })).fillings).toMatchObject([{ ...given, reviewed: ['why'] }]);
    expect(await again(world, clientId)).toMatchObject({ id: filling.id, ...given, reviewed: [], outdated: false });
    expect(await world.open.database.selectFrom('fillings').select('id').execute()).toHaveLength(1);
  });

  test('comes back among the others in the order they were handed over, whichever was saved last', async () => {
    const world = await testWorld();
    const { id: clientId } = await world.ok('clients.create', clientDetails);
    const order = ['electronic-records', 'informed-consent', 'professional-boundaries'];
    const { id: handoverId, fillings } = await handOver(world, clientId, ...order);
    const [first] = fillings;
    if (!first) throw new Error('nothing was handed over');
    world.later(60_000);
    await save(world, handoverId, first, filledIn(first.form, { page: 1 }));
    await back(world, handoverId);
    expect((await world.ok('handover.returned', { clientId })).fillings.map(({ form }) => form.id)).toEqual(order);
  });

  test('that the client was through with begins at its opening page', async () => {
    const { world, clientId, handoverId, filling } = await begun();
    await save(world, handoverId, filling, filledIn(filling.form, { page: lastPage }));
    await back(world, handoverId);
    expect((await again(world, clientId)).page).toBe(0);
  });

  test('whose text changed keeps the answers that fit, and no signature over words nobody read', async () => {
    const { world, clientId, handoverId, filling } = await begun();
    const given = filledIn(filling.form, { talk: [] });
    await save(world, handoverId, filling, given);
    await back(world, handoverId);
    await world.ok('profile.update', { version: 1, details: { ...profileDetails, credential: 'bodyworker' } });
    const now = await again(world, clientId);
    expect(now).toMatchObject({ id: filling.id, answers: given.answers, signatures: [], seen: [], page: 0, outdated: false });
    expect(now.form.shownSha256).not.toBe(filling.form.shownSha256);
  });

  test('an answer the changed form does not offer any more goes, the others stay', async () => {
    const world = await testWorld();
    await world.ok('profile.update', { version: 1, details: { ...profileDetails, place: 'US-NY' } });
    const { id: clientId } = await world.ok('clients.create', clientDetails);
    const { id: handoverId, fillings } = await handOver(world, clientId, 'informed-consent');
    const [filling] = fillings;
    if (!filling) throw new Error('nothing was handed over');
    const { areas: _, ...others } = answersTo(filling.form);
    const given = filledIn(filling.form, {
      answers: { ...others, areas: { kind: 'map', areas: { 'F-COLLAR-L': 'yes', 'B-NECK': 'ask' } } },
    });
    expect((await save(world, handoverId, filling, given)).ok).toBe(true);
    await back(world, handoverId);
    // Ontario gives this area a form of its own.
    await world.ok('profile.update', { version: 2, details: profileDetails });
    expect((await again(world, clientId)).answers).toEqual(others);
  });

  test("keeps the practitioner's words unless they are written anew; then it is read and signed again", async () => {
    const jo: Answers = { who: { kind: 'text', text: 'Jo Finch, second-year student' } };
    const ida: Answers = { who: { kind: 'text', text: 'Ida Berg, first-year student' } };
    const { world, clientId, handoverId, filling } = await begun({ formId: 'students-observers', answers: jo });
    const theirs = { stop: { kind: 'initials', initials: 'MR' } } as const;
    const given = filledIn(filling.form, { answers: { ...jo, ...theirs } });
    await save(world, handoverId, filling, given);
    await back(world, handoverId);
    const kept = await again(world, clientId, 'students-observers');
    expect(kept).toMatchObject({ answers: { ...jo, ...theirs }, signatures: given.signatures });
    await back(world, (await world.ok('handover.current', {})).id);
    const anew = await again(world, clientId, { formId: 'students-observers', answers: ida });
    expect(anew).toMatchObject({ answers: { ...ida, ...theirs }, signatures: [], seen: [] });
  });

  test('set aside is erased, and a new one begins empty', async () => {
    const { world, clientId, handoverId, filling } = await begun();
    await save(world, handoverId, filling, filledIn(filling.form));
    await back(world, handoverId);
    expect(await world.ok('handover.setAside', { fillingId: filling.id })).toEqual({ clientId });
    expect((await world.audit()).at(-1)).toMatchObject({ action: 'returned-form-set-aside', client_id: clientId, record_id: filling.id });
    expect(await world.call('handover.setAside', { fillingId: filling.id })).toEqual({
      ok: false,
      error: { code: 'not-found', what: 'form' },
    });
    const next = await again(world, clientId);
    expect([next.id === filling.id, next.answers]).toEqual([false, {}]);
  });

  test('whose form is not offered any more is named, and can be set aside', async () => {
    const world = await testWorld();
    await world.ok('profile.update', { version: 1, details: { ...profileDetails, place: 'US-TX' } });
    const { id: clientId } = await world.ok('clients.create', clientDetails);
    const { id: handoverId, fillings } = await handOver(world, clientId, 'part2-consent');
    await back(world, handoverId);
    expect((await world.ok('consent.ofClient', { clientId })).notOffered).toEqual([]);
    await world.ok('profile.update', { version: 2, details: profileDetails });
    const fillingId = fillings[0]?.id ?? '';
    const { notOffered } = await world.ok('consent.ofClient', { clientId });
    expect(notOffered).toEqual([{ fillingId, savedAt: fillings[0]?.savedAt }]);
    expect(await world.ok('handover.setAside', { fillingId })).toEqual({ clientId });
    expect((await world.ok('consent.ofClient', { clientId })).notOffered).toEqual([]);
  });

  test('signed before, shows what reads differently now', async () => {
    const { world, input, clientId } = await ready();
    await world.ok('consent.sign', input);
    const { version, text } = await world.ok('forms.get', { formId: 'informed-consent' });
    const of = (id: string) => text.elements.find((one) => one.id === id);
    const elements = text.elements.map((one) => {
      if (one.id === 'benefits') return { ...one, text: 'Some people sleep better.' };
      if (one.id === 'how') return { ...one, title: 'What we do' };
      if (one.id !== 'clothing') return one;
      return {
        ...one,
        options: one.options.map((option) => (option.value === 'partly' ? { ...option, label: 'I undress in part' } : option)),
      };
    });
    const edited = { ...text, intro: 'Ask us anything.', elements };
    await world.ok('forms.edit', { formId: 'informed-consent', basedOn: version, kind: 'meaning', note: 'Plainer', text: edited });
    const filling = await again(world, clientId);
    expect(filling.changes).toEqual([
      { title: text.clientTitle, before: text.intro, now: 'Ask us anything.' },
      { title: 'What we do', before: of('how')?.title, now: 'What we do' },
      {
        title: of('clothing')?.title,
        before: of('clothing')?.options.find((option) => option.value === 'partly')?.label,
        now: 'I undress in part',
      },
      { title: 'Possible benefits', before: of('benefits')?.text, now: 'Some people sleep better.' },
    ]);
  });
});

describe('reading through what came back', () => {
  test('keeps the ticks of parts the form has, and refuses others', async () => {
    const { world, clientId, handoverId, filling } = await begun();
    await back(world, handoverId);
    const { id: fillingId } = filling;
    expect(await world.ok('handover.review', { fillingId, reviewed: ['why', 'stop', 'why'] })).toEqual({
      reviewed: ['why', 'stop'],
      clientId,
    });
    expect(await world.call('handover.review', { fillingId, reviewed: ['nowhere'] })).toMatchObject({
      error: { reason: 'parts-not-in-form', details: { elements: ['nowhere'] } },
    });
    expect((await world.ok('handover.returned', { clientId })).fillings[0]?.reviewed).toEqual(['why', 'stop']);
  });

  test('reaches nothing the client holds again, not even by a call that came in just before', async () => {
    const { world, input, clientId } = await ready();
    const { database, actor } = world.open;
    // The moment between a hand-over being kept and the vault being in it.
    await database
      .insertInto('handovers')
      .values({ id: 'h', client_id: clientId, begun_at: 't', begun_by: actor.id, resting: 0, ended_at: null, ended_by: null })
      .execute();
    const before = await database.selectFrom('fillings').selectAll().execute();
    const refusals = [
      await world.call('handover.review', { fillingId: input.fillingId, reviewed: [] }),
      await world.call('handover.setAside', { fillingId: input.fillingId }),
      await world.call('consent.sign', input),
      await world.call('handover.begin', { clientId, forms: [{ formId: 'informed-consent' }] }),
    ];
    for (const reply of refusals) expect(reply).toEqual({ ok: false, error: { code: 'handed-over' } });
    expect(await database.selectFrom('fillings').selectAll().execute()).toEqual(before);
  });

  test('there is nothing of a client who gave nothing back, and none of an unknown one', async () => {
    const { world } = await begun();
    await back(world, (await world.ok('handover.current', {})).id);
    const noor = await world.ok('clients.create', { ...clientDetails, chosenName: 'Noor' });
    expect(await world.ok('handover.returned', { clientId: noor.id })).toEqual({ fillings: [] });
    expect(await world.call('handover.returned', { clientId: '01890000-0000-7000-8000-00000000abcd' })).toEqual({
      ok: false,
      error: { code: 'not-found', what: 'client' },
    });
  });
});
