import { type RefObject, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppointmentLine } from '../../shared/appointment.ts';
import type { CalendarDay } from '../../shared/time.ts';
import { conflictsWords } from '../ui/conflict-words.ts';
import { namesAt, type Says, targetWords } from './event-words.ts';
import { usePlace } from './place-cursor.tsx';
import { useRefusedWords } from './refusal-note.tsx';
import type { CalendarWorld } from './use-calendar.ts';
import { useGrid } from './use-grid.ts';
import { useGridKeys } from './use-grid-keys.ts';
import { useMoving } from './use-moving.ts';
import { conflictsAt } from './verdict.ts';

export const useSays = (): Says => {
  const { t: schedule } = useTranslation('schedule');
  const { t: appointments } = useTranslation('appointments');
  const { t: readiness } = useTranslation('readiness');
  return useMemo(() => ({ schedule, appointments, readiness }), [schedule, appointments, readiness]);
};

type Told = {
  readonly say: (words: string) => void;
  readonly onDialog: (line: AppointmentLine) => void;
  readonly onNew: (after: AppointmentLine) => void;
  readonly onDay: (day: CalendarDay) => void;
};

/** What is done in the grid, by hand and by keys, and what is said of it aloud. */
export const useGridWork = (
  body: RefObject<HTMLElement | null>,
  world: CalendarWorld,
  says: Says,
  { say, onDialog, onNew, onDay }: Told,
) => {
  const { schedule: t, appointments } = says;
  const refusedWords = useRefusedWords(world);
  const moving = useMoving(world, {
    onKept: ({ line, target }) => {
      say(t('calendar.said.moved', { name: line.chosenName, when: targetWords(t, world, line, target) }));
      if (!world.days.includes(target.day)) onDay(target.day);
    },
    onRefused: (refused) => {
      const { title, why } = refusedWords(refused);
      say([title, ...why, t('calendar.said.back')].join('. '));
      keys.followNext(refused.line.id);
    },
  });
  const grid = useGrid(world, moving.lines);
  const place = usePlace(grid);
  const keys = useGridKeys(
    { body, world, stops: grid.stops, clockOn: grid.clockOn, moving },
    {
      onDialog,
      onNew,
      onPlaces: place.beginBelow,
      onHeld: (line, target) => {
        const why = conflictsWords(appointments, conflictsAt(world, moving.lines, line, target), namesAt(world, line, target));
        const words = { name: line.chosenName, when: targetWords(t, world, line, target), why: why.join('. ') };
        say(why.length > 0 ? t('calendar.said.against', words) : t('calendar.said.here', words));
      },
      onGivenUp: () => say(t('calendar.said.back')),
    },
  );
  return { moving, grid, keys, place };
};
