import type { SafetyCard } from '../../shared/safety.ts';
import { loadClinicalContent } from '../consent/form-content.ts';
import { installation } from '../practice/installation.ts';
import { findingItems } from './health-content.ts';
import type { CardToPrint } from './safety-pdf.ts';

/** A card of an invented client, with findings of the clinical content. */

const content = loadClinicalContent(installation().clinical, () => undefined);
export const items = findingItems(content);

export const toldOf = (itemId: string, more: Partial<SafetyCard['health'][number]> = {}): SafetyCard['health'][number] => {
  const item = items.find(({ id }) => id === itemId);
  if (!item) throw new Error(`no item ${itemId}`);
  const { condition, kind: weight, adaptation, do: plain } = item;
  return {
    findingId: itemId,
    condition,
    weight,
    cause: 'yes',
    toAsk: false,
    refused: false,
    line: adaptation || plain,
    places: [],
    until: null,
    ...more,
  };
};

export const card: SafetyCard = {
  clientId: '0193a5c2-7b1e-7c3d-8a4f-1234567890ad',
  chosenName: 'Maya Rosario',
  pronouns: 'she/her',
  birthDate: '1992-03-14',
  underAge: false,
  howToSpeak: 'Maya, slowly',
  stop: { word: 'amber', gesture: 'a lifted hand', rehearsedAt: '2026-11-17T15:00:00.000Z' },
  wouldStop: 'A hand on my throat',
  readiness: { state: 'ready-with-limits', reasons: [] },
  changes: [],
  places: {
    open: ['Upper shoulder, left and right'],
    ask: ['Back of the neck'],
    out: ['Face'],
    closed: [{ labels: ['Calf, left'], why: 'A finding: Varicose veins' }],
    allClosed: false,
  },
  pressure: { ceiling: 2, label: 'Light', because: ['A medicine: apixaban'] },
  positions: { allowed: ['Sitting, feet on the floor'], avoid: ['Face down'] },
  health: [toldOf('varicose', { places: ['Calf, left'] })],
  medicines: [{ name: 'apixaban', line: 'No sustained point pressure.', ceiling: 2, places: [] }],
  helps: ['Cool water', 'Humming'],
  leaveOut: ['Closed door', 'Lavender'],
  room: ['Door: A little open'],
  emergencyContacts: [{ name: 'Luz Rosario', role: 'sister', phone: '416 555 0143' }],
  lastStop: null,
  endsSoon: [{ title: 'Release of information', day: '2026-12-14' }],
  clearancesAsked: [{ of: 'Dr. S. Okafor', day: '2026-11-20', about: ['Varicose veins'] }],
  askedAt: null,
};

export const sheet: CardToPrint = {
  documentId: '0193a5c2-7b1e-7c3d-8a4f-1234567890ab',
  practice: { practiceName: 'Alder Room', address: '12 Mill Lane, Guelph, Ontario N1H 1A1', paper: 'letter' },
  card,
  levels: ['No contact', 'Resting hand', 'Light', 'Medium', 'Firm'],
  asOf: '2026-11-24T15:58:07.000Z',
  zone: 'America/Toronto',
  appVersion: '0.1.0',
};
