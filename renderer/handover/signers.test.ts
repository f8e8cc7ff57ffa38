import { expect, test } from 'vitest';
import type { FormElement, Signer } from '../../shared/consent-form.ts';
import { otherSigners, signersHere, signersLeft } from './signers.ts';

const part = (signers: Signer[], required = true): FormElement => ({
  id: signers.join('-'),
  title: '',
  text: '',
  help: '',
  section: '',
  capture: 'signature',
  asks: 'signature',
  required,
  allowDeclined: false,
  options: [],
  signers,
  by: 'client',
  askIf: null,
  exclusive: [],
  otherText: false,
});

test.each<[string, FormElement[], Signer[], Signer | null, { here: Signer[]; left: Signer[]; other: Signer[] }]>([
  ['the client alone', [part(['client', 'practitioner'])], [], null, { here: ['client'], left: ['client'], other: [] }],
  [
    'a witness who may, a guardian who need not',
    [part(['witness'], false), part(['client', 'guardian', 'practitioner'])],
    ['client'],
    null,
    { here: ['witness', 'client'], left: ['client'], other: [] },
  ],
  [
    'a guardian the vault waits for',
    [part(['client', 'guardian'])],
    ['client', 'guardian'],
    null,
    { here: ['client', 'guardian'], left: ['client', 'guardian'], other: [] },
  ],
  [
    'a young person and a guardian',
    [part(['young_person', 'guardian', 'practitioner'])],
    [],
    null,
    { here: ['young_person', 'guardian'], left: ['young_person', 'guardian'], other: [] },
  ],
  [
    'someone in the place of the client',
    [part(['client', 'personal_representative'])],
    ['client'],
    'personal_representative',
    { here: ['personal_representative'], left: ['personal_representative'], other: ['client'] },
  ],
])('%s', (_what, elements, known, standIn, expected) => {
  const asking = { form: { elements }, known, standIn };
  expect({ here: signersHere(asking), left: signersLeft(asking, []), other: otherSigners(asking) }).toEqual(expected);
});

test('who has signed is not waited for', () => {
  const asking = { form: { elements: [part(['client'])] }, known: [], standIn: null };
  expect(signersLeft(asking, [{ signer: 'client', method: 'typed', name: 'Noor Abadi' }])).toEqual([]);
  expect(signersLeft(asking, [{ signer: 'client', method: 'typed', name: ' ' }])).toEqual(['client']);
});
