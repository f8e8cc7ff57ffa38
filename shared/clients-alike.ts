import { z } from 'zod';
import { call, reception } from './call.ts';
import { type ClientDetails, ClientRow, digitsOf, foldForSearch } from './clients.ts';
import { limits } from './limits.ts';
import { CalendarDay } from './time.ts';

export const likenesses = ['name-and-birth', 'phone', 'email'] as const;
export type Likeness = (typeof likenesses)[number];

/** What two records of one person would share. */
export type Compared = Pick<ClientDetails, 'chosenName' | 'legalName' | 'birthDate' | 'phone' | 'email'>;

/** Fewer figures are an extension, or half a number. */
const fewestDigits = 7;

/** The figures that are dialled everywhere: a country's code or the zero before an area stand in one record and not in the other. */
export const phoneTail = (phone: string): string | null => {
  const digits = digitsOf(phone).replace(/^0+/, '');
  return digits.length < fewestDigits ? null : digits.slice(-9);
};

/** What every number that may be the same has in it; null of what is no whole number. */
export const phoneEnd = (phone: string): string | null => phoneTail(phone)?.slice(-fewestDigits) ?? null;

const samePhone = (one: string, other: string): boolean => {
  const [tail, otherTail] = [phoneTail(one), phoneTail(other)];
  return tail !== null && otherTail !== null && (tail.endsWith(otherTail) || otherTail.endsWith(tail));
};

const namesOf = ({ chosenName, legalName }: Compared): readonly string[] =>
  [chosenName, legalName].map(foldForSearch).filter((name) => name);

const sameName = (one: Compared, other: Compared): boolean => namesOf(one).some((name) => namesOf(other).includes(name));

const alikeIn: Readonly<Record<Likeness, (one: Compared, other: Compared) => boolean>> = {
  'name-and-birth': (one, other) => one.birthDate !== null && one.birthDate === other.birthDate && sameName(one, other),
  phone: (one, other) => samePhone(one.phone, other.phone),
  email: (one, other) => one.email !== '' && foldForSearch(one.email) === foldForSearch(other.email),
};

/** In what two records are alike enough to ask whether they are of one person; empty when in nothing. */
export const likenessOf = (one: Compared, other: Compared): readonly Likeness[] =>
  likenesses.filter((likeness) => alikeIn[likeness](one, other));

/** As far as it is typed. */
const Typed = z.strictObject({
  chosenName: z.string().max(limits.namePart),
  legalName: z.string().max(limits.namePart),
  birthDate: CalendarDay.nullable(),
  phone: z.string().max(limits.namePart),
  email: z.string().max(limits.namePart),
});

const grown = (one: string, other: string): boolean => one.startsWith(other) || other.startsWith(one);

/** One person being written down: each field the same words growing or shrinking. */
const typedOn = (before: Compared, now: Compared): boolean =>
  (['chosenName', 'legalName', 'phone', 'email'] as const).every((field) => grown(before[field], now[field])) &&
  (before.birthDate === now.birthDate || before.birthDate === null || now.birthDate === null);

export const alikeCalls = {
  /** Clients that may be the one being written down, archived ones too; it never keeps anyone from being added. */
  'clients.alike': call({
    input: Typed,
    output: z.strictObject({ clients: z.array(ClientRow.extend({ why: z.array(z.enum(likenesses)).min(1) })).max(5) }),
    roles: reception,
    states: ['open'],
    audit: { by: 'dispatch', action: 'clients-compared', about: () => ({}), run: typedOn },
  }),
};
