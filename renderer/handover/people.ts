import type { Answer } from '../../shared/form-answers.ts';
import { limits } from '../../shared/limits.ts';
import { shows } from '../../shared/text.ts';
import { type TooLong, tooLong } from '../ui/too-long.ts';

type People = Extract<Answer, { kind: 'contacts' }>;
/** Someone the client names. On the screen also with the name still to come. */
export type Person = People['people'][number];

export const mostPeople = 20;
export const nobodyYet: Person = { name: '', role: '', phone: '' };

const isBlank = ({ name, role, phone }: Person): boolean => ![name, role, phone].some(shows);

/** The rows to fill: at least one, unless nobody was said. */
export const rowsOf = (answer: Answer | undefined): readonly Person[] => (answer?.kind === 'contacts' ? answer.people : [nobodyYet]);

export const isNobody = (answer: Answer | undefined): boolean => answer?.kind === 'contacts' && answer.people.length === 0;

/** Rows as an answer. Empty rows are none: "nobody" is only what was said. */
export const answerOf = (rows: readonly Person[]): Answer | null => (rows.every(isBlank) ? null : { kind: 'contacts', people: [...rows] });

/** Something stands beside a name that is not there. */
export const lacksName = (answer: Answer | undefined): boolean =>
  answer?.kind === 'contacts' && answer.people.some((person) => !isBlank(person) && !shows(person.name));

/** What can be kept of it: the people who have a name. */
export const namedPeople = (answer: People): Answer | undefined => {
  const people = answer.people.filter(({ name }) => shows(name));
  return people.length === 0 && answer.people.length > 0 ? undefined : { ...answer, people };
};

export const personTooLong = ({ name, role, phone }: Person): TooLong | null =>
  tooLong(name, limits.namePart) ?? tooLong(role, limits.line) ?? tooLong(phone, limits.namePart);
