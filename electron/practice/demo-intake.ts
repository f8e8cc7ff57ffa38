import type { InputOf } from '../../shared/calls.ts';
import type { Answers } from '../../shared/form-answers.ts';
import { type IntakeItem, intakeFormId } from '../../shared/intake.ts';
import { demoPassphrase } from '../../shared/vault.ts';
import { type Ask, chose, inWords } from './demo-forms.ts';

/** How the invented people of the demo practice go through the four parts: filled on the screen, gone through afterwards, or still open. */

export type DemoIntake = {
  readonly name: string;
  readonly answers: Answers;
  readonly talk?: readonly string[];
  readonly notes?: Readonly<Record<string, string>>;
  /** Asked and answered aloud, and written down by the practitioner; on the screen unless told. */
  readonly aloud?: true;
  /** `open`: it came back and waits to be gone through. */
  readonly outcome: 'gone-through' | 'open';
  /** The stop signal was tried, as it stands with the client. */
  readonly rehearsed?: { readonly word: string; readonly gesture: string };
};

export const demoIntakes: readonly DemoIntake[] = [
  {
    name: 'Maya Rosario',
    answers: {
      's-own-choice': chose('yes'),
      's-steady': chose('yes'),
      's-distress': { kind: 'scale', value: 3 },
      's-body-now': inWords('My right shoulder is stiff from the desk'),
      's-emergency-contact': { kind: 'contacts', people: [{ name: 'Luz Rosario', role: 'sister', phone: '416 555 0143' }] },
      's-what-helps': { kind: 'multi', values: ['look_around', 'feet_down', 'other'], other: 'Humming' },
      's-stop-word': inWords('amber'),
      's-stop-sign': chose('hand'),
      'a-areas': { kind: 'map', areas: { 'B-TRAP-L': 'yes', 'B-TRAP-R': 'yes', 'B-NECK': 'ask' }, ceilings: { 'B-NECK': 1 } },
      'a-contact-level': chose('C2'),
      'a-positions': { kind: 'multi', values: ['seated', 'side-lying'], other: '' },
      'a-draping': chose('clothed'),
      'a-leave-out': inWords('No lavender, and please say so before you come up from behind'),
      'a-door': chose('ajar'),
      'a-silence': chose('explains'),
      'e-goals': inWords('Driving on the motorway again without my shoulders climbing to my ears'),
    },
    notes: { 's-way-home': 'Walks home, ten minutes. Would ring her sister.' },
    outcome: 'gone-through',
    rehearsed: { word: 'amber', gesture: 'a lifted hand' },
  },
  {
    name: 'Noor Abadi',
    answers: {
      's-own-choice': chose('yes'),
      's-steady': chose('unsure'),
      's-distress': { kind: 'scale', value: 6 },
      's-what-helps': { kind: 'multi', values: ['none'], other: '' },
      'a-areas': { kind: 'map', areas: { 'F-PALM-L': 'ask', 'F-PALM-R': 'ask' } },
      'a-contact-level': chose('C1'),
      'a-chaperone': chose('companion'),
    },
    talk: ['s-what-would-stop', 'a-leave-out'],
    outcome: 'open',
  },
  {
    name: 'Daniel Kowalczyk',
    aloud: true,
    answers: {
      's-emergency-contact': { kind: 'contacts', people: [{ name: 'Ewa Kowalczyk', role: 'wife', phone: '519 555 0104' }] },
      's-what-helps': { kind: 'multi', values: ['movement', 'quiet'], other: '' },
      'a-positions': { kind: 'multi', values: ['seated'], other: '' },
    },
    outcome: 'gone-through',
  },
  {
    name: 'Nguyễn Thị Ánh',
    aloud: true,
    answers: {
      's-emergency-contact': { kind: 'contacts', people: [] },
      's-medicines': inWords('Apixaban'),
      's-what-helps': { kind: 'multi', values: ['cool_water', 'look_around'], other: '' },
      's-stop-word': inWords('enough'),
      's-stop-sign': chose('bell'),
      'a-words': inWords('Ánh, please, and slowly'),
      'a-positions': { kind: 'multi', values: ['seated', 'reclined'], other: '' },
      'a-leave-out': inWords('Phones ringing'),
      'a-door': chose('closed_unlocked'),
    },
    outcome: 'gone-through',
  },
];

const fillOnScreen = async (ask: Ask, clientId: string, { answers, talk = [] }: DemoIntake): Promise<void> => {
  await ask('handover.begin', { clientId, forms: [{ formId: intakeFormId }] });
  const { id: handoverId, fillings } = await ask('handover.current', {});
  for (const { id: fillingId, revision, form } of fillings) {
    const seen = form.elements.map((element) => element.id);
    const given = { answers, talk: [...talk], seen, signatures: [], substitutesAgreed: false, page: 0 };
    await ask('handover.answer', { ...given, handoverId, fillingId, revision });
  }
  await ask('handover.end', { handoverId, passphrase: demoPassphrase });
};

const goneThrough = (items: readonly IntakeItem[], { answers, aloud, notes = {} }: DemoIntake): InputOf<'intake.save'>['changes'] =>
  Object.fromEntries(
    items.map(({ id }) => {
      const answer = aloud ? answers[id] : undefined;
      return [id, { discussed: true, note: notes[id] ?? '', ...(answer ? { answer, from: 'practitioner' } : {}) }];
    }),
  );

/** The round of one client, as far as it came. */
export const keepIntake = async (ask: Ask, clientId: string, intake: DemoIntake): Promise<void> => {
  await ask('intake.start', { clientId });
  if (!intake.aloud) await fillOnScreen(ask, clientId, intake);
  if (intake.rehearsed) await ask('stopSignal.rehearsed', { clientId, ...intake.rehearsed });
  if (intake.outcome === 'open') return;

  const { items, open } = await ask('intake.ofClient', { clientId });
  if (!open) return;
  const changes = goneThrough(items, intake);
  const { id: intakeId, revision } = await ask('intake.save', { intakeId: open.id, revision: open.revision, changes });
  await ask('intake.review', { intakeId, revision });
};
