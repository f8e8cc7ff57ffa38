import { expect, test } from 'vitest';
import { draftOf, writing } from './note-world.test-world.ts';

test('a note is begun, written, signed, and stays as it was signed; an addendum stands under it', async () => {
  const { world, begun, written, signed } = await writing();
  const first = await begun();
  expect(first).toMatchObject({ state: 'draft', revision: 1, isOwn: true, format: 'SOAP', sessionId: null });
  const whole = await written(first, { 'o.observed': { text: 'Long breath out' } });
  expect(whole.revision).toBe(2);
  const done = await signed(whole);
  expect(done).toMatchObject({ state: 'signed', signed: { byName: 'Hana Lindqvist', method: 'typed', late: false } });
  expect(await world.call('notes.save', { noteId: done.id, revision: done.revision, note: draftOf(done) })).toMatchObject({
    ok: false,
    error: { code: 'refused', reason: 'note-signed' },
  });
  const id = '30000000-0000-4000-8000-000000000001';
  const later = await world.ok('notes.addendum', { noteId: done.id, id, reason: 'Told on the phone', text: 'Slept well after.' });
  expect(later.addenda).toMatchObject([{ text: 'Slept well after.', reason: 'Told on the phone', byName: 'Hana Lindqvist' }]);
  expect(later.values).toEqual(done.values);
});
