import { foldForSearch } from '../../shared/clients.ts';
import type { CareTeamMember, careRoles } from '../../shared/contacts.ts';
import { looksAlike } from '../../shared/contacts-alike.ts';
import type { Answer } from '../../shared/form-answers.ts';
import type { Intake } from '../../shared/intake.ts';

type CareRole = (typeof careRoles)[number];

/** Who the client named in the intake, as they named them. */
export type Named = Extract<Answer, { kind: 'contacts' }>['people'][number];

/** The item of the intake that asks who else cares for the client (redflags.json, `s-care-team`). */
const careTeamItem = 's-care-team';

export const namedIn = (intake: Pick<Intake, 'entries'> | null): readonly Named[] => {
  const answer = intake?.entries[careTeamItem]?.answer;
  return answer?.kind === 'contacts' ? answer.people : [];
};

const titles = /^(dr|doctor|prof|professor|mr|mrs|ms|miss|mx)$/;
const wordsOf = (name: string): readonly string[] => foldForSearch(name).match(/[\p{L}\p{N}]+/gu) ?? [];

/** "Dr Okafor" for "Dr. Amara Okafor": people name others by a part of their name. */
const isPartOf = (named: string, name: string): boolean => {
  const parts = wordsOf(named).filter((word) => !titles.test(word));
  const whole = wordsOf(name);
  return parts.length > 0 && parts.every((word) => whole.includes(word));
};

/** Someone in the care team is, likely, the one that was named: now, or in earlier times. */
export const isInTeam = ({ name, phone }: Named, members: readonly CareTeamMember[]): boolean =>
  members.some(({ contact }) => isPartOf(name, contact.name) || looksAlike(contact, { name, phone, email: '' }));

/** The first that is found in the client's words counts: a massage therapist is no psychotherapist, a psychiatrist no physician. */
const hints: readonly (readonly [RegExp, CareRole])[] = [
  [/psychiatr/i, 'psychiatrist'],
  [/massage|physio|physical therap|osteo|chiro|bodywork|rehab/i, 'bodywork'],
  [/midwi|maternity|doula|obstetr/i, 'midwife'],
  [/social work|case ?work|key ?work/i, 'social-worker'],
  [/psycholog|psychother|therap|counsel/i, 'therapist'],
  [/cardiolog|oncolog|neurolog|rheumat|surge|gyn|specialist|haemat|hemat|dermat|endocrin|urolog/i, 'specialist'],
  [/doctor|physician|\bg\.?p\b|family medicine|primary care|nurse/i, 'physician'],
  [/mother|father|mum\b|mom\b|dad\b|sister|brother|partner|wife|husband|spouse|friend|aunt|uncle|son\b|daughter|parent|family/i, 'family'],
];

/** A suggestion from the client's own words, to be looked at; null where they say nothing of it. */
export const roleFrom = (words: string): CareRole | null => hints.find(([hint]) => hint.test(words))?.[1] ?? null;

/** A name as it is looked for: titles would leave out who is kept without them. */
export const searchedName = (name: string): string =>
  name
    .split(/\s+/u)
    .filter((word) => !titles.test(word.toLowerCase().replace(/\.$/, '')))
    .join(' ');
