import { describe, expect, test } from 'vitest';
import { nothingFurther } from '../../shared/clients.ts';
import { clientDetails, testWorld } from '../practice/practice.test-world.ts';

const zofia = { name: 'Zofia', relation: 'sister', phone: '416 555 0102' };

/** Everything a record can hold beyond its first lines. */
const further = {
  ...clientDetails,
  voicemail: 'no',
  discreetWords: 'Say that Hana called.',
  language: 'Polish, some English',
  emergencyContacts: [zofia, { name: 'Jan', relation: '', phone: '' }],
  guardian: { ...zofia, email: 'zofia@example.org' },
  tags: ['evening'],
} as const;

describe('the record of a client', () => {
  test('is kept whole, read as it was saved, and emptied again', async () => {
    const world = await testWorld();
    const made = await world.ok('clients.create', { ...further, emergencyContacts: [...further.emergencyContacts], tags: ['evening'] });
    expect(made).toMatchObject({ ...further, custom: {} });
    expect(await world.ok('clients.get', { id: made.id })).toEqual(made);
    const emptied = await world.ok('clients.update', { id: made.id, version: 1, details: clientDetails });
    expect(emptied).toEqual({ ...made, ...nothingFurther, version: 2 });
    expect(await world.ok('clients.get', { id: made.id })).toEqual(emptied);
  });

  test('keeps what else it holds when the stop signal is tried, the record archived and brought back', async () => {
    const world = await testWorld();
    const made = await world.ok('clients.create', { ...further, emergencyContacts: [zofia], tags: ['evening'] });
    await world.ok('stopSignal.rehearsed', { clientId: made.id, word: 'amber', gesture: 'a lifted hand' });
    await world.ok('clients.archive', { id: made.id, version: 2, archived: true });
    const { emergencyContacts, guardian, tags, voicemail } = await world.ok('clients.archive', {
      id: made.id,
      version: 3,
      archived: false,
    });
    expect({ emergencyContacts, guardian, tags, voicemail }).toEqual({
      ...{ emergencyContacts: [zofia], guardian: further.guardian, tags: ['evening'], voicemail: 'no' },
    });
  });

  test.each([
    ['five people to call', { emergencyContacts: Array.from({ length: 5 }, () => zofia) }, ['emergencyContacts'], 'too-long'],
    ['somebody to call without a name', { emergencyContacts: [{ ...zofia, name: ' ' }] }, ['emergencyContacts', 0, 'name'], 'required'],
    ['a guardian with half a mail', { guardian: { ...further.guardian, email: 'zofia@' } }, ['guardian', 'email'], 'not-an-email'],
    ['a tag of blanks', { tags: ['\u200b'] }, ['tags', 0], 'required'],
    ['a tag of 61 letters', { tags: ['x'.repeat(61)] }, ['tags', 0], 'too-long'],
  ])('is refused with %s', async (_, more, path, problem) => {
    const world = await testWorld();
    expect(await world.raw('clients.create', { ...clientDetails, ...more })).toMatchObject({
      ok: false,
      error: { code: 'invalid', issues: [{ path, problem }] },
    });
  });
});

describe('clients written down before', () => {
  test('are told with what is alike, archived ones too, and keep nobody from being added', async () => {
    const world = await testWorld();
    const typed = { chosenName: 'maya rosario', legalName: '', birthDate: '1991-03-14', phone: '', email: '' };
    expect(await world.ok('clients.alike', typed)).toEqual({ clients: [] });
    const maya = await world.ok('clients.create', clientDetails);
    const noor = await world.ok('clients.create', {
      ...clientDetails,
      chosenName: 'Noor',
      birthDate: null,
      phone: '',
      email: 'noor@example.org',
    });
    await world.ok('clients.archive', { id: noor.id, version: 1, archived: true });
    const alike = async (more: object) => (await world.ok('clients.alike', { ...typed, ...more })).clients.map(({ id, why }) => [id, why]);
    expect(await alike({})).toEqual([[maya.id, ['name-and-birth']]]);
    expect(await alike({ birthDate: null })).toEqual([]);
    expect(await alike({ birthDate: null, phone: '+1 416-555-0142' })).toEqual([[maya.id, ['phone']]]);
    expect(await alike({ phone: '5550142', email: 'NOOR@example.org' })).toEqual([
      [maya.id, ['name-and-birth', 'phone']],
      [noor.id, ['email']],
    ]);
    await world.ok('clients.create', clientDetails);
    expect(await alike({})).toHaveLength(2);
  });
});
