import type { CallName, InputOf } from '../../shared/calls.ts';
import type { Ids } from './hostile-health.ts';

type NoteCall = Extract<
  CallName,
  | `notes.${string}`
  | `reflections.${string}`
  | `noteTemplates.${string}`
  | `snippets.${string}`
  | `language.${string}`
  | `aftercare.${string}`
>;

const values: InputOf<'notes.save'>['note']['values'] = {
  'o.observed': { text: 'x' },
  'a.response': { text: 'x', choice: 'easier' },
  'visit.start': { time: '09:00' },
  'consent.map': { areas: { 'B-TRAP-L': 'yes' } },
  'custom.sleep': { number: 3, after: 'declined' },
};
const custom: InputOf<'notes.save'>['note']['custom'] = [
  { id: 'sleep', label: 'x', kind: 'scale', required: false, options: ['x'], low: 'x', high: 'x' },
];

/** An input of each call about notes that would be taken. */
export const nearlyGoodNotes = (ids: Ids): { readonly [N in NoteCall]: InputOf<N> } => ({
  'notes.content': {},
  'notes.draft': { clientId: ids.guestId, sessionId: null, on: '2026-11-20', templateId: null },
  'notes.save': {
    noteId: ids.noteId,
    revision: 1,
    note: { on: '2026-11-20', format: 'SOAP', templateId: null, values, custom, kept: [{ rule: 'x', words: 'x' }] },
  },
  'notes.sign': { noteId: ids.noteId, revision: 1, signature: { signer: 'practitioner', method: 'typed', name: 'x' } },
  'notes.addendum': { noteId: ids.noteId, id: '30000000-0000-4000-8000-000000000004', reason: 'x', text: 'x' },
  'notes.get': { noteId: ids.noteId },
  'notes.ofClient': { clientId: ids.guestId, limit: 20 },
  'notes.search': { query: 'x', clientId: ids.guestId, from: '2026-11-01', to: '2026-11-30', state: 'draft', limit: 20 },
  'notes.unsigned': {},
  'notes.setInError': { noteId: ids.noteId, reason: 'x', toClientId: ids.clientId },
  'notes.cover': { clientId: ids.guestId, reason: 'x' },
  'notes.paper': { noteId: ids.noteId },
  'notes.settings': {},
  'notes.setSettings': { version: 1, settings: { reflections: true, checked: 'x' } },
  'reflections.get': { noteId: ids.noteId },
  'reflections.save': { noteId: ids.noteId, revision: 0, text: 'x' },
  'noteTemplates.list': {},
  'noteTemplates.save': {
    id: null,
    version: 0,
    active: true,
    template: { name: 'x', format: 'DAP', serviceIds: [], values: { 's.words': { text: 'x' } }, custom },
  },
  'snippets.list': {},
  'snippets.save': { id: null, version: 0, snippet: { trigger: 'x', text: 'x', shared: true } },
  'snippets.remove': { id: ids.noteId },
  'language.check': { text: 'x' },
  'language.settings': {},
  'language.set': { mode: 'soft', off: ['toxins'] },
  'aftercare.content': {},
  'aftercare.fits': { items: ['water'], words: 'x' },
  'aftercare.compose': { clientId: ids.guestId, sessionId: null, items: ['water'], words: 'x' },
});
