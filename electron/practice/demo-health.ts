import type { InputOf } from '../../shared/calls.ts';
import type { HealthAnswer } from '../../shared/health.ts';
import type { Ask } from './demo-forms.ts';

/** What the invented people of the demo practice say of their health, and who else looks after them. Crisis numbers are left for a person to check. */

type Contact = InputOf<'contacts.create'>;
type Role = InputOf<'careTeam.set'>['role'];

export type DemoHealth = {
  readonly name: string;
  /** Where they answer otherwise than no. */
  readonly answers: Readonly<Record<string, HealthAnswer>>;
  /** Places of what was found, by item. */
  readonly places?: Readonly<Record<string, readonly string[]>>;
  readonly medicines?: readonly { readonly name: string; readonly classId: string; readonly note: string }[];
  readonly careTeam?: readonly (readonly [Contact, Role])[];
  /** What the first of their care team was asked, about these items. */
  readonly asked?: { readonly items: readonly string[]; readonly question: string };
};

const person: Contact = { kind: 'person', name: '', profession: '', organisation: '', phone: '', email: '', address: '', note: '' };

export const demoHealth: readonly DemoHealth[] = [
  { name: 'Maya Rosario', answers: {} },
  {
    name: 'Daniel Kowalczyk',
    answers: { 'major-surgery': 'yes', migraine: 'yes' },
    careTeam: [
      [
        {
          ...person,
          name: 'Dr. R. Haddad',
          profession: 'family physician',
          organisation: 'Speed River Family Health',
          phone: '519 555 0121',
        },
        'physician',
      ],
      [
        { ...person, name: 'Dr. S. Okafor', profession: 'psychologist', organisation: 'Riverside Clinic', phone: '519 555 0137' },
        'therapist',
      ],
    ],
    asked: { items: ['major-surgery'], question: 'May he have light contact at shoulders and arms, seated, and from when on?' },
  },
  {
    name: 'Nguyễn Thị Ánh',
    answers: { varicose: 'yes', diabetes: 'yes' },
    places: { varicose: ['B-CALF-L', 'B-CALF-R'] },
    medicines: [{ name: 'apixaban', classId: 'anticoagulant', note: 'Since spring' }],
  },
];

const answerScreen = async (ask: Ask, clientId: string, answers: DemoHealth['answers']): Promise<void> => {
  const { sections } = await ask('health.content', {});
  const questions = sections.flatMap(({ questions: asked }) => asked);
  const all = { ...Object.fromEntries(questions.map(({ id }) => [id, 'no' as const])), ...answers };
  const { id: screenId, revision } = await ask('health.start', { clientId });
  await ask('health.save', { screenId, revision, answers: all, from: 'practitioner', done: true });
};

/** Everything of one client, in the order in which it is learned. */
export const keepHealth = async (ask: Ask, clientId: string, health: DemoHealth): Promise<void> => {
  await answerScreen(ask, clientId, health.answers);
  const { findings } = await ask('health.findings', { clientId });
  for (const { id: findingId, version, item } of findings) {
    const areas = health.places?.[item.id];
    if (areas) await ask('health.resolve', { findingId, version, decision: { what: 'mark', areas: [...areas] } });
  }
  for (const medicine of health.medicines ?? [])
    await ask('medicines.match', { clientId, id: null, version: 0, match: 'class', areas: null, ...medicine });

  const contacts: { readonly id: string; readonly name: string }[] = [];
  for (const [details, role] of health.careTeam ?? []) {
    const contact = await ask('contacts.create', details);
    contacts.push(contact);
    await ask('careTeam.set', { clientId, contactId: contact.id, role });
  }
  const [physician] = contacts;
  if (!physician || !health.asked) return;
  const { items, question } = health.asked;
  const findingIds = findings.filter(({ item }) => items.includes(item.id)).map(({ id }) => id);
  const { today } = await ask('readiness.of', { clientId });
  await ask('clearance.request', {
    clientId,
    findingIds,
    contactId: physician.id,
    of: physician.name,
    way: 'letter',
    question,
    askedOn: today,
  });
};
