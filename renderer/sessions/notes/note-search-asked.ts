import type { TFunction } from 'i18next';
import type { InputOf } from '../../../shared/calls.ts';
import { limits } from '../../../shared/limits.ts';
import { calendarDayFromTyped } from '../../../shared/time.ts';
import type { ChosenClient } from '../../ui/client-picker.tsx';
import { tooLong } from '../../ui/too-long.ts';

/** What is looked for, as it is typed and chosen. */
export type Asked = {
  readonly query: string;
  readonly client: ChosenClient | null;
  readonly from: string;
  readonly to: string;
  readonly state: 'any' | 'draft' | 'signed';
  /** How many are shown. */
  readonly limit: number;
};

export const firstHits = 30;
/** More than this are not shown: more words find the right one sooner. */
export const mostHits = 100;

export const nothingAsked = (client: ChosenClient | null): Asked => ({
  query: '',
  client,
  from: '',
  to: '',
  state: 'any',
  limit: firstHits,
});

type Problems = { readonly query?: string; readonly from?: string; readonly to?: string };

/** A day that is not there, typed or not, is no limit; one that is typed and no day is a problem. */
const isNoDay = (typed: string): boolean => typed.trim() !== '' && calendarDayFromTyped(typed) === null;

type Words = { readonly notelists: TFunction<'notelists'>; readonly errors: TFunction<'errors'> };

/** What keeps it from being looked for, beside its field. */
export const problemsOf = ({ query, from, to }: Asked, { notelists, errors }: Words): Problems => {
  const long = tooLong(query, limits.line);
  const [first, last] = [calendarDayFromTyped(from), calendarDayFromTyped(to)];
  return {
    ...(long && { query: errors('problem.too-long', long) }),
    ...(isNoDay(from) && { from: errors('problem.not-a-day') }),
    ...(isNoDay(to) && { to: errors('problem.not-a-day') }),
    ...(first && last && first > last && { to: notelists('search.backwards') }),
  };
};

/** As the vault is asked. */
export const searchOf = ({ query, client, from, to, state, limit }: Asked): InputOf<'notes.search'> => ({
  query: query.trim().normalize(),
  clientId: client?.id ?? null,
  from: calendarDayFromTyped(from),
  to: calendarDayFromTyped(to),
  state: state === 'any' ? null : state,
  limit,
});
