import { expect, test } from 'vitest';
import { limits } from '../../shared/limits.ts';
import { testPassphrase } from '../practice/practice.test-world.ts';
import { colleague, handedOverMeanwhile, reason, writing } from './note-world.test-world.ts';

const checked = 'State board rules, read 3 November 2026';

const thinking = async ({ on = true }: { readonly on?: boolean } = {}) => {
  const made = await writing();
  const { world } = made;
  if (on) await world.ok('notes.setSettings', { version: 1, settings: { reflections: true, checked } });
  const note = await made.begun();
  const save = (revision: number, text: string) => world.call('reflections.save', { noteId: note.id, revision, text });
  const entries = async () => (await world.ok('reflections.get', { noteId: note.id })).entries;
  return { ...made, note, save, entries };
};

test('is kept beside the note as it is typed, with its own times', async () => {
  const { world, clientId, note, save, entries } = await thinking();
  expect(await save(0, 'I hurried the end.')).toEqual({ ok: true, value: { clientId, revision: 1, savedAt: '2026-11-24T15:58:00.000Z' } });
  world.later(60_000);
  await save(1, 'I hurried the end.\r\nSlower next time ');
  expect(await entries()).toEqual([
    {
      id: expect.any(String),
      text: 'I hurried the end.\nSlower next time ',
      createdAt: '2026-11-24T15:58:00.000Z',
      savedAt: '2026-11-24T15:59:00.000Z',
      revision: 2,
      isLocked: false,
    },
  ]);
  expect((await world.audit()).slice(-2)).toMatchObject([
    { action: 'reflection-saved', client_id: clientId, record_id: note.id },
    { action: 'reflections-opened', client_id: clientId, record_id: note.id },
  ]);
});

test('based on an older one, or begun twice, is a conflict that brings the entries as they stand', async () => {
  const { save, entries } = await thinking();
  await save(0, 'First');
  const stands = { ok: false, error: { code: 'conflict', current: await entries() } };
  for (const revision of [0, 2]) expect(await save(revision, 'Second')).toEqual(stands);
  expect(await entries()).toMatchObject([{ text: 'First', revision: 1 }]);
});

test('locks with the signature of its note; what is thought later is a further entry, open for its day', async () => {
  const { world, note, save, entries, written, signed } = await thinking();
  await save(0, 'Before');
  await signed(await written(note));
  expect(await entries()).toMatchObject([{ text: 'Before', isLocked: true }]);
  expect(await save(1, 'Changed')).toMatchObject({ error: { code: 'conflict', current: [{ text: 'Before', isLocked: true }] } });
  await save(0, 'Later');
  await save(1, 'Later the same day');
  world.later(24 * 3_600_000);
  expect(await entries()).toMatchObject([
    { text: 'Before', isLocked: true },
    { text: 'Later the same day', isLocked: true },
  ]);
  expect(await save(2, 'Over it')).toMatchObject({ error: { code: 'conflict' } });
  await save(0, 'A day after');
  expect((await entries()).map(({ text, isLocked }) => [text, isLocked])).toEqual([
    ['Before', true],
    ['Later the same day', true],
    ['A day after', false],
  ]);
  const raw = world.open.database.updateTable('reflections').set({ text: 'x' });
  await expect(raw.where('text', '=', 'Later the same day').execute()).rejects.toThrow('immutable');
});

test('is nobody else’s: not to read, not to write, not for who covers either', async () => {
  const { world, clientId, note, save } = await thinking();
  await save(0, 'Mine alone');
  const tom = await colleague(world);
  await tom.ok('notes.cover', { clientId, reason: 'Away this week' });
  expect((await tom.ok('reflections.get', { noteId: note.id })).entries).toEqual([]);
  expect(await tom.call('reflections.save', { noteId: note.id, revision: 0, text: 'Tom' })).toEqual(reason('not-your-note'));
  expect(JSON.stringify(await tom.ok('notes.get', { noteId: note.id }))).not.toContain('Mine alone');
});

test('stands in no note, search or paper, and is not for the client who reads the note', async () => {
  const { world, clientId, note, save, written } = await thinking();
  await save(0, 'Kestrel');
  const whole = await written(note);
  expect(JSON.stringify(whole)).not.toContain('Kestrel');
  expect((await world.ok('notes.search', { query: 'kestrel' })).hits).toEqual([]);
  await world.ok('handover.begin', { clientId, forms: [], noteId: note.id });
  const current = await world.ok('handover.current', {});
  expect(JSON.stringify(current)).not.toContain('Kestrel');
  expect(await save(1, 'Now')).toEqual({ ok: false, error: { code: 'handed-over' } });
  await world.ok('handover.end', { handoverId: current.id, passphrase: testPassphrase });
});

test('is off until the owner says where the law was looked up, and what was written before stays to be read', async () => {
  const { world, save, entries } = await thinking({ on: false });
  expect(await save(0, 'Early')).toEqual(reason('reflections-off'));
  const set = (version: number, reflections: boolean, words: string) =>
    world.call('notes.setSettings', { version, settings: { reflections, checked: words } });
  for (const words of ['', ' ', '\u200b']) expect(await set(1, true, words)).toEqual(reason('law-not-checked'));
  expect(await world.ok('notes.settings', {})).toEqual({ version: 1, reflections: false, checked: '' });
  expect(await set(1, true, checked)).toEqual({ ok: true, value: { version: 2, reflections: true, checked } });
  expect((await world.audit()).at(-1)).toMatchObject({ action: 'note-settings-changed' });
  expect(await set(1, false, '')).toEqual({ ok: false, error: { code: 'conflict', current: { version: 2, reflections: true, checked } } });
  await save(0, 'On');
  await set(2, false, checked);
  expect(await save(1, 'More')).toEqual(reason('reflections-off'));
  expect(await entries()).toMatchObject([{ text: 'On' }]);
});

test('is the owner’s to turn on', async () => {
  const { world } = await thinking({ on: false });
  const tom = await colleague(world);
  expect(await tom.call('notes.setSettings', { version: 1, settings: { reflections: true, checked } })).toEqual({
    ok: false,
    error: { code: 'not-allowed' },
  });
});

test('too long a text is refused with its length, and a note there is not is not found', async () => {
  const { world, save, entries } = await thinking();
  const issue = { path: ['text'], problem: 'too-long', limit: limits.paragraph, length: limits.paragraph + 1 };
  expect(await save(0, 'x'.repeat(limits.paragraph + 1))).toMatchObject({ error: { code: 'invalid', issues: [issue] } });
  expect(await entries()).toEqual([]);
  const noteId = '01890000-0000-7000-8000-00000000abcd';
  for (const reply of [
    await world.call('reflections.get', { noteId }),
    await world.call('reflections.save', { noteId, revision: 0, text: 'x' }),
  ])
    expect(reply).toEqual({ ok: false, error: { code: 'not-found', what: 'note' } });
});

test('a save that came in before the screen was handed over keeps nothing after', async () => {
  const { world, clientId, save } = await thinking();
  await handedOverMeanwhile(world, clientId);
  expect(await save(0, 'Late')).toEqual({ ok: false, error: { code: 'handed-over' } });
  expect(await world.open.database.selectFrom('reflections').selectAll().execute()).toEqual([]);
});
