import { describe, expect, test } from 'vitest';
import type { Answers } from '../../shared/form-answers.ts';
import type { Signature } from '../../shared/signatures.ts';
import { answerPlace, left, ofPlace, readThrough, signedFor, takeBack, turnOn } from './area-consent.test-world.ts';
import { answersTo, factsFilled, signatures } from './consent.test-world.ts';
import { finish, inConsent, minute, place, someone } from './later-word.test-world.ts';

/** A form that is finished late, given back and set aside, or finished on another day than it was signed, opens nothing by it. */

const closed = 'no 0';
const day = 86_400_000;

/** The general consent, in force. */
const agreed = async (...made: Parameters<typeof someone>) => {
  const client = await someone(...made);
  await client.handOver('informed-consent');
  const consent = await client.fill('informed-consent', inConsent('yes', 'C4'));
  await client.giveBack();
  const reply = await finish(client.world, consent);
  if (!reply.ok) throw new Error('not signed');
  client.world.later(minute);
  return { ...client, consentId: reply.value.id, documentId: reply.value.documentId };
};

type Agreed = Awaited<ReturnType<typeof agreed>>;

const madeTogether = async ({ world, clientId, newest }: Agreed): Promise<void> => {
  const map = await newest();
  await world.ok('consentMap.set', { clientId, basedOn: map?.id ?? null, ceiling: 3, areas: map?.areas ?? {} });
  world.later(minute);
};

describe('an older form finished after all of it was taken back', () => {
  test('does not make the consent count again', async () => {
    const made = await agreed();
    const { world, consentId, handOver, fill, giveBack, allowedAt } = made;
    await handOver('informed-consent');
    const again = await fill('informed-consent', inConsent('yes', 'C4'));
    await giveBack();
    world.later(minute);
    await madeTogether(made);
    await world.ok('consent.withdraw', { consentId, by: 'client', parts: [], words: 'Please stop everything' });
    expect(await allowedAt()).toBe(closed);
    world.later(minute);
    expect(await finish(world, again)).toMatchObject({ ok: false, error: { reason: 'signatures-incomplete' } });
    expect(await allowedAt()).toBe(closed);
  });

  test('does not make the form of a place count again', async () => {
    const made = await agreed();
    const { world, clientId, allowedAt } = made;
    await turnOn(world, left);
    const marked = { state: 'ask', ceiling: 3 } as const;
    const basedOn = (await made.newest())?.id ?? null;
    await world.ok('consentMap.set', { clientId, basedOn, ceiling: 3, areas: { [left]: marked } });
    const first = await signedFor(world, clientId, left);
    world.later(minute);
    await world.ok('handover.begin', { clientId, forms: [ofPlace(left)] });
    await answerPlace(world, left);
    await takeBack(world);
    const again = await readThrough(world, clientId, left);
    world.later(minute);
    await madeTogether(made);
    expect(await allowedAt(left)).toBe('ask 3');
    await world.ok('consent.withdraw', { consentId: first.id, by: 'client', parts: [], words: 'Not there' });
    expect(await allowedAt(left)).toBe(closed);
    world.later(minute);
    expect((await world.call('consent.sign', again)).ok).toBe(false);
    expect(await allowedAt(left)).toBe(closed);
  });
});

test('the form that stops all contact stops it when it is given back, and setting it aside opens nothing', async () => {
  const { world, handOver, fill, giveBack, allowedAt } = await agreed();
  await factsFilled(world);
  expect(await allowedAt()).toBe('yes 4');
  await handOver('withdrawal');
  world.later(minute);
  const stop = await fill('withdrawal', (form) => ({ ...answersTo(form), what: { kind: 'multi', values: ['all_contact'], other: '' } }));
  await giveBack();
  expect(await allowedAt()).toBe(closed);
  await world.ok('handover.setAside', { fillingId: stop.fillingId });
  expect(await allowedAt()).toBe(closed);
});

