import type { TFunction } from 'i18next';
import type { ReadinessCode, ReadinessReason, ReadinessState } from '../../shared/readiness.ts';
import { dayWords, lastDayWords } from '../dates.ts';

/** Reasons that are the same but for what they are about. */
export type ReasonGroup = {
  readonly state: ReadinessState;
  readonly code: ReadinessCode;
  readonly reasons: readonly [ReadinessReason, ...ReadinessReason[]];
};

/** As they are told, the most careful first; one group for one state and code. */
export const groupsOf = (reasons: readonly ReadinessReason[]): readonly ReasonGroup[] => {
  const groups = Map.groupBy(reasons, ({ state, code }) => `${state} ${code}`);
  return [...groups.values()].flatMap(([first, ...rest]) =>
    first ? [{ state: first.state, code: first.code, reasons: [first, ...rest] as const }] : [],
  );
};

const dated = [
  'hold',
  'records-merged',
  'guardian-missing',
  'consent-ended',
  'consent-withdrawn',
  'decision-maker-missing',
  'cleared',
] as const satisfies readonly ReadinessCode[];
const isDated = (code: ReadinessCode): code is (typeof dated)[number] => dated.some((one) => one === code);

/** One reason in words. A clearance counts up to the day before it ends. */
export const reasonWords = (t: TFunction<'readiness'>, { code, about, day }: ReadinessReason): string => {
  const named = { about: about ?? t('something') };
  if (day === null || !isDated(code)) return t(`reason.${code}`, named);
  return t(`reasonOn.${code}`, { ...named, day: code === 'cleared' ? lastDayWords(day) : dayWords(day) });
};

/** What all of a group have in common; of blanks no more than how many. */
export const groupWords = (t: TFunction<'readiness'>, { code, reasons }: ReasonGroup): string =>
  reasons.length === 1 ? reasonWords(t, reasons[0]) : t(`several.${code}`, { number: reasons.length });

/** What each of a group is about, where it is not said with it. A question nobody answered is found where it is asked again. */
export const namesIn = ({ code, reasons }: ReasonGroup): readonly string[] =>
  reasons.length === 1 || code === 'not-answered' || code === 'ask-today' ? [] : reasons.flatMap(({ about }) => about ?? []);

/** What to do next, said once for all of a group. */
export const nextWords = (t: TFunction<'readiness'>, { code, reasons }: ReasonGroup): string => {
  const from = [...new Set(reasons.flatMap((reason) => reason.from || []))].join('; ');
  return t(`next.${code}`, { from: from || t('someone') });
};

const countedWords = (t: TFunction<'readiness'>, group: ReasonGroup): string => {
  const named = namesIn(group).length;
  return named === 0 ? groupWords(t, group) : t('counted', { words: groupWords(t, group), count: named });
};

/** In few words: the first group, and how many other reasons there are. */
export const briefWords = (t: TFunction<'readiness'>, reasons: readonly ReadinessReason[]): string => {
  const [first, ...others] = groupsOf(reasons);
  if (!first) return '';
  const said = countedWords(t, first);
  return others.length === 0 ? said : t('brief', { first: said, count: others.length });
};
