import { png, sent } from '../documents/uploads.test-world.ts';
import type { PracticeCallName } from '../practice/handlers.ts';
import { clientDetails, type TestWorld } from '../practice/practice.test-world.ts';

/** A good input of every call about tags, a practice's own fields and filters of the list, for the tests that go through all calls. */

export const peopleState = async ({ database }: TestWorld['open']): Promise<readonly unknown[]> => [
  await database.selectFrom('client_tags').selectAll().execute(),
  await database.selectFrom('custom_fields').selectAll().execute(),
  await database.selectFrom('client_custom_values').selectAll().execute(),
  await database.selectFrom('client_filters').selectAll().execute(),
  await database.selectFrom('client_photos').selectAll().execute(),
];

/** Of the practice, or of all its clients at once. */
export const peopleActionsOfNoClient: readonly string[] = [
  'clients-compared',
  'custom-fields-changed',
  'tags-changed',
  'client-filters-changed',
];

type PeopleCall = Extract<
  PracticeCallName,
  | 'clients.alike'
  | 'clients.mergePreview'
  | 'clients.merge'
  | 'clients.markError'
  | 'clients.setPhoto'
  | `customFields.${string}`
  | `tags.${string}`
  | `clientFilters.${string}`
>;

/** In this order each finds what those before it left: a field is made, moved and taken away. A tag is given with the client that has it. */
export const peopleInputs = (world: TestWorld, clientId: () => string): { readonly [N in PeopleCall]: () => unknown } => {
  const field = async () => {
    const [first] = (await world.ok('customFields.list', {})).fields;
    return { id: first?.id ?? '', version: first?.version ?? 0 };
  };
  const tagged = async (tag: string): Promise<void> => {
    await world.open.database.insertInto('client_tags').values({ client_id: clientId(), folded: tag, words: tag }).execute();
  };
  const somebody = (phone: string) => world.ok('clients.create', { ...clientDetails, phone });
  const twoOfOne = async () => ({ keepId: (await somebody('416 555 0142')).id, mergeId: (await somebody('416 555 0143')).id });
  return {
    'clients.mergePreview': twoOfOne,
    'clients.merge': async () => {
      const two = await twoOfOne();
      const { keepRevision, mergeRevision } = await world.ok('clients.mergePreview', two);
      return { ...two, keepRevision, mergeRevision, fields: [{ field: 'phone', from: 'keep' }], reason: 'Written down twice' };
    },
    'clients.markError': async () => {
      const { id, version } = await somebody('');
      return { clientId: id, version, reason: 'Nobody of this name' };
    },
    'clients.setPhoto': async () => {
      const { id, version } = await somebody('');
      return { clientId: id, version, uploadId: await sent(world, png, 'face.png') };
    },
    'clients.alike': () => ({ chosenName: 'Maya', legalName: '', birthDate: null, phone: '416 555 0142', email: '' }),
    'customFields.save': () => ({ id: null, version: 0, details: { label: 'Referred by', kind: 'text', options: [], inUse: true } }),
    'customFields.list': () => ({}),
    'customFields.order': async () => ({ ids: [(await field()).id] }),
    'customFields.remove': field,
    'tags.list': () => ({}),
    'tags.rename': async () => {
      await tagged('evening');
      return { tag: 'evening', to: 'late' };
    },
    'tags.remove': () => ({ tag: 'late' }),
    'clientFilters.save': () => ({ name: 'Evenings', filter: { query: '', tags: ['late'], archived: false } }),
    'clientFilters.list': () => ({}),
    'clientFilters.remove': async () => ({ id: (await world.ok('clientFilters.list', {})).filters[0]?.id ?? '' }),
  };
};
