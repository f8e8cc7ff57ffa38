import { calendarDayFromTyped } from '../../shared/time.ts';
import { dayWords } from '../dates.ts';
import { type ClientField, clientFields, type TypedClient, writtenContacts } from './client-typed.ts';

export const lineOf = (parts: readonly string[]): string =>
  parts
    .map((part) => part.trim().normalize())
    .filter((part) => part !== '')
    .join(', ');

/** A field as it reads, so that a birth date written in another way is no change. */
export const readingOf = (field: ClientField, client: TypedClient): string => {
  switch (field) {
    case 'birthDate': {
      const day = calendarDayFromTyped(client.birthDate);
      return day ? dayWords(day) : client.birthDate.trim();
    }
    case 'emergencyContacts':
      return writtenContacts(client)
        .map(({ name, relation, phone }) => lineOf([name, relation, phone]))
        .join('; ');
    case 'guardian':
      return client.guardian ? lineOf([client.guardian.name, client.guardian.relation, client.guardian.phone, client.guardian.email]) : '';
    case 'tags':
      return lineOf(client.tags);
    case 'custom':
      return lineOf(
        Object.keys(client.custom)
          .sort()
          .map((id) => client.custom[id] ?? ''),
      );
    default:
      return client[field].trim().normalize();
  }
};

type Three = { readonly base: TypedClient; readonly typed: TypedClient; readonly theirs: TypedClient };

const customIds = ({ base, typed, theirs }: Three): readonly string[] => [
  ...new Set([base, typed, theirs].flatMap(({ custom }) => Object.keys(custom))),
];

const said = (client: TypedClient, id: string): string => (client.custom[id] ?? '').trim();

/** What a practice asks itself is taken answer by answer. */
const mergedCustom = (three: Three): TypedClient['custom'] =>
  Object.fromEntries(
    customIds(three).map((id) => [id, said(three.typed, id) === said(three.base, id) ? said(three.theirs, id) : said(three.typed, id)]),
  );

/** What was typed on top of what someone saved meanwhile: a field not touched here takes what is saved. */
export const mergedClient = (three: Three): TypedClient => {
  const { base, typed, theirs } = three;
  const merged = Object.fromEntries(
    clientFields.map((field) => [field, readingOf(field, typed) === readingOf(field, base) ? theirs[field] : typed[field]]),
  );
  return { ...(merged as unknown as TypedClient), custom: mergedCustom(three) };
};

const isDisputed = (values: readonly string[]): boolean => new Set(values).size === values.length;

/** Fields changed on both sides, and not to the same: only the person can say which. */
export const disputedFields = (three: Three): readonly ClientField[] => {
  const all = [three.base, three.typed, three.theirs];
  return clientFields.filter((field) =>
    field === 'custom'
      ? customIds(three).some((id) => isDisputed(all.map((one) => said(one, id))))
      : isDisputed(all.map((one) => readingOf(field, one))),
  );
};
