import type { ImportRow } from '../../shared/client-import.ts';
import { foldForSearch } from '../../shared/clients.ts';
import { type Compared, likenessOf, phoneTail } from '../../shared/clients-alike.ts';

type Alike = ImportRow['alike'][number];

/** A client who is here, or a person further up in the list. */
export type Somebody = Compared & Pick<Alike, 'clientId' | 'row' | 'archived'>;

/** As many as are shown of one row. */
const mostShown = 3;

const namesOf = ({ chosenName, legalName }: Compared): readonly string[] =>
  [...new Set([chosenName, legalName].map(foldForSearch))].filter((name) => name !== '');

/** The ends of a number that another, written shorter, may be. */
const tailsOf = ({ phone }: Compared): { readonly whole: readonly string[]; readonly ends: readonly string[] } => {
  const tail = phoneTail(phone);
  if (tail === null) return { whole: [], ends: [] };
  return { whole: [tail], ends: [7, 8, 9].filter((length) => length <= tail.length).map((length) => tail.slice(-length)) };
};

const mailOf = ({ email }: Compared): readonly string[] => (email === '' ? [] : [`mail ${foldForSearch(email)}`]);

/** Under what somebody is kept, so that whatever is found under one of `soughtOf` is alike. */
const keptUnder = (one: Compared): readonly string[] => [
  ...namesOf(one).flatMap((name) => [`born ${one.birthDate} ${name}`, `name ${name}`]),
  ...tailsOf(one).whole.map((tail) => `whole ${tail}`),
  ...tailsOf(one).ends.map((tail) => `end ${tail}`),
  ...mailOf(one),
];

const soughtOf = (one: Compared): readonly string[] => [
  ...namesOf(one).flatMap((name) => (one.birthDate === null ? [`name ${name}`] : [`born ${one.birthDate} ${name}`, `born null ${name}`])),
  ...tailsOf(one).whole.map((tail) => `end ${tail}`),
  ...tailsOf(one).ends.map((tail) => `whole ${tail}`),
  ...mailOf(one),
];

const whyAlike = (one: Compared, other: Compared): Alike['why'] => {
  const why: Alike['why'] = [...likenessOf(one, other)];
  const isUndated = one.birthDate === null || other.birthDate === null;
  return isUndated && namesOf(one).some((name) => namesOf(other).includes(name)) ? [...why, 'name'] : why;
};

export type Known = { readonly add: (one: Somebody) => void; readonly like: (one: Compared) => readonly Alike[] };

/** Everybody there is, to ask of each row of a list whether it is one of them. No more are kept under one key than are shown, so that a list of one name alone is as quick as another. */
export const everybody = (here: readonly Somebody[]): Known => {
  const kept = new Map<string, Somebody[]>();
  const add = (one: Somebody): void => {
    for (const key of keptUnder(one)) {
      const there = kept.get(key);
      if (!there) kept.set(key, [one]);
      else if (there.length < mostShown) there.push(one);
    }
  };
  for (const one of here) add(one);
  return {
    add,
    like: (one) => {
      const found = new Set(soughtOf(one).flatMap((key) => kept.get(key) ?? []));
      return [...found].slice(0, mostShown).map((other) => {
        const { clientId, row, chosenName, birthDate, archived } = other;
        return { clientId, row, chosenName, birthDate, archived, why: whyAlike(one, other) };
      });
    },
  };
};
