import { expect, test } from 'vitest';
import { type AskingForm, type AskingIntake, byClient } from './asking.ts';

const form = (clientId: string, chosenName: string, formId: string): AskingForm => ({
  clientId,
  chosenName,
  formState: {
    formId,
    area: null,
    title: formId,
    version: '1.0.0',
    state: 'ended',
    reason: 'date',
    consentId: formId,
    signedVersion: '1.0.0',
    endsOn: '2026-11-20',
    partsWithdrawn: [],
    newerText: false,
  },
});
const intake = (clientId: string, chosenName: string): AskingIntake => ({ clientId, chosenName, kind: 'open', day: '2026-11-24' });

test('everything about one client stands together, forms first', () => {
  const forms = [form('b', 'Bea', 'privacy'), form('m', 'Maya', 'fees'), form('b', 'Bea', 'fees')];
  const intakes = [intake('n', 'Noor'), intake('m', 'Maya')];
  expect(byClient(forms, intakes)).toEqual([
    { clientId: 'b', name: 'Bea', forms: [forms[0], forms[2]], intakes: [] },
    { clientId: 'm', name: 'Maya', forms: [forms[1]], intakes: [intakes[1]] },
    { clientId: 'n', name: 'Noor', forms: [], intakes: [intakes[0]] },
  ]);
});
