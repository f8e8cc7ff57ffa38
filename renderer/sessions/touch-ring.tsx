import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { Block } from '../../shared/session-state.ts';
import { elapsedWords } from './elapsed.ts';
import { blockTime } from './touch-time.ts';

const size = 148;
const radius = size / 2 - 7;
const round = 2 * Math.PI * radius;

type RingProps = { readonly block: Pick<Block, 'startedAt' | 'minutes'>; readonly now: number };

/** How long hands are on: seen by who looks, never heard. At the planned minute its colour changes, and it counts on. */
export const Ring = ({ block, now }: RingProps): JSX.Element => {
  const { t } = useTranslation('touch');
  const { elapsed, part, isOver } = blockTime(block, now);
  const middle = size / 2;
  return (
    <svg className="touch-ring" data-over={isOver || undefined} viewBox={`0 0 ${size} ${size}`} role="timer" aria-label={t('ring.label')}>
      <circle cx={middle} cy={middle} r={radius} className="touch-ring-whole" />
      <circle
        cx={middle}
        cy={middle}
        r={radius}
        className="touch-ring-part"
        strokeDasharray={`${round * part} ${round}`}
        transform={`rotate(-90 ${middle} ${middle})`}
      />
      <line x1={middle} x2={middle} y1={size - 14} y2={size} className="touch-ring-half" />
      <text x="50%" y="50%" dy="6" className="touch-ring-time num">
        {elapsedWords(elapsed)}
      </text>
      <text x="50%" y="50%" dy="30" className="touch-ring-of num">
        {t('ring.of', { count: block.minutes })}
      </text>
    </svg>
  );
};
