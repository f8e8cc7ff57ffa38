import type { TFunction } from 'i18next';
import type { ReadinessCode, ReadinessState } from '../../shared/readiness.ts';
import { reasonWords } from './readiness-words.ts';
import type { Standing } from './use-standings.ts';

/** What somebody waits for, told apart so that a mark says where to begin. */
export type StandingKind = Exclude<ReadinessState, 'waiting'> | 'intake' | 'consent' | 'change';

const waitsFor = (code: ReadinessCode | undefined): StandingKind => {
  if (code === 'change-open') return 'change';
  return code === undefined || ['no-intake', 'no-health-screen', 'health-screen-open'].includes(code) ? 'intake' : 'consent';
};

export const standingKind = ({ state, first }: Pick<Standing, 'state' | 'first'>): StandingKind =>
  state === 'waiting' ? waitsFor(first?.code) : state;

const isWait = (kind: StandingKind): kind is 'intake' | 'consent' | 'change' => ['intake', 'consent', 'change'].includes(kind);

/** `Ready with limits`, or where there is little room `Limits`. */
export const standingWords = (t: TFunction<'readiness'>, standing: Pick<Standing, 'state' | 'first'>, brief = false): string => {
  const kind = standingKind(standing);
  if (brief) return t(`short.${kind}`);
  return isWait(kind) ? t(`mark.${kind}`) : t(`state.${kind}`);
};

/** The first reason, and how many more; empty where the client is ready. */
export const standingReason = (t: TFunction<'readiness'>, { first, more }: Standing): string => {
  if (!first) return '';
  const said = reasonWords(t, first);
  return more === 0 ? said : t('brief', { first: said, count: more });
};
