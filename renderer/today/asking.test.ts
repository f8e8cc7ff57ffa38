import { expect, test } from 'vitest';
import { type AskingForm, type AskingHealth, type AskingIncidents, type AskingIntake, byClient } from './asking.ts';

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

const health = (clientId: string, chosenName: string, kind: AskingHealth['kind']): AskingHealth => ({
  clientId,
  chosenName,
  kind,
  count: 1,
  day: '2026-11-24',
});

const happened = (clientId: string, chosenName: string): AskingIncidents => ({
  clientId,
  chosenName,
  count: 1,
  day: '2026-11-24',
  isHeld: true,
});

test('everything about one client stands together, what happened in a session first', () => {
  const forms = [form('b', 'Bea', 'privacy'), form('m', 'Maya', 'fees'), form('b', 'Bea', 'fees')];
  const intakes = [intake('n', 'Noor'), intake('m', 'Maya')];
  const ofHealth = [health('d', 'Daniel', 'to-clear'), health('m', 'Maya', 'to-clear'), health('d', 'Daniel', 'not-answered')];
  const incidents = [happened('n', 'Noor')];
  expect(byClient({ forms, intakes, health: ofHealth, incidents })).toEqual([
    { clientId: 'n', name: 'Noor', forms: [], intakes: [intakes[0]], health: [], incidents: [incidents[0]] },
    { clientId: 'b', name: 'Bea', forms: [forms[0], forms[2]], intakes: [], health: [], incidents: [] },
    { clientId: 'm', name: 'Maya', forms: [forms[1]], intakes: [intakes[1]], health: [ofHealth[1]], incidents: [] },
    { clientId: 'd', name: 'Daniel', forms: [], intakes: [], health: [ofHealth[0], ofHealth[2]], incidents: [] },
  ]);
});
