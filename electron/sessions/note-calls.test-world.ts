import type { CallName } from '../../shared/calls.ts';
import { emptyValue } from '../../shared/note-values.ts';
import type { PracticeCallName } from '../practice/handlers.ts';
import { clientDetails, type TestWorld } from '../practice/practice.test-world.ts';
import { eventId } from './session.test-world.ts';

/** A good input of every call about notes, for the tests that go through all calls. */

export const noteState = async ({ database }: TestWorld['open']): Promise<readonly unknown[]> => [
  await database.selectFrom('notes').selectAll().execute(),
  await database.selectFrom('note_templates').selectAll().execute(),
  await database.selectFrom('note_addenda').selectAll().execute(),
  await database.selectFrom('note_reviews').selectAll().execute(),
  await database.selectFrom('note_errors').selectAll().execute(),
  await database.selectFrom('coverings').selectAll().execute(),
  await database.selectFrom('reflections').selectAll().execute(),
  await database.selectFrom('snippets').selectAll().execute(),
  await database.selectFrom('language_settings').selectAll().execute(),
  await database.selectFrom('note_settings').selectAll().execute(),
  await database.selectFrom('note_rows').selectAll().execute(),
];

/** Of the practice or of who writes, and a search through the notes of all. */
export const noteActionsOfNoClient: readonly string[] = [
  'notes-searched',
  'note-settings-changed',
  'note-templates-changed',
  'snippets-changed',
  'language-changed',
];

type NoteCall = Extract<
  PracticeCallName,
  | `notes.${string}`
  | `reflections.${string}`
  | `noteTemplates.${string}`
  | `snippets.${string}`
  | `language.${string}`
  | `aftercare.${string}`
>;

/** In this order each finds what those before it left: a narrative is begun, written, and signed. */
export const noteInputs = (world: TestWorld): { readonly [N in NoteCall]: () => unknown } => {
  let writer: Promise<string> | null = null;
  const clientId = async (): Promise<string> => {
    writer ??= world.ok('clients.create', { ...clientDetails, chosenName: 'Ines Ferreira', stopWord: '' }).then(({ id }) => id);
    return writer;
  };
  const newest = async () => (await world.ok('notes.ofClient', { clientId: await clientId() })).notes[0];
  const named = async () => ({ noteId: (await newest())?.id ?? '', revision: (await newest())?.revision ?? 0 });
  const noteId = async () => ({ noteId: (await newest())?.id ?? '' });
  const note = async () => {
    const { content, on } = { content: await world.ok('notes.content', {}), on: (await newest())?.on };
    const values = Object.fromEntries(
      content.fields.map(({ id, options }) => [
        id,
        {
          ...emptyValue,
          text: 'x',
          choice: options[0]?.value ?? null,
          also: options[0]?.value ?? null,
          number: 1,
          time: '09:00',
          areas: {},
        },
      ]),
    );
    return {
      on,
      format: 'narrative',
      templateId: null,
      values: { ...values, narrative: { ...emptyValue, text: 'x' } },
      custom: [],
      kept: [],
    };
  };
  return {
    'notes.content': () => ({}),
    'notes.draft': async () => ({ clientId: await clientId(), sessionId: null }),
    'notes.save': async () => ({ ...(await named()), note: await note() }),
    'notes.get': noteId,
    'notes.ofClient': async () => ({ clientId: await clientId() }),
    'notes.search': () => ({ query: 'shoulder' }),
    'notes.unsigned': () => ({}),
    'notes.paper': noteId,
    'notes.settings': () => ({}),
    'notes.setSettings': async () => ({
      version: (await world.ok('notes.settings', {})).version,
      settings: { reflections: true, checked: 'The college, 23 November 2026' },
    }),
    'reflections.save': async () => ({ ...(await noteId()), revision: 0, text: 'Slower next time' }),
    'reflections.get': noteId,
    'notes.sign': async () => {
      if ((await newest())?.revision === 1) await world.ok('notes.save', { ...(await named()), note: (await note()) as never });
      return { ...(await named()), signature: { signer: 'practitioner', method: 'typed', name: 'Anna Bell' } };
    },
    'notes.addendum': async () => {
      const { id, revision, state } = (await newest()) ?? { id: '', revision: 0, state: 'draft' };
      if (state === 'draft')
        await world.ok('notes.sign', { noteId: id, revision, signature: { signer: 'practitioner', method: 'typed', name: 'Anna Bell' } });
      return { noteId: id, id: eventId(), reason: 'Told afterwards', text: 'Slept well' };
    },
    'notes.cover': async () => ({ clientId: await clientId(), reason: 'She is away this week' }),
    'notes.setInError': async () => ({ ...(await noteId()), reason: 'Of somebody else', toClientId: null }),
    'noteTemplates.list': () => ({}),
    'noteTemplates.save': () => ({
      id: null,
      version: 0,
      active: true,
      template: { name: 'Plain', format: 'SOAP', serviceIds: [], values: {}, custom: [] },
    }),
    'snippets.list': () => ({}),
    'snippets.save': () => ({ id: null, version: 0, snippet: { trigger: 'aft', text: 'Aftercare sheet given.', shared: false } }),
    'snippets.remove': async () => ({ id: (await world.ok('snippets.list', {})).snippets[0]?.id ?? world.open.newId() }),
    'language.check': () => ({ text: 'Releasing her grief.' }),
    'language.settings': () => ({}),
    'language.set': () => ({ mode: 'soft', off: [] }),
    'aftercare.content': () => ({}),
    'aftercare.fits': () => ({ items: ['water'], words: 'Call if you like' }),
    'aftercare.compose': async () => {
      const numbers = { emergency: '911', crisis: '9-8-8', text: '', note: '' };
      const { version } = await world.ok('crisis.settings', {});
      await world.ok('crisis.set', { version, numbers, checkedOn: '2026-11-20', confirmed: true });
      return { clientId: await clientId(), sessionId: null, items: ['water'] };
    },
  } satisfies { readonly [N in NoteCall & CallName]: () => unknown };
};
