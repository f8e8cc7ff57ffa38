import { describe, expect, test } from 'vitest';
import type { Handover } from '../../shared/handover.ts';
import { isAnswered } from '../../shared/intake-rules.ts';
import type { ClinicalContent } from '../consent/form-content.ts';
import { handoverInProgressOf } from '../consent/handover-service.ts';
import type { Dispatch } from '../practice/dispatch.ts';
import { type TestWorld, testPassphrase } from '../practice/practice.test-world.ts';
import type { HandedOver } from '../practice/practice.ts';
import { begunIntake, intakeIn, someAnswers } from './intake.test-world.ts';

/** The practice as it is opened again: only what is on disk is known, and the content may be another edition. */
const reopened = async (world: TestWorld, content = world.open.content): Promise<Dispatch> => {
  const kept = await handoverInProgressOf(world.open.database);
  let held: HandedOver | null = kept && { id: kept.id, clientId: kept.clientId };
  const handOver = {
    ...world.open.handOver,
    current: () => held,
    begin: (begun: HandedOver) => {
      held = begun;
    },
    end: () => {
      held = null;
    },
  };
  return world.standing({ state: 'open', practice: { ...world.open, content, handOver } });
};

/** Another edition: the first option of an item gone, another item gone altogether. */
const nextEdition = (content: ClinicalContent): ClinicalContent => ({
  ...content,
  safe: {
    ...content.safe,
    content_version: '9.0.0',
    safe_checklist: content.safe.safe_checklist.map((part) => ({
      ...part,
      items: part.items
        .filter(({ id }) => id !== 's-body-now')
        .map((item) =>
          item.id === 's-what-helps' ? { ...item, options: item.options?.filter(({ value }) => value !== 'feet_down') } : item,
        ),
    })),
  },
});

