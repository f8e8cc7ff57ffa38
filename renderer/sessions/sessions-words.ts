import type { TFunction } from 'i18next';
import type { Scale } from '../../shared/session-events.ts';
import type { SessionLine } from '../../shared/sessions.ts';
import type { Labels } from './sessions-content.ts';

type T = TFunction<'sessions'>;

export const scaleWords = (t: T, scale: Scale | null): string =>
  scale === null ? t('notAsked') : scale === 'declined' ? t('declined') : String(scale);

type Graded = { readonly dissociation: string | null; readonly arousal: string | null };

/** The highest of each, where it was more than present and settled. */
export const gradesWords = (t: T, { dissociation, arousal }: Graded, labels: Labels): readonly string[] => [
  ...(dissociation && dissociation > 'D0' ? [t('grades.dissociation', { label: labels.dissociation(dissociation) })] : []),
  ...(arousal && arousal > 'H0' ? [t('grades.arousal', { label: labels.arousal(arousal) })] : []),
];

type Ending = Pick<SessionLine, 'endedAt' | 'action' | 'underRule'>;

/** How it ended, the gravest first. */
export const endingWords = (t: T, { endedAt, action, underRule }: Ending): string => {
  if (endedAt === null) return t('open');
  if (action === 'P4' || action === 'P5') return t(`ended.${action}`);
  return t(underRule ? 'ended.underRule' : 'ended.calm');
};
