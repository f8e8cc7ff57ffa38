import type { TFunction } from 'i18next';
import { z } from 'zod';
import type { InputOf } from '../../shared/calls.ts';
import { disclosureBases } from '../../shared/disclosures.ts';
import { limits } from '../../shared/limits.ts';
import { informationKinds, sharingPurposes } from '../../shared/releases.ts';
import { shows } from '../../shared/text.ts';
import { calendarDayFromTyped } from '../../shared/time.ts';
import { today, typedDay } from '../dates.ts';
import { draftOf } from '../drafts.ts';
import type { FieldProblem } from '../ui/error-summary.tsx';
import { tooLong } from '../ui/too-long.ts';

export const toldWays = ['phone', 'person', 'video', 'paper', 'other'] as const;

/** What was told, as it is typed. `to`: a contact's id, `client`, or `someone` with a name. */
export const ToldTyped = z.strictObject({
  on: z.string(),
  to: z.string(),
  toName: z.string(),
  way: z.enum(toldWays).nullable(),
  wayWords: z.string(),
  kinds: z.array(z.enum(informationKinds)),
  what: z.string(),
  purpose: z.enum(sharingPurposes).nullable(),
  why: z.string(),
  basis: z.enum(disclosureBases).nullable(),
  basisWords: z.string(),
});
export type ToldTyped = z.infer<typeof ToldTyped>;

export const toClient = 'client';
export const toSomeone = 'someone';
export const isOfDirectory = ({ to }: ToldTyped): boolean => to !== '' && to !== toClient && to !== toSomeone;

export const nothingTold = (): ToldTyped => ({
  on: typedDay(today()),
  to: '',
  toName: '',
  way: null,
  wayWords: '',
  kinds: [],
  what: '',
  purpose: null,
  why: '',
  basis: null,
  basisWords: '',
});

export const toldKey = (clientId: string): string => `told-${clientId}`;
export const isRecording = (clientId: string): boolean => draftOf(toldKey(clientId), ToldTyped) !== undefined;
export const toldField = (field: string): string => `told-${field}`;

type Words = { readonly releases: TFunction<'releases'>; readonly errors: TFunction<'errors'> };

/** What keeps it from being written down, in the order of the form. */
export const toldProblems = (typed: ToldTyped, { releases: t, errors }: Words): readonly FieldProblem[] => {
  const { to, toName, way, wayWords, kinds, what, purpose, why, basis, basisWords } = typed;
  const day = calendarDayFromTyped(typed.on);
  const needs = (isMissing: boolean, asked: string, words: string, limit: number): string => {
    const long = tooLong(words, limit);
    return long ? errors('problem.too-long', long) : isMissing ? asked : '';
  };
  const onRelease = basis === 'release';
  const texts: readonly (readonly [string, string, string])[] = [
    ['on', t('record.on'), day === null ? t('record.asks.day') : day > today() ? t('record.asks.future') : ''],
    ['to', t('record.to'), to === '' ? t('record.asks.to') : onRelease && !isOfDirectory(typed) ? t('record.asks.contact') : ''],
    ['toName', t('record.name'), to === toSomeone ? needs(!shows(toName), t('record.asks.name'), toName, limits.namePart) : ''],
    ['way', t('record.way'), way === null ? t('record.asks.way') : ''],
    ['wayWords', t('record.wayWords'), way === 'other' ? needs(!shows(wayWords), t('record.asks.basisWords'), wayWords, limits.line) : ''],
    ['kinds', t('record.kinds'), kinds.length === 0 ? t('record.asks.kinds') : ''],
    ['what', t('record.what'), needs(!shows(what), t('record.asks.what'), what, limits.paragraph)],
    ['purpose', t('record.purpose'), onRelease && purpose === null ? t('record.asks.purpose') : ''],
    ['why', t('record.why'), needs(false, '', why, limits.paragraph)],
    ['basis', t('record.basis'), basis === null ? t('record.asks.basis') : ''],
    [
      'basisWords',
      basis === null || onRelease ? '' : t(`record.basisWords.${basis}`),
      basis === null || onRelease ? '' : needs(!shows(basisWords), t('record.asks.basisWords'), basisWords, limits.paragraph),
    ],
  ];
  return texts.flatMap(([field, label, text]) => (text === '' ? [] : [{ field, label, text }]));
};

type Told = InputOf<'disclosures.record'>;

/** What is sent; null while something is missing. `nameOf`: a contact, in the words the record keeps. */
export const toldInput = (
  typed: ToldTyped,
  clientId: string,
  nameOf: (to: string) => string,
  wayWords: (way: (typeof toldWays)[number]) => string,
): Told | null => {
  const { to, toName, way, kinds, what, purpose, why, basis, basisWords } = typed;
  const on = calendarDayFromTyped(typed.on);
  if (on === null || way === null || basis === null) return null;
  return {
    clientId,
    on,
    contactId: isOfDirectory(typed) ? to : null,
    toName: to === toSomeone ? toName : nameOf(to),
    way: way === 'other' ? typed.wayWords : wayWords(way),
    kinds,
    what,
    purpose,
    why,
    basis,
    basisWords: basis === 'release' ? '' : basisWords,
  };
};