test('a place turned off and on again is closed until its form is signed anew', async () => {
  const { world, clientId, newest, allowedAt } = await agreed();
  await turnOn(world, left);
  const basedOn = (await newest())?.id ?? null;
  await world.ok('consentMap.set', { clientId, basedOn, ceiling: 3, areas: { [left]: { state: 'yes', ceiling: 3 } } });
  await signedFor(world, clientId, left);
  expect(await allowedAt(left)).toBe('ask 3');
  world.later(minute);
  await turnOn(world);
  expect(await allowedAt(left)).toBe(closed);
  await turnOn(world, left);
  expect(await allowedAt(left)).toBe(closed);
  world.later(minute);
  await signedFor(world, clientId, left);
  expect(await allowedAt(left)).toBe('ask 3');
});

const typed = (signer: Signature['signer'], name: string): Signature => ({ signer, method: 'typed', name });

const forms = ['informed-consent', 'minor-consent'] as const;
const inAnyOrder = forms.flatMap((filled) => forms.map((finished) => [filled, finished] as const));

test.each(inAnyOrder)('a place out in the form of a guardian is out, with %s filled and %s finished first', async (filled, finished) => {
  const { world, handOver, fill, giveBack, allowedAt, newest } = await someone({ birthDate: '2012-03-01' });
  await factsFilled(world);
  await handOver(...forms);
  const fillOne = (formId: string) => {
    world.later(minute);
    if (formId === 'informed-consent') return fill(formId, inConsent('yes', 'C4'));
    const named = [typed('guardian', 'Ana Rosario'), typed('young_person', 'Ilse')];
    return fill(formId, (form) => ({ ...answersTo(form), areas: { kind: 'map', areas: { [place]: 'no' } } }), { signatures: named });
  };
  const returned = [];
  for (const formId of forms.toSorted((one) => (one === filled ? -1 : 1))) returned.push(await fillOne(formId));
  await giveBack();
  for (const one of returned.toSorted(({ form }) => (form.id === finished ? -1 : 1))) {
    world.later(minute);
    expect(await finish(world, one)).toMatchObject({ ok: true });
  }
  expect(await allowedAt()).toBe(closed);
  expect((await newest())?.areas[place]).toMatchObject({ state: 'no' });
});

describe('somebody else’s decision', () => {
  /** Both forms of one hand-over; the client’s own is finished on the next day. */
  const decided = async (state: 'yes' | 'no') => {
    const made = await agreed();
    const { world, clientId, documentId, fill, giveBack } = made;
    await factsFilled(world);
    world.later(day);
    const authority = { kind: 'upload', documentId, title: 'Order' } as const;
    await world.ok('handover.begin', {
      clientId,
      forms: [{ formId: 'informed-consent' }, { formId: 'substitute-decision', answers: { authority } }],
    });
    const consent = await fill('informed-consent', inConsent('yes', 'C4'));
    const answersIn = (form: Parameters<typeof answersTo>[0]): Answers => ({
      ...answersTo(form),
      authority,
      areas: { kind: 'map', areas: { [place]: state } },
      review: { kind: 'date', day: '2026-12-20' },
    });
    const decision = await fill('substitute-decision', answersIn, {
      signatures: signatures.flatMap((one) => (one.signer === 'client' ? [{ ...one, signer: 'decision_maker', name: 'Ana Rosario' }] : [])),
    });
    await giveBack();
    const first = await finish(world, decision);
    if (!first.ok) throw new Error(`not signed: ${JSON.stringify(first.error)}`);
    world.later(day);
    expect(await finish(world, consent)).toMatchObject({ ok: true });
    return { ...made, decisionId: first.value.id };
  };

  test('is still needed though the client’s own form was finished a day later: taken back, nothing is allowed', async () => {
    const { world, decisionId, allowedAt } = await decided('yes');
    expect(await allowedAt()).toBe('yes 4');
    await world.ok('consent.withdraw', { consentId: decisionId, by: 'decision_maker', parts: [], words: 'No more' });
    expect(await allowedAt()).toBe(closed);
    world.later(60 * day);
    expect(await allowedAt()).toBe(closed);
  });

  test('is still needed once it has ended', async () => {
    const { world, allowedAt } = await decided('yes');
    world.later(60 * day);
    expect(await allowedAt()).toBe(closed);
  });

  test('closes what it leaves out', async () => {
    const { allowedAt } = await decided('no');
    expect(await allowedAt()).toBe(closed);
  });
});
