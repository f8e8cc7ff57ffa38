import { Button } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppointmentLine } from '../../shared/appointment.ts';
import { conflictsWords } from '../ui/conflict-words.ts';
import { useErrorWords } from '../ui/error-words.ts';
import { Icon } from '../ui/icon.tsx';
import type { WallSpan } from './day-clock.ts';
import type { Target } from './drop.ts';
import { namesAt, targetWords, whenWords } from './event-words.ts';
import type { CalendarWorld } from './use-calendar.ts';
import type { Refused } from './use-moving.ts';

/** Title and reasons of a refusal. */
export const useRefusedWords = (
  world: CalendarWorld,
): ((refused: Refused) => { readonly title: string; readonly why: readonly string[] }) => {
  const { t } = useTranslation('schedule');
  const { t: tAppointments } = useTranslation('appointments');
  const errorWords = useErrorWords();
  return (refused) => {
    const { line, target } = refused;
    switch (refused.kind) {
      case 'conflicts': {
        const several = refused.days > 1 ? [t('calendar.refused.days', { count: refused.days })] : [];
        return {
          title: t('calendar.refused.conflicts', { when: targetWords(t, world, line, target) }),
          why: [...conflictsWords(tAppointments, refused.conflicts, namesAt(world, line, target)), ...several],
        };
      }
      case 'changed': {
        const stands = refused.now ? t('calendar.refused.stands', { when: whenWords(t, world, refused.now) }) : t('calendar.refused.gone');
        return { title: t('calendar.refused.changed'), why: [stands] };
      }
      case 'error': {
        const { title, text } = errorWords(refused.error);
        return { title, why: [text] };
      }
    }
  };
};

type NoteProps = {
  readonly world: CalendarWorld;
  readonly refused: Refused;
  /** Where the appointment stands: which lane of how many, and from when to when. */
  readonly at: { readonly laneIndex: number; readonly lanes: number; readonly span: WallSpan };
  readonly onMove: (put: { readonly line: AppointmentLine; readonly to: Target }) => void;
  readonly onClose: () => void;
};

/** Why something went back, beside where it went back to, with the way to do it all the same. */
export const RefusalNote = ({ world, refused, at, onMove, onClose }: NoteProps): JSX.Element => {
  const { t } = useTranslation('schedule');
  const { title, why } = useRefusedWords(world)(refused);
  const isLeft = at.laneIndex < at.lanes / 2;
  const across = isLeft ? { left: `${(100 * at.laneIndex) / at.lanes}%` } : { right: `${100 - (100 * (at.laneIndex + 1)) / at.lanes}%` };
  const down = at.span[1] < 1140 ? { top: `${at.span[1] / 14.4}%` } : { bottom: `${100 - at.span[0] / 14.4}%` };
  return (
    <div className="cal-note" role="alert" style={{ ...across, ...down }}>
      <Icon icon={IconAlertCircle} tone="wait-ink" />
      <div className="grow">
        <div className="b wait">{title}</div>
        <ul className="cal-note-why">
          {why.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
        <p className="ink-2">{t('calendar.said.back')}</p>
        <div className="row wrap">
          {refused.kind === 'conflicts' ? (
            <Button variant="default" onClick={() => onMove({ line: refused.line, to: refused.target })}>
              {t('calendar.refused.move')}
            </Button>
          ) : null}
          <Button variant="subtle" onClick={onClose}>
            {t('calendar.refused.close')}
          </Button>
        </div>
      </div>
    </div>
  );
};
