import { describe, expect, test } from 'vitest';
import { filledIn } from '../consent/consent.test-world.ts';
import type { House } from '../practice/house.ts';
import { clientDetails } from '../practice/practice.test-world.ts';
import { passphrase, vaultWorld } from './vault.test-world.ts';
import { createVaultSide } from './vault-side.ts';

const world = vaultWorld('hand-over');
const { ok, call, made, open } = world;

/** A practice whose screen is with Maya, one answer given. */
const withClient = async (house: House): Promise<{ clientId: string; handoverId: string; fillingId: string }> => {
  const { id: clientId } = await ok(house, 'clients.create', clientDetails);
  const { handoverId } = await ok(house, 'handover.begin', { clientId, forms: [{ formId: 'informed-consent' }] });
  const filling = (await ok(house, 'handover.current', {})).fillings[0];
  if (!filling) throw new Error('nothing was handed over');
  await ok(house, 'handover.answer', { ...filledIn(filling.form), page: 7, handoverId, fillingId: filling.id, revision: filling.revision });
  return { clientId, handoverId, fillingId: filling.id };
};

describe('a hand-over is a state of the vault', () => {
  test('and the status says so, while it is open and when it was locked in it', async () => {
    const house = await made();
    expect(await ok(house, 'vault.status', {})).toMatchObject({ state: 'open', handedOver: false });
    const { handoverId } = await withClient(house);
    expect(await ok(house, 'vault.status', {})).toMatchObject({ state: 'handed-over', handedOver: true });
    await house.vault.close('idle');
    const back = open('2026-11-24T11:00:00Z');
    expect(await ok(back, 'vault.status', {})).toMatchObject({ state: 'locked', handedOver: true });
    await ok(back, 'vault.unlock', { passphrase });
    await ok(back, 'handover.end', { handoverId, passphrase });
    expect(await ok(back, 'vault.status', {})).toMatchObject({ state: 'open', handedOver: false });
    await back.vault.close();
    expect(await ok(open('2026-11-24T13:00:00Z'), 'vault.status', {})).toMatchObject({ state: 'locked', handedOver: false });
  });

  test('that a lock comes back to, with every answer and the page, and nothing else is let through', async () => {
    const house = await made();
    const { clientId, handoverId, fillingId } = await withClient(house);
    const next = await world.again(house);
    expect(await call(next, 'clients.search', { query: '' })).toEqual({ ok: false, error: { code: 'handed-over' } });
    const { fillings, ...current } = await ok(next, 'handover.current', {});
    expect(current).toMatchObject({ id: handoverId, clientId, chosenName: clientDetails.chosenName, resting: false });
    const form = fillings[0]?.form;
    expect(fillings).toMatchObject([
      { id: fillingId, page: 7, answers: form ? filledIn(form).answers : {}, signatures: [{ signer: 'client' }] },
    ]);
  });

  test('that comes back resting when the client was resting', async () => {
    const house = await made();
    const { handoverId } = await withClient(house);
    await ok(house, 'handover.pause', { handoverId, resting: true });
    const next = await world.again(house);
    expect(await ok(next, 'handover.current', {})).toMatchObject({ id: handoverId, resting: true });
    expect(world.practiceOf(next).handOver.isResting()).toBe(true);
  });

  test('that comes back calm where an answer called for the practitioner, and nothing more is answered', async () => {
    const house = await made();
    const { id: clientId } = await ok(house, 'clients.create', clientDetails);
    const numbers = { emergency: '911', crisis: '988', text: '', note: '' };
    await ok(house, 'crisis.set', { version: 0, numbers, checkedOn: '2026-11-20', confirmed: true });
    await ok(house, 'health.start', { clientId });
    const { handoverId } = await ok(house, 'handover.begin', { clientId, forms: [{ formId: 'health-screen' }] });
    const filling = (await ok(house, 'handover.current', {})).fillings[0];
    if (!filling) throw new Error('nothing was handed over');
    const answers = { heart: { kind: 'screen', answers: { 'chest-pain': 'yes' } } } as const;
    const save = {
      answers,
      talk: [],
      seen: ['heart'],
      signatures: [],
      substitutesAgreed: false,
      page: 2,
      handoverId,
      fillingId: filling.id,
    };
    expect(await ok(house, 'handover.answer', { ...save, revision: filling.revision })).toMatchObject({ calm: true });
    const next = await world.again(house);
    expect((await ok(next, 'handover.current', {})).calm).toMatchObject({ numbers });
    const more = await call(next, 'handover.answer', { ...save, answers: {}, revision: filling.revision + 1 });
    expect(more).toEqual({ ok: false, error: { code: 'refused', reason: 'handover-calm' } });
    const { crisisId } = await ok(next, 'handover.end', { handoverId, passphrase });
    const later = await world.again(next);
    expect((await ok(later, 'crisis.open', {})).crises).toMatchObject([{ id: crisisId, clientId, found: [{ cause: 'yes' }] }]);
  });

  test('whose way out is the passphrase: a wrong one waits longer each time, is written down, and ends nothing', async () => {
    const house = await made();
    const { handoverId } = await withClient(house);
    const wrong = () => call(house, 'handover.end', { handoverId, passphrase: 'not the passphrase' });
    expect(await wrong()).toMatchObject({ error: { code: 'refused', reason: 'wrong-passphrase' } });
    await wrong();
    expect(await wrong()).toMatchObject({ error: { reason: 'wrong-passphrase', details: { seconds: 2 } } });
    expect(await call(house, 'handover.end', { handoverId, passphrase })).toMatchObject({ error: { reason: 'wait-before-next-try' } });
    expect(await ok(house, 'vault.status', {})).toMatchObject({ state: 'handed-over' });
    const { database } = world.practiceOf(house);
    const tries = await database.selectFrom('audit').select('action').where('action', '=', 'failed-unlock').execute();
    expect(tries).toHaveLength(3);
  });

  test('whose delay holds against tries sent together, the right one among them', async () => {
    const house = await made();
    const { handoverId } = await withClient(house);
    const typed = [...Array.from({ length: 7 }, (_, index) => `wrong words number ${index}`), passphrase];
    const replies = await Promise.all(typed.map((one) => call(house, 'handover.end', { handoverId, passphrase: one })));
    const reasons = replies.map((reply) => (!reply.ok && reply.error.code === 'refused' ? reply.error.reason : reply));
    expect(reasons).toEqual([...Array(3).fill('wrong-passphrase'), ...Array(5).fill('wait-before-next-try')]);
    expect(await ok(house, 'vault.status', {})).toMatchObject({ state: 'handed-over' });
  });

  test('whose right passphrase puts the wrong tries back: slips of a whole day do not pile up', async () => {
    const house = await made();
    const { clientId, handoverId } = await withClient(house);
    const wrong = (id: string) => call(house, 'handover.end', { handoverId: id, passphrase: 'not the passphrase' });
    await wrong(handoverId);
    await wrong(handoverId);
    await ok(house, 'handover.end', { handoverId, passphrase });
    const again = await ok(house, 'handover.begin', { clientId, forms: [{ formId: 'informed-consent' }] });
    expect(await wrong(again.handoverId)).toMatchObject({ error: { reason: 'wrong-passphrase', details: { seconds: 0 } } });
  });

  test.each(['vault.newKey', 'vault.makeRecoveryKit'] as const)('that %s, asked for before it, shows no Kit in', async (name) => {
    const house = await made();
    const { id: clientId } = await ok(house, 'clients.create', clientDetails);
    const late = house.dispatch(name, { passphrase, ...(name === 'vault.newKey' && { next: 'another river over tall stones' }) });
    await ok(house, 'handover.begin', { clientId, forms: [{ formId: 'informed-consent' }] });
    expect(await late).toEqual({ ok: false, error: { code: 'handed-over' } });
    const trail = await world.practiceOf(house).database.selectFrom('audit').select(['action', 'record_id']).orderBy('seq').execute();
    expect(trail.slice(-2)).toEqual([
      { action: name === 'vault.newKey' ? 'data-key-renewed' : 'recovery-kit-made', record_id: null },
      { action: 'call-refused', record_id: name },
    ]);
  });

  test('that can be locked by whoever is at the screen', async () => {
    const house = await made();
    await withClient(house);
    expect(await call(house, 'vault.lock', {})).toEqual({ ok: true, value: {} });
    expect(house.vault.standing().state).toBe('locked');
  });
});

test('the vault is told how long the screen may stand untouched, and who should get it back', () => {
  const stays: string[] = [];
  const shown: boolean[] = [];
  const { handOver } = createVaultSide({
    ownPassphrase: async () => undefined,
    print: async () => 'no-printer',
    progress: () => undefined,
    ticks: { run: 'run', now: () => 0 },
    sit: () => undefined,
    showSession: async () => undefined,
    stay: (stay) => stays.push(stay),
    show: (handedOver) => shown.push(handedOver),
  });
  expect([handOver.current(), handOver.isResting()]).toEqual([null, false]);
  handOver.begin({ id: 'one', clientId: 'maya' });
  handOver.rest(true);
  expect([handOver.current(), handOver.isResting()]).toEqual([{ id: 'one', clientId: 'maya' }, true]);
  handOver.rest(false);
  handOver.end();
  expect([handOver.current(), handOver.isResting(), stays, shown]).toEqual([
    null,
    false,
    ['hand-over', 'resting', 'hand-over', 'ordinary'],
    [true, false],
  ]);
});
