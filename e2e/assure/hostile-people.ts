import type { CallName, InputOf } from '../../shared/calls.ts';
import type { Ids } from './hostile-health.ts';

type PeopleCall = Extract<
  CallName,
  | 'clients.alike'
  | 'clients.mergePreview'
  | 'clients.merge'
  | 'clients.markError'
  | 'clients.setPhoto'
  | `customFields.${string}`
  | `tags.${string}`
  | `clientFilters.${string}`
>;

/** An input of each call about tags, a practice's own fields and filters of the list that would be taken. */
export const nearlyGoodPeople = (ids: Ids): { readonly [N in PeopleCall]: InputOf<N> } => ({
  'clients.alike': { chosenName: 'x', legalName: 'x', birthDate: '1990-01-01', phone: '4165550142', email: 'a@b' },
  'clients.mergePreview': { keepId: ids.clientId, mergeId: ids.contactId },
  'clients.merge': {
    keepId: ids.clientId,
    mergeId: ids.contactId,
    keepRevision: '1.0123456789abcdef',
    mergeRevision: '1.0123456789abcdef',
    fields: [{ field: 'phone', from: 'keep' }],
    reason: 'x',
  },
  'clients.markError': { clientId: ids.clientId, version: 1, inError: true, reason: 'x' },
  'clients.setPhoto': { clientId: ids.clientId, version: 1, uploadId: ids.documentId },
  'customFields.list': {},
  'customFields.save': { id: null, version: 0, details: { label: 'x', kind: 'choice', options: ['x'], inUse: true } },
  'customFields.order': { ids: [ids.clientId] },
  'customFields.remove': { id: ids.clientId, version: 1 },
  'tags.list': {},
  'tags.rename': { tag: 'x', to: 'y' },
  'tags.remove': { tag: 'x' },
  'clientFilters.list': {},
  'clientFilters.save': { name: 'x', filter: { query: 'x', tags: ['x'], archived: false } },
  'clientFilters.remove': { id: ids.clientId },
});
