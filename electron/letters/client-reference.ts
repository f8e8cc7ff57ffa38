import type { Client } from '../../shared/clients.ts';
import { legalNameOf } from '../../shared/clients.ts';
import type { LetterDraft } from '../../shared/letters.ts';
import { said } from './letter-said.ts';

const initialsOf = (name: string): string =>
  name
    .split(/\s+/u)
    .filter((part) => part !== '')
    .map((part) => `${[...part][0]?.toUpperCase() ?? ''}.`)
    .join(' ');

/** Client reference as it was chosen: the full name, or initials and the year of birth. */
export const clientReference = (client: Client, named: LetterDraft['clientNamed']): string => {
  const name = legalNameOf(client);
  if (named === 'full') return name;
  return client.birthDate === null ? initialsOf(name) : said.birthYear(initialsOf(name), client.birthDate.slice(0, 4));
};
