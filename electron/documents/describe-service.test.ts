import { expect, test } from 'vitest';
import { clientDetails, testWorld } from '../practice/practice.test-world.ts';
import { last, signed, someId } from './papers.test-world.ts';
import { png, sent } from './uploads.test-world.ts';

const refused = (reason: string) => ({ ok: false, error: { code: 'refused', reason } });

const filed = async () => {
  const world = await testWorld();
  const { id: clientId } = await world.ok('clients.create', clientDetails);
  const { id } = await world.ok('documents.file', { uploadId: await sent(world, png), clientId, title: 'Scan 0017', kind: 'photo' });
  return { world, clientId, id };
};

test('a paper is described anew; what it was called until then stays beside it, and its bytes are the same', async () => {
  const { world, clientId, id } = await filed();
  world.later(60_000);
  const said = { title: ' Referral of the clinic ', kind: 'referral', paperOn: '2026-11-03' } as const;
  expect(await world.ok('attachments.describe', { id, ...said })).toEqual({ id, clientId });
  expect(await last(world, 1)).toEqual([{ action: 'document-described', client_id: clientId, record_id: id }]);
  expect(world.announced).toContain('documents');
  const [first, byName] = [{ title: 'Scan 0017', kind: 'photo', paperOn: null }, world.open.actor.name];
  const was = [{ ...first, at: world.now(), byName }];
  const kept = { kind: 'referral', paperOn: '2026-11-03', before: was };
  expect(await world.ok('attachments.get', { id })).toMatchObject({
    title: 'Referral of the clinic',
    filed: kept,
    pdf: png.toString('base64'),
  });
  expect((await world.ok('documents.ofClient', { clientId })).documents).toMatchObject([{ title: 'Referral of the clinic', filed: kept }]);
  expect((await world.ok('attachments.ofClient', { clientId, kind: 'referral' })).attachments.map((one) => one.id)).toEqual([id]);
  expect((await world.ok('attachments.ofClient', { clientId, kind: 'photo' })).attachments).toEqual([]);

  world.later(60_000);
  await world.ok('attachments.describe', { id, title: 'Referral', kind: 'referral', paperOn: null });
  const again = { at: world.now(), byName, title: 'Referral of the clinic', kind: 'referral', paperOn: '2026-11-03' };
  expect((await world.ok('attachments.get', { id })).filed).toMatchObject({ kind: 'referral', paperOn: null, before: [...was, again] });
  const reply = await world.call('documents.file', { uploadId: await sent(world, png), clientId, title: 'Again' });
  expect(reply).toMatchObject({ error: { reason: 'filed-already', details: { title: 'Referral' } } });
  const timeline = await world.ok('clients.timeline', { clientId });
  expect(timeline.entries.filter(({ kind }) => kind === 'file')).toMatchObject([{ title: 'Referral' }]);
});

test('it has a name, a day that has come, and is a paper that was filed and is gone by', async () => {
  const { world, clientId, id } = await filed();
  const said = { id, title: 'Referral', kind: 'referral', paperOn: null } as const;
  const say = (more: object) => world.call('attachments.describe', { ...said, ...more });
  expect(await say({ title: ' \u200b ' })).toMatchObject({ error: { code: 'invalid', issues: [{ path: ['title'] }] } });
  expect(await say({ kind: 'letter' })).toMatchObject({ error: { code: 'invalid' } });
  expect(await say({ paperOn: '2026-11-25' })).toEqual(refused('day-in-future'));
  expect(await say({ id: someId })).toEqual({ ok: false, error: { code: 'not-found', what: 'document' } });
  await world.ok('attachments.setInError', { id, reason: 'x' });
  expect(await say({})).toEqual(refused('paper-in-error'));
  expect((await world.ok('documents.ofClient', { clientId })).documents).toMatchObject([{ title: 'Scan 0017' }]);
  const drawn = await signed();
  const reply = await drawn.world.call('attachments.describe', { ...said, id: drawn.id });
  expect(reply).toEqual({ ok: false, error: { code: 'not-found', what: 'document' } });
});
