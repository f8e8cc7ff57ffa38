import type { InputOf } from '../../shared/calls.ts';
import type { Client } from '../../shared/clients.ts';
import { addDays } from '../../shared/schedule-time.ts';
import type { Signature } from '../../shared/signatures.ts';
import type { CalendarDay } from '../../shared/time.ts';
import type { Ask } from './demo-forms.ts';

/** Notes of the demo practice. Everybody in them is invented. */

type Values = InputOf<'notes.save'>['note']['values'];
type DemoNote = {
  readonly name: string;
  /** Days from today. */
  readonly in: number;
  readonly values: Values;
  readonly signed: boolean;
};

const shoulders = { 'B-TRAP-L': 'yes', 'B-TRAP-R': 'yes', 'F-PALM-L': 'yes', 'F-PALM-R': 'yes', 'B-NECK': 'ask' } as const;
const none = { text: 'None' };

/** What is the same each time. */
const usual: Values = {
  'visit.place': { choice: 'clinic' },
  'visit.present': { text: 'Client and practitioner' },
  'consent.stop_signal': { choice: 'rehearsed' },
  'consent.map': { areas: shoulders },
  's.health_change': { text: 'None reported' },
  'o.stop_events': none,
  'a.flags': none,
};

const notes: readonly DemoNote[] = [
  {
    name: 'Maya Rosario',
    in: -7,
    signed: true,
    values: {
      ...usual,
      'visit.start': { time: '09:00' },
      'visit.end': { time: '10:00' },
      'visit.contact_minutes': { number: 8 },
      'consent.spoken': { choice: 'yes', time: '09:06', text: 'Asked by Hana. “Yes, the shoulders, and my hands.”' },
      's.words': { text: '“A bit wound up, shoulders up by my ears.”' },
      's.aim': { text: '“To sleep through once this week.”' },
      's.suds_start': { number: 5 },
      's.pain_start': { number: 4 },
      'o.observed': {
        text: 'Sat forward, feet on the floor. Breath high and quick at first, slower from the second block on. Looked out of the window.',
      },
      'o.grade': { choice: 'D0', also: 'H1' },
      'o.blocks': {
        text: 'Block 1: top of the shoulder left, resting hand, light, seated, clothed, 2 min, chosen by the client. “Even.” Distress 4.\nBlock 2: top of the shoulder right, resting hand, light, seated, clothed, 3 min, chosen by the client. “Warm.” Distress 4.\nBlock 3: palms, hand hold, light, seated, clothed, 3 min, chosen by the client. “Heavy.” Distress 3.',
      },
      'o.pauses': { text: '09:13, as planned. Water, looked around the room.' },
      'a.response': { choice: 'easier', text: 'Shoulders lower on leaving, in her words' },
      'a.fit': { choice: 'about_right' },
      'p.suds_end': { number: 3 },
      'p.left': { text: 'Alone, steady, by bus' },
      'p.aftercare': { text: 'Quiet time, a drink, an easier evening' },
      'p.plan': { text: 'The same places, blocks of three minutes' },
    },
  },
  {
    name: 'Ellis Warner',
    in: -2,
    signed: false,
    values: {
      ...usual,
      'visit.start': { time: '09:00' },
      'visit.end': { time: '09:55' },
      'visit.contact_minutes': { number: 11 },
      'consent.spoken': { choice: 'partly', time: '09:08', text: 'Asked by Hana. “Hands and forearms only today.”' },
      's.words': { text: '“Long week. My hands are cold.”' },
      's.suds_start': { number: 4 },
      'o.observed': {
        text: 'Spoke quickly, looked at the door twice. Long breath out in the second block, releasing emotions about the week.',
      },
    },
  },
];

const template: InputOf<'noteTemplates.save'>['template'] = {
  name: 'Massage, 60 minutes',
  format: 'SOAP',
  serviceIds: [],
  values: { 'visit.place': { choice: 'clinic' }, 'visit.present': { text: 'Client and practitioner' } },
  custom: [{ id: 'ease', label: 'Ease in the body', kind: 'scale', required: false, options: [], low: 'not at ease', high: 'at ease' }],
};

const snippets = [
  { trigger: 'aft', text: 'Aftercare sheet given and read together.', shared: true },
  { trigger: 'quiet', text: 'Quiet ten minutes before leaving.', shared: false },
];

/** How notes of an hour begin, and words that come often. */
const keepHabits = async (ask: Ask): Promise<void> => {
  const { services } = await ask('services.list', {});
  const hours = services.filter(({ name }) => name === template.name).map(({ id }) => id);
  await ask('noteTemplates.save', { id: null, version: 0, active: true, template: { ...template, serviceIds: hours } });
  for (const snippet of snippets) await ask('snippets.save', { id: null, version: 0, snippet });
};

/** One that is signed, and one that was left in the middle. */
export const keepNotes = async (
  ask: Ask,
  clients: readonly Client[],
  { today, signature }: { readonly today: CalendarDay; readonly signature: Signature },
): Promise<void> => {
  await keepHabits(ask);
  for (const { name, in: days, values, signed } of notes) {
    const client = clients.find(({ chosenName }) => chosenName === name);
    if (!client) continue;
    const {
      id: noteId,
      revision,
      on,
      format,
      templateId,
      custom,
      kept,
    } = await ask('notes.draft', {
      clientId: client.id,
      sessionId: null,
      on: addDays(today, days),
    });
    const saved = await ask('notes.save', { noteId, revision, note: { on, format, templateId, values, custom, kept } });
    if (signed) await ask('notes.sign', { noteId, revision: saved.revision, signature });
  }
};
