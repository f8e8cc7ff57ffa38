import type { TFunction } from 'i18next';
import { Temporal } from 'temporal-polyfill';
import { type InformationKind, informationKinds, type Release, type Verdict } from '../../shared/releases.ts';
import { clockDay, dayWords, lastDayWords, listWords, momentWords, today } from '../dates.ts';
import { resources } from '../words.ts';

type Words = TFunction<'releases'>;

/** So many days before it ends a client is asked again: consents.json names it for no form, and a month holds one visit at least. */
const soon = 30;

const daysLeft = (endsOn: string): number => Temporal.PlainDate.from(today()).until(endsOn, { largestUnit: 'days' }).days - 1;

/** It counts, and ends within the month. */
export const endsSoon = ({ state, endsOn }: Release): boolean => state === 'active' && endsOn !== null && daysLeft(endsOn) <= soon;

const activeWords = (t: Words, release: Release): string => {
  const { endsOn, endEvent } = release;
  if (endsOn === null) return endEvent ? t('state.activeEvent', { event: endEvent }) : t('state.activeOpen');
  const count = daysLeft(endsOn);
  if (!endsSoon(release)) return t('state.active', { day: lastDayWords(endsOn) });
  return count <= 0 ? t('state.soonToday') : t('state.soon', { count, day: lastDayWords(endsOn) });
};

/** Where it stands, in a sentence. */
export const releaseStateWords = (t: Words, release: Release): string => {
  const { state, revokedAt, eventOn, endsOn } = release;
  switch (state) {
    case 'active':
      return activeWords(t, release);
    case 'revoked':
      return t('state.revoked', { moment: revokedAt === null ? '' : momentWords(revokedAt) });
    case 'expired':
      if (eventOn !== null) return t('state.expiredEvent', { day: dayWords(eventOn) });
      return endsOn !== null && endsOn <= today() ? t('state.expired', { day: lastDayWords(endsOn) }) : t('state.tooOld');
    default:
      return t(`state.${state}`);
  }
};

const measures = resources.releases.measure;
const isMeasure = (id: string): id is keyof typeof measures => Object.hasOwn(measures, id);

/** Questionnaires by the names the client ticked them by. */
export const measureWords = (t: Words, ids: readonly string[]): string =>
  listWords(ids.map((id) => (isMeasure(id) ? t(`measure.${id}`) : id)));

const isKind = (kind: string): kind is InformationKind => informationKinds.some((one) => one === kind);

export const kindWords = (t: Words, kinds: readonly string[]): string =>
  listWords(kinds.map((kind) => (isKind(kind) ? t(`kind.${kind}`) : kind)));

export const purposesWords = (t: Words, { purposes, purposeWords }: Pick<Release, 'purposes' | 'purposeWords'>): string =>
  listWords(purposes.map((one) => (one === 'other' && purposeWords ? t('otherPurpose', { words: purposeWords }) : t(`purpose.${one}`))));

/** Why it may not go, with what is not covered. */
export const refusedWords = (t: Words, { reason, missing }: Extract<Verdict, { permitted: false }>, to: string): string =>
  t(`refused.${reason}`, { to, missing: reason === 'measures' ? measureWords(t, missing) : kindWords(t, missing) });

export const signedDay = ({ signedAt }: Release): string | null => (signedAt === null ? null : dayWords(clockDay(signedAt)));

/** Which are shown together, what waits first. */
export const releaseGroups = ['waits', 'counts', 'before'] as const;
export const groupOf = ({ state }: Pick<Release, 'state'>): (typeof releaseGroups)[number] =>
  state === 'draft' ? 'waits' : state === 'active' ? 'counts' : 'before';
