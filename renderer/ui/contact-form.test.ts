import { describe, expect, test } from 'vitest';
import { words } from '../words.ts';
import { contactProblems, contactRefused, differingFields, disputedContactFields, emptyContact, mergedContact } from './contact-form.ts';

const said = { contacts: words.getFixedT('en', 'contacts'), errors: words.getFixedT('en', 'errors') };
const okafor = { ...emptyContact, name: 'Dr. Amara Okafor' };

describe('a contact as typed', () => {
  test.each([
    [emptyContact, [['name', 'Write a name']]],
    [{ ...emptyContact, name: '\u200b' }, [['name', 'Write a name']]],
    [okafor, []],
    [{ ...okafor, email: 'amara' }, [['email', 'An e-mail has a name, an @ and a place, like maya@example.org']]],
    [{ ...okafor, email: ' amara@example.org ' }, []],
    [{ ...okafor, address: 'x'.repeat(501) }, [['address', 'At most 500 characters fit here; it has 501 now']]],
    [{ ...okafor, note: 'x'.repeat(501) }, []],
  ])('%#', (typed, expected) => {
    expect(contactProblems(typed, said).map(({ field, text }) => [field, text])).toEqual(expected);
  });

  test('says beside the field what the vault found', () => {
    expect(contactRefused([{ path: ['details', 'name'], problem: 'required' }], 'organisation', said)).toEqual([
      { field: 'name', label: 'Name of the place', text: 'Not filled in yet' },
    ]);
  });
});

describe('a contact saved by someone else meanwhile', () => {
  const base = { ...okafor, phone: '1', note: 'a' };
  const three = {
    base,
    typed: { ...base, phone: '2', email: 'a@example.org', address: 'Mill Lane' },
    theirs: { ...base, phone: '3', note: 'b', email: 'a@example.org', kind: 'organisation' as const },
  };
  test('takes what is saved where nothing was typed', () => {
    expect(mergedContact(three)).toEqual({ ...three.theirs, phone: '2', address: 'Mill Lane' });
  });
  test('is asked about where both changed it, and not to the same', () => {
    expect(disputedContactFields(three)).toEqual(['phone']);
  });
  test('differs where it reads differently', () => {
    expect(differingFields(okafor, { ...okafor, name: ' Dr. Amara Okafor', phone: '1' })).toEqual(['phone']);
  });
});
