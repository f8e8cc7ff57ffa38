import { digitsOf, foldForSearch } from './clients.ts';
import type { ContactDetails } from './contacts.ts';

const titles = new Set('dr doctor prof professor mr mrs ms miss mx sir rev md phd'.split(' '));

/** The words of a name without titles and punctuation, in an order of their own: "Dr. Amara Okafor" and "Okafor, Amara" are one. */
const nameKey = (name: string): readonly string[] => {
  const folded = foldForSearch(name);
  const words = folded.match(/[\p{L}\p{N}]+/gu) ?? [folded];
  const own = words.filter((word) => !titles.has(word));
  return (own.length > 0 ? own : words).sort();
};

type Told = Pick<ContactDetails, 'name' | 'email' | 'phone'>;

/** What to look for in the kept text of others; each of these lists must be found whole. Wider than `looksAlike`, which has the last word. */
export const marksOf = ({ name, email, phone }: Told): readonly (readonly string[])[] =>
  [nameKey(name), [foldForSearch(email)], [digitsOf(phone)]].filter((marks) => marks.length > 0 && marks.every((mark) => mark !== ''));

const same = (one: string, other: string): boolean => one !== '' && one === other;

/** Likely the same person or place twice: by name, by mail, or by phone. A reason to ask, and nothing more. */
export const looksAlike = (one: Told, other: Told): boolean =>
  same(nameKey(one.name).join(' '), nameKey(other.name).join(' ')) ||
  same(foldForSearch(one.email), foldForSearch(other.email)) ||
  same(digitsOf(one.phone), digitsOf(other.phone));
