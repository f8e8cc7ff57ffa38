import type { TFunction } from 'i18next';
import type { Hold } from '../../shared/incidents.ts';
import type { Labels } from './sessions-content.ts';

/** What a hold comes from, in words. */
export const holdWords = (t: TFunction<'sessions'>, { cause, what }: Pick<Hold, 'cause' | 'what'>, labels: Labels): string => {
  if (cause === 'closed-under-rule') return t('hold.cause.closed-under-rule');
  if (cause === 'action') return t(what === 'P4' || what === 'P5' ? `hold.cause.${what}` : 'hold.cause.other');
  return what.startsWith('D')
    ? t('hold.cause.dissociation', { label: labels.dissociation(what) })
    : t('hold.cause.arousal', { label: labels.arousal(what) });
};