describe('in the middle of it', () => {
  test('the practice closes: it comes back to the same page, and ends as if it had not', async () => {
    const { world, clientId, open, handOver, answer } = await begunIntake();
    const handover = await handOver('safe-intake', 'trauma-addendum');
    await answer(handover, { answers: someAnswers, page: 3 });
    const again = await reopened(world);
    expect(await again('intake.ofClient', { clientId })).toEqual({ ok: false, error: { code: 'handed-over' } });
    expect(await again('handover.current', {})).toMatchObject({
      ok: true,
      value: { id: handover.id, fillings: [{ answers: someAnswers, page: 3, outdated: false }, {}] },
    });
    expect(await again('handover.end', { handoverId: handover.id, passphrase: testPassphrase })).toMatchObject({ ok: true });
    const after = (await again('intake.ofClient', { clientId })) as { value: { open: Awaited<ReturnType<typeof open>> } };
    for (const [id, given] of Object.entries(someAnswers))
      expect(after.value.open.entries[id]).toMatchObject({ answer: given, from: 'client' });
  });

  test('the content changes: what fits is taken in, and what does not stays readable and cannot be changed', async () => {
    const { world, clientId, handOver, answer } = await begunIntake();
    const handover = await handOver();
    await answer(handover, { answers: someAnswers });
    const next = nextEdition(world.open.content);
    const again = await reopened(world, next);
    expect(await again('handover.current', {})).toMatchObject({ value: { fillings: [{ outdated: true }] } });
    expect(await again('handover.end', { handoverId: handover.id, passphrase: testPassphrase })).toMatchObject({ ok: true });

    const { open, items } = (
      (await again('intake.ofClient', { clientId })) as { value: Awaited<ReturnType<typeof world.ok<'intake.ofClient'>>> }
    ).value;
    if (!open) throw new Error('no round is open');
    expect(open.contentVersion).toBe('9.0.0');
    expect(open.entries['s-distress']).toMatchObject({ answer: { value: 4 }, from: 'client' });
    expect(open.entries['s-body-now']).toMatchObject({
      answer: { text: 'My neck is stiff' },
      from: 'client',
      asked: { label: 's-body-now' },
    });
    const helps = items.find(({ id }) => id === 's-what-helps');
    const entry = open.entries['s-what-helps'];
    expect(entry).toMatchObject({ answer: someAnswers['s-what-helps'], asked: { options: [{ value: 'feet_down' }, { value: 'other' }] } });
    expect(helps && entry && isAnswered(helps, entry)).toBe(false);
    const change = (changes: object) => again('intake.save', { intakeId: open.id, revision: open.revision, changes });
    expect(await change({ 's-body-now': { note: 'x' } })).toMatchObject({ error: { reason: 'items-unknown' } });
    expect(await change({ 's-what-helps': { discussed: true } })).toMatchObject({
      value: { entries: { 's-what-helps': { answer: someAnswers['s-what-helps'] } } },
    });
  });

  test('a round begun with one edition is handed over and finished with the next', async () => {
    const { world, clientId, open, save } = await begunIntake();
    await save({
      's-body-now': { answer: { kind: 'text', text: 'My neck is stiff' } },
      's-what-helps': { answer: { kind: 'multi', values: ['feet_down'], other: '' } },
    });
    const again = await reopened(world, nextEdition(world.open.content));
    expect(await again('handover.begin', { clientId, forms: [{ formId: 'safe-intake' }] })).toMatchObject({ ok: true });
    const handover = (await again('handover.current', {})) as { value: Handover };
    expect(intakeIn(handover.value).answers).toEqual({});
    const seen = handover.value.fillings[0]?.form.elements.map(({ id }) => id) ?? [];
    await again('handover.answer', {
      handoverId: handover.value.id,
      fillingId: handover.value.fillings[0]?.id,
      revision: 1,
      answers: {},
      talk: [],
      seen,
      signatures: [],
      substitutesAgreed: false,
      page: 2,
    });
    await again('handover.end', { handoverId: handover.value.id, passphrase: testPassphrase });
    expect((await open()).entries).toMatchObject({
      's-body-now': { answer: { text: 'My neck is stiff' }, from: 'practitioner', asked: { label: 'Physical state today' } },
      's-what-helps': {
        answer: { values: ['feet_down'] },
        asked: { options: [{ value: 'feet_down', label: 'Feeling my feet on the floor' }] },
      },
    });
    const later = await reopened(world, nextEdition(world.open.content));
    const { items } = ((await later('intake.ofClient', { clientId })) as { value: { items: { id: string }[] } }).value;
    const round = await open();
    const saved = (await later('intake.save', {
      intakeId: round.id,
      revision: round.revision,
      changes: Object.fromEntries(items.map(({ id }) => [id, { discussed: true }])),
    })) as { value: { revision: number } };
    expect(await later('intake.review', { intakeId: round.id, revision: saved.value.revision })).toMatchObject({
      ok: true,
      value: { contentVersion: '9.0.0', entries: { 's-body-now': { answer: { text: 'My neck is stiff' } } } },
    });
  });

  test('the client is archived: nothing is handed over to them', async () => {
    const { world, clientId } = await begunIntake();
    await world.ok('clients.archive', { id: clientId, version: 1, archived: true });
    expect(await world.call('handover.begin', { clientId, forms: [{ formId: 'safe-intake' }] })).toMatchObject({
      error: { reason: 'client-archived' },
    });
  });

  test('nothing of the practitioner’s goes into it, and it is about no single place', async () => {
    const { world, clientId } = await begunIntake();
    const begin = (form: object) => world.raw('handover.begin', { clientId, forms: [{ formId: 'safe-intake', ...form }] });
    expect(await begin({ answers: { 's-distress': { kind: 'scale', value: 1 } } })).toMatchObject({
      error: { reason: 'answers-not-allowed' },
    });
    expect(await begin({ area: 'B-NECK' })).toMatchObject({ error: { reason: 'form-not-offered' } });
  });
});
