import { z } from 'zod';
import type { ClientDetails } from '../../shared/clients.ts';
import type { CustomField } from '../../shared/custom-fields.ts';
import { calendarDayFromTyped } from '../../shared/time.ts';
import { typedDay } from '../dates.ts';

/** In the order of the form. */
export const clientFields = [
  'chosenName',
  'legalName',
  'pronouns',
  'birthDate',
  'language',
  'phone',
  'email',
  'contactWishes',
  'voicemail',
  'discreetWords',
  'emergencyContacts',
  'guardian',
  'stopWord',
  'stopGesture',
  'tags',
  'custom',
] as const;
export type ClientField = (typeof clientFields)[number];

/** Those that are one line of words. */
export const lineFields = [
  'chosenName',
  'legalName',
  'pronouns',
  'birthDate',
  'language',
  'phone',
  'email',
  'contactWishes',
  'discreetWords',
  'stopWord',
  'stopGesture',
] as const satisfies readonly ClientField[];
export type LineField = (typeof lineFields)[number];

const TypedContact = z.strictObject({ name: z.string(), relation: z.string(), phone: z.string() }).readonly();
export type TypedContact = z.infer<typeof TypedContact>;
const TypedGuardian = z.strictObject({ name: z.string(), relation: z.string(), phone: z.string(), email: z.string() }).readonly();
export type TypedGuardian = z.infer<typeof TypedGuardian>;

/** The form as it is typed: days in the person's own writing. What a draft of an earlier version did not have is empty. */
export const TypedClient = z
  .strictObject({
    chosenName: z.string(),
    legalName: z.string(),
    pronouns: z.string(),
    birthDate: z.string(),
    language: z.string().default(''),
    phone: z.string(),
    email: z.string(),
    contactWishes: z.string(),
    voicemail: z.enum(['not-asked', 'yes', 'no']).default('not-asked'),
    discreetWords: z.string().default(''),
    emergencyContacts: z.array(TypedContact).readonly().default([]),
    guardian: TypedGuardian.nullable().default(null),
    stopWord: z.string(),
    stopGesture: z.string(),
    tags: z.array(z.string()).readonly().default([]),
    custom: z.record(z.string(), z.string()).readonly().default({}),
  })
  .readonly();
export type TypedClient = z.infer<typeof TypedClient>;

export const emptyContact: TypedContact = { name: '', relation: '', phone: '' };

export const emptyClient: TypedClient = {
  chosenName: '',
  legalName: '',
  pronouns: '',
  birthDate: '',
  language: '',
  phone: '',
  email: '',
  contactWishes: '',
  voicemail: 'not-asked',
  discreetWords: '',
  emergencyContacts: [],
  guardian: null,
  stopWord: '',
  stopGesture: '',
  tags: [],
  custom: {},
};

type Fields = readonly Pick<CustomField, 'id' | 'kind'>[];
type Kind = CustomField['kind'] | undefined;

const eachCustom = (custom: Readonly<Record<string, string>>, fields: Fields, read: (value: string, kind: Kind) => string) =>
  Object.fromEntries(Object.entries(custom).map(([id, value]) => [id, read(value, fields.find((field) => field.id === id)?.kind)]));

/** A value as it is typed: a day in the person's own writing. */
const typedValue = (value: string, kind: Kind): string => (kind === 'date' ? typedDay(value) || value : value);

/** A typed value as it is kept. What cannot be read stays as it was typed, and is refused beside its field. */
export const valueFromTyped = (typed: string, kind: Kind): string => {
  if (kind === 'date') return calendarDayFromTyped(typed) ?? typed.trim();
  return kind === 'number' ? typed.replace(/\s+/g, '').replace(',', '.') : typed.trim();
};

/** The fields of the form out of a whole record. */
export const typedFrom = (client: ClientDetails, fields: Fields): TypedClient => ({
  chosenName: client.chosenName,
  legalName: client.legalName,
  pronouns: client.pronouns,
  birthDate: typedDay(client.birthDate),
  language: client.language,
  phone: client.phone,
  email: client.email,
  contactWishes: client.contactWishes,
  voicemail: client.voicemail,
  discreetWords: client.discreetWords,
  emergencyContacts: client.emergencyContacts,
  guardian: client.guardian,
  stopWord: client.stopWord,
  stopGesture: client.stopGesture,
  tags: client.tags,
  custom: eachCustom(client.custom, fields, typedValue),
});

export const isBlank = (one: Readonly<Record<string, string>>): boolean => Object.values(one).every((words) => words.trim() === '');

/** Lines nobody wrote in are no people. */
export const writtenContacts = (typed: TypedClient): readonly TypedContact[] => typed.emergencyContacts.filter((one) => !isBlank(one));

export const detailsFrom = (typed: TypedClient, fields: Fields): ClientDetails => ({
  ...typed,
  birthDate: calendarDayFromTyped(typed.birthDate),
  emergencyContacts: [...writtenContacts(typed)],
  guardian: typed.guardian && !isBlank(typed.guardian) ? typed.guardian : null,
  tags: [...typed.tags],
  custom: eachCustom(typed.custom, fields, valueFromTyped),
});
