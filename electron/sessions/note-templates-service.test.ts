import { describe, expect, test } from 'vitest';
import type { InputOf } from '../../shared/calls.ts';
import { emptyValue } from '../../shared/note-values.ts';
import { colleague, reason, writing } from './note-world.test-world.ts';

type Template = InputOf<'noteTemplates.save'>['template'];

const template = (more: Partial<Template> = {}): Template => ({
  name: 'First visit',
  format: 'DAP',
  serviceIds: [],
  values: { 'o.observed': { ...emptyValue, text: 'Breath, colour, ease' } },
  custom: [{ id: 'sleep', label: 'Sleep', kind: 'scale', required: true, options: [], low: 'none', high: 'all night' }],
  ...more,
});

const keeping = async () => {
  const made = await writing();
  const { world } = made;
  const save = (more: Partial<Template> = {}, seen: Partial<Omit<InputOf<'noteTemplates.save'>, 'template'>> = {}) =>
    world.call('noteTemplates.save', { id: null, version: 0, active: true, template: template(more), ...seen });
  const first = await world.ok('noteTemplates.save', { id: null, version: 0, active: true, template: template() });
  const listed = async () =>
    (await world.ok('noteTemplates.list', {})).templates.map(({ name, version, active }) => [name, version, active]);
  return { ...made, save, first, listed };
};

describe('a template', () => {
  test('is kept as it was made, changed as it was seen, and taken out of use', async () => {
    const { world, save, first, listed } = await keeping();
    expect(first).toEqual({ id: expect.any(String), version: 1, active: true, ...template() });
    expect(await save({ name: 'After a rest' })).toMatchObject({ ok: true, value: { version: 1 } });
    expect(await save({ name: 'First visit', format: 'SOAP' }, { id: first.id, version: 1, active: false })).toMatchObject({
      ok: true,
      value: { id: first.id, version: 2, active: false, format: 'SOAP' },
    });
    expect(await listed()).toEqual([
      ['After a rest', 1, true],
      ['First visit', 2, false],
    ]);
    const changes = (await world.audit()).filter(({ action }) => action === 'note-templates-changed');
    expect(changes.map(({ record_id }) => record_id === first.id)).toEqual([true, false, true]);
    expect(world.announced).toContain('notes');
  });

  test('begins notes chosen by hand, and leaves those that were begun as they are', async () => {
    const { world, clientId, save, first } = await keeping();
    const note = await world.ok('notes.draft', { clientId, sessionId: null, templateId: first.id });
    expect(note).toMatchObject({ format: 'DAP', templateId: first.id, values: template().values, custom: template().custom });
    await save({ values: {}, custom: [] }, { id: first.id, version: 1 });
    expect(await world.ok('notes.get', { noteId: note.id })).toMatchObject({ values: template().values, custom: template().custom });
  });

  test('is refused under a name there is, whatever its capitals, and where somebody changed it since', async () => {
    const { save, first, listed } = await keeping();
    expect(await save({ name: 'FIRST VISIT' })).toEqual(reason('name-taken'));
    expect(await save({ name: 'first visit' }, { id: first.id, version: 1 })).toMatchObject({ ok: true });
    await save({ name: 'Later' }, { active: false });
    expect(await save({ name: 'later' }, { id: first.id, version: 2 })).toEqual(reason('name-taken'));
    expect(await save({ name: 'Mine' }, { id: first.id, version: 1 })).toEqual({
      ok: false,
      error: { code: 'conflict', current: { id: first.id, version: 2, active: true, ...template({ name: 'first visit' }) } },
    });
    expect(await listed()).toEqual([
      ['first visit', 2, true],
      ['Later', 1, false],
    ]);
  });

  const value = (more: Partial<typeof emptyValue>) => ({ ...emptyValue, ...more });
  const twice = template().custom.flatMap((field) => [field, { ...field, label: 'Sleep again' }]);
  test.each<[string, Partial<Template>, string[]]>([
    ['a field no note has', { values: { 'x.none': value({ text: 'x' }) } }, ['x.none']],
    ['an answer that cannot be chosen', { values: { 'o.observed': value({ choice: 'nothing-of-it' }) } }, ['o.observed']],
    ['a place no chart has', { values: { 'o.observed': value({ areas: { 'B-NOWHERE': 'yes' } }) } }, ['o.observed']],
    ['a field of its own that is not there', { custom: [], values: { 'custom.sleep': value({ number: 3 }) } }, ['custom.sleep']],
    ['two fields of one name', { values: {}, custom: twice }, ['custom.sleep']],
    [
      'what was carried over from a note of somebody',
      { values: { 'o.observed': value({ copied: { noteId: '01a207a2-3366-7916-a111-000000000001', on: '2026-11-01' } }) } },
      ['o.observed'],
    ],
  ])('is refused with %s', async (_, wrong, fields) => {
    const { save, listed } = await keeping();
    expect(await save({ name: 'Wrong', ...wrong })).toEqual(reason('template-fields', { fields }));
    expect(await listed()).toEqual([['First visit', 1, true]]);
  });

  test('is refused with more than a note may hold, for a service there is not, and changing what is not there', async () => {
    const { world, save } = await keeping();
    const long = { ...emptyValue, text: 'x'.repeat(300_000) };
    expect(await save({ name: 'Long', values: { 'o.observed': long, 's.words': long } })).toEqual(
      reason('note-too-long', { length: 600_000, limit: 500_000 }),
    );
    const absent = world.open.newId();
    expect(await save({ name: 'Other', serviceIds: [absent] })).toMatchObject({ ok: false, error: { code: 'not-found', what: 'service' } });
    expect(await save({ name: 'Other' }, { id: absent, version: 1 })).toMatchObject({
      ok: false,
      error: { code: 'not-found', what: 'note-template' },
    });
  });

  test('is the practice’s: another practitioner may change it', async () => {
    const { world, first } = await keeping();
    const tom = await colleague(world);
    const asked = { id: first.id, version: 1, active: true, template: template({ name: 'Ours' }) };
    expect(await tom.ok('noteTemplates.save', asked)).toMatchObject({ version: 2, name: 'Ours' });
  });
});
