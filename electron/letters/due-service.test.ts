import { expect, test } from 'vitest';
import { okafor, permission } from '../releases/releases.test-world.ts';
import { minute } from '../sessions/session.test-world.ts';
import { everything, refusal, visited, writingLetters } from './letters.test-world.ts';

const day = 24 * 60 * minute;

test('an update is due after a month with a visit, until one was signed', async () => {
  const made = await writingLetters();
  const { world, clientId, contactId } = made;
  const due = async () => (await world.ok('letters.due', {})).updates;
  world.later(31 * day);
  expect(await due()).toEqual([]);
  await visited(made);
  expect(await due()).toMatchObject([
    { clientId, contactId, visits: 1, lastOn: null, letterId: null, recipient: { name: 'Dr. S. Okafor' } },
  ]);

  const { begun } = await world.ok('letters.draftDue', {
    updates: [
      { clientId, contactId },
      { clientId, contactId },
    ],
  });
  expect(begun).toMatchObject([{ kindId: 'progress-update', state: 'draft' }]);
  expect(await due()).toMatchObject([{ letterId: begun[0]?.id }]);
  expect((await world.ok('letters.draftDue', { updates: [{ clientId, contactId }] })).begun.map(({ id }) => id)).toEqual([begun[0]?.id]);
  expect((await world.ok('letters.due', {})).drafts.map(({ id }) => id)).toEqual([begun[0]?.id]);

  const final = await made.final(await world.ok('letters.get', { id: begun[0]?.id ?? '' }));
  expect(await due()).toEqual([]);
  expect((await world.ok('letters.due', {})).toHandOver.map(({ id }) => id)).toEqual([final.letter.id]);
  // The next one goes on where this one ended.
  expect((await made.begun()).letter.period).toEqual({ from: '2026-12-25', to: '2026-12-25' });
});

test('an update is due after four visits, to the entry the recipient is now', async () => {
  const made = await writingLetters();
  const { world, clientId, contactId } = made;
  const due = async () => (await world.ok('letters.due', {})).updates;
  for (const _ of [1, 2, 3]) {
    await visited(made);
    world.later(day);
  }
  expect(await due()).toEqual([]);
  await visited(made);
  expect(await due()).toMatchObject([{ visits: 4 }]);
  const { id: keepId } = await world.ok('contacts.create', { ...okafor, name: 'Dr. Sade Okafor', anyway: true });
  await world.ok('contacts.merge', {
    keepId,
    keepVersion: 1,
    goneId: contactId,
    goneVersion: 1,
    details: { ...okafor, name: 'Dr. Sade Okafor' },
  });
  expect(await due()).toMatchObject([{ clientId, contactId: keepId, recipient: { name: 'Dr. Sade Okafor' } }]);
});

test('what is not permitted any more is told, and the others are begun', async () => {
  const made = await writingLetters();
  const { world, clientId, contactId } = made;
  const { id: otherId } = await world.ok('contacts.create', { ...okafor, name: 'Dr. Lee', anyway: true });
  await permission({ world, clientId, contactId: otherId }, everything);
  await world.ok('releases.revoke', { id: made.release?.id ?? '', why: 'taken-back', by: 'client' });
  const updates = [contactId, otherId].map((id) => ({ clientId, contactId: id }));
  const { begun, refused } = await world.ok('letters.draftDue', { updates });
  expect(begun.map(({ to }) => to)).toEqual([{ kind: 'contact', contactId: otherId }]);
  expect(refused).toMatchObject([{ contactId, verdict: { permitted: false, reason: 'revoked' } }]);
  expect(await refusal(world, 'letters.draftDue', { updates: [{ clientId, contactId: clientId }] })).toBe('no contact');
});

test('an answer is late after the day it was asked for', async () => {
  const made = await writingLetters();
  const { letter } = await made.final(await made.begun({ kindId: 'intro-coordinate' }));
  expect(letter.replyBy).toBe('2026-12-08');
  await made.world.ok('letters.handedOver', { id: letter.id, on: '2026-11-24', way: 'post' });
  const late = async () => (await made.world.ok('letters.due', {})).unanswered.map(({ id }) => id);
  made.world.later(14 * day);
  expect(await late()).toEqual([]);
  made.world.later(day);
  expect(await late()).toEqual([letter.id]);
  await made.world.ok('letters.fileReply', { id: letter.id, on: '2026-12-09', words: 'Yes' });
  expect(await late()).toEqual([]);
});
