import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { SafetyCard } from '../../shared/safety.ts';
import { textOf } from '../documents/pdf.test-world.ts';
import { agreed, carded } from './carded.test-world.ts';

describe('that it was read', () => {
  const kept = async ({ world }: Awaited<ReturnType<typeof agreed>>) =>
    world.open.database.selectFrom('card_readings').selectAll().execute();

  test('is kept with the card itself, for as long as it says the same', async () => {
    const made = await agreed();
    const { world, clientId, told, takes } = made;
    const { card, sha256, acknowledged } = await told();
    expect(acknowledged).toBeNull();
    world.later(1_000);
    const reading = await world.ok('safety.acknowledge', { clientId, sha256 });
    expect(reading).toEqual({ clientId, at: '2026-11-24T15:58:01.000Z', by: 'Hana Lindqvist' });
    const [row] = await kept(made);
    expect(SafetyCard.parse(JSON.parse(row?.card ?? ''))).toEqual(card);
    expect(
      createHash('sha256')
        .update(row?.card ?? '')
        .digest('hex'),
    ).toBe(sha256);
    expect(await world.audit()).toContainEqual(
      expect.objectContaining({ action: 'safety-card-acknowledged', client_id: clientId, record_id: row?.id }),
    );
    expect(world.announced).toContain('safety');
    world.later(60_000);
    expect(await told()).toMatchObject({ sha256, acknowledged: { at: reading.at, by: reading.by }, asOf: '2026-11-24T15:59:01.000Z' });
    await takes('apixaban', 'anticoagulant');
    expect(await told()).toMatchObject({ acknowledged: null });
  });

  const changes: Readonly<Record<string, (made: Awaited<ReturnType<typeof agreed>>) => Promise<unknown>>> = {
    'a finding': ({ add }) => add('diabetes'),
    'a medicine': ({ takes }) => takes('vitamin', null),
    'a place taken back': ({ withdraw }) => withdraw(['B-NECK']),
    'an answer of the intake': ({ answer }) => answer({ 'a-leave-out': { kind: 'text', text: 'Lavender' } }),
    'the stop signal': ({ world, clientId }) => world.ok('stopSignal.rehearsed', { clientId, word: 'amber', gesture: 'a lifted hand' }),
    'a consent taken back': async ({ world, clientId }) => {
      const [consent] = (await world.ok('consent.ofClient', { clientId })).consents;
      await world.ok('consent.withdraw', { consentId: consent?.id ?? '', by: 'client', parts: [], words: '' });
    },
    'a change that was spoken of': ({ world, clientId }) => world.ok('health.changed', { clientId, changed: true }),
  };
  test.each(Object.keys(changes))('is refused after %s, with nothing kept', async (what) => {
    const made = await agreed();
    const { world, clientId, told } = made;
    const { sha256 } = await told();
    await changes[what]?.(made);
    const before = (await world.audit()).length;
    expect(await world.call('safety.acknowledge', { clientId, sha256 })).toMatchObject({ ok: false, error: { reason: 'card-changed' } });
    expect([await kept(made), (await world.audit()).length]).toEqual([[], before]);
    const now = await told();
    expect(now.sha256).not.toBe(sha256);
    expect(await world.call('safety.acknowledge', { clientId, sha256: now.sha256 })).toMatchObject({ ok: true });
  });

  test('is for clinical roles, of a client there is', async () => {
    const { world, clientId, told } = await carded();
    const { sha256 } = await told();
    const notAllowed = { ok: false, error: { code: 'not-allowed' } };
    for (const [name, input] of [
      ['safety.card', { clientId }],
      ['safety.acknowledge', { clientId, sha256 }],
      ['safety.paper', { clientId }],
    ] as const)
      expect(await world.as('front-desk')(name, input)).toEqual(notAllowed);
    const nobody = world.open.newId();
    for (const reply of [
      await world.call('safety.card', { clientId: nobody }),
      await world.call('safety.acknowledge', { clientId: nobody, sha256 }),
      await world.call('safety.paper', { clientId: nobody }),
    ])
      expect(reply).toMatchObject({ ok: false, error: { code: 'not-found', what: 'client' } });
    expect(await world.call('safety.acknowledge', { clientId, sha256: 'x' })).toMatchObject({ ok: false, error: { code: 'invalid' } });
  });
});

test('on paper it says the same, is held for printing, and is kept nowhere', async () => {
  const { world, clientId, add } = await agreed();
  await add('diabetes');
  const { pdf, ...head } = await world.ok('safety.paper', { clientId });
  expect(head).toMatchObject({ clientId, title: 'Safety card', mediaType: 'application/pdf' });
  const text = textOf(Buffer.from(pdf, 'base64')).replace(/\s+/g, ' ');
  for (const part of [
    'Alder Room',
    'Maya Rosario',
    'Stop: “amber”, or a lifted hand',
    'Ready with limits',
    'Diabetes',
    'Medium. As the client allows.',
  ])
    expect(text).toContain(part);
  expect(await world.audit()).toContainEqual(expect.objectContaining({ action: 'safety-card-printed', client_id: clientId }));
  expect((await world.ok('documents.ofClient', { clientId })).documents.map(({ title }) => title)).not.toContain('Safety card');
});
