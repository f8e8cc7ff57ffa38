import { expect, test } from 'vitest';
import { testWorld } from '../practice/practice.test-world.ts';
import { colleague, filledIn, reason, typedBy, writing } from './note-world.test-world.ts';

const text = 'Client was dissociated. Massage flushes toxins.';

test('what is quiet for one person is looked at for another, stays so, and is written down nowhere', async () => {
  const world = await testWorld();
  const other = await colleague(world);
  const first = await world.ok('language.settings', {});
  expect({ ...first, rules: first.rules.length }).toEqual({ mode: 'soft', off: [], rules: 19 });
  expect(Object.keys(first.rules[0] ?? {}).toSorted()).toEqual(
    ['id', 'category', 'severity', 'why', 'tryInstead', 'exampleFlagged', 'exampleOk'].toSorted(),
  );
  const found = async (who: Pick<typeof other, 'ok'>) => (await who.ok('language.check', { text })).suggestions.map(({ rule }) => rule);
  expect(await world.ok('language.check', { text })).toMatchObject({
    most: 3,
    suggestions: [{ start: 7, end: 22, words: 'was dissociated' }, {}],
  });

  expect(await world.ok('language.set', { mode: 'soft', off: ['toxins', 'toxins'] })).toEqual({ mode: 'soft', off: ['toxins'] });
  expect([await found(world), await found(other)]).toEqual([['symptom-as-state'], ['symptom-as-state', 'toxins']]);

  expect(await world.call('language.set', { mode: 'soft', off: ['toxins', 'astrology'] })).toEqual(
    reason('rules-unknown', { rules: ['astrology'] }),
  );
  expect(await world.ok('language.settings', {})).toMatchObject({ mode: 'soft', off: ['toxins'] });

  await world.ok('language.set', { mode: 'off', off: ['toxins'] });
  expect([await found(world), await found(other)]).toEqual([[], ['symptom-as-state', 'toxins']]);
  await world.ok('language.set', { mode: 'soft', off: [] });
  expect(await found(world)).toEqual(['symptom-as-state', 'toxins']);

  expect(await world.open.database.selectFrom('audit').select('action').where('action', 'like', '%language%').execute()).toEqual([]);
});

test('a rule that newer content does without is dropped when it comes back, not refused', async () => {
  const world = await testWorld();
  const row = { owner: world.open.actor.id, mode: 'soft', off: '["long-gone","toxins"]' };
  await world.open.database.insertInto('language_settings').values(row).execute();
  const { mode, off } = await world.ok('language.settings', {});
  expect(off).toEqual(['long-gone', 'toxins']);
  expect(await world.ok('language.set', { mode, off })).toEqual({ mode: 'soft', off: ['toxins'] });
});

test('of a text of nothing else no more is answered than can be shown', async () => {
  const world = await testWorld();
  const { suggestions } = await world.ok('language.check', { text: 'PTSD '.repeat(100_000) });
  expect([suggestions.length, suggestions.at(-1)?.start]).toEqual([250, 249 * 5]);
});

test('phrases no record should hold are asked to be read again before signing: each once, not what is kept, quoted, or the client’s', async () => {
  const { world, content, begun } = await writing();
  const note = await begun();
  const quotes = content.fields.find(({ type }) => type === 'quotes')?.id ?? '';
  const sign = async (kept: readonly { rule: string; words: string }[]) => {
    const { revision } = await world.ok('notes.get', { noteId: note.id });
    const values = filledIn(content, {
      'o.observed': { text: 'Sensual tension, sensual tension in the hips. Client was dissociated. “An intimate area.”' },
      [quotes]: { text: 'A naughty knot' },
    });
    const draft = { on: note.on, format: note.format, templateId: null, values, custom: [], kept: [...kept] };
    const saved = await world.ok('notes.save', { noteId: note.id, revision, note: draft });
    return world.call('notes.sign', { noteId: note.id, revision: saved.revision, signature: typedBy('Anna Bell') });
  };
  const why = 'Never appropriate in a record or in speech.';
  const both = [
    { words: 'Sensual', why },
    { words: 'sensual', why },
  ];
  expect(await sign([])).toEqual(reason('words-to-reread', { words: both }));
  expect(await sign([{ rule: 'sexualised', words: 'Sensual' }])).toEqual(reason('words-to-reread', { words: both.slice(1) }));
  await world.ok('language.set', { mode: 'off', off: [] });
  expect(await sign([])).toMatchObject({ ok: true, value: { state: 'signed' } });
});
