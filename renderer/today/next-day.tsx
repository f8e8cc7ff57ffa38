import { IconAdjustmentsHorizontal, IconCircleCheck, IconClipboardText } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppointmentLine } from '../../shared/appointment.ts';
import { addDays } from '../../shared/schedule-time.ts';
import type { CalendarDay, Zone } from '../../shared/time.ts';
import { weekdayWords } from '../dates.ts';
import { Icon } from '../ui/icon.tsx';
import type { Standing } from '../ui/use-standings.ts';
import { timeOf } from './slot-words.ts';

type Summary = { readonly words: string; readonly kind: 'ready' | 'limits' | 'waiting' };

/** How those of a day stand, in a few words; null while it is not known of all. */
export const readinessOfDay = (t: TFunction<'today'>, standings: readonly (Standing | undefined)[]): Summary | null => {
  const known = standings.flatMap((one) => one ?? []);
  if (known.length < standings.length || known.length === 0) return null;
  const limits = known.filter(({ state }) => state === 'ready-with-limits').length;
  const waiting = known.filter(({ state }) => state !== 'ready' && state !== 'ready-with-limits').length;
  if (waiting > 0) return { words: t('next.waiting', { count: waiting }), kind: 'waiting' };
  const ready = t('next.allReady', { count: known.length });
  return limits > 0 ? { words: [ready, t('next.limits', { count: limits })].join(', '), kind: 'limits' } : { words: ready, kind: 'ready' };
};

const icons = { ready: IconCircleCheck, limits: IconAdjustmentsHorizontal, waiting: IconClipboardText } as const;

type Props = {
  readonly day: CalendarDay;
  readonly today: CalendarDay;
  readonly zone: Zone;
  readonly lines: readonly AppointmentLine[];
  readonly standings: ReadonlyMap<string, Standing>;
};

/** The next day with appointments, in one line. */
export const NextDay = ({ day, today, zone, lines, standings }: Props): JSX.Element | null => {
  const { t } = useTranslation('today');
  const [first] = lines;
  if (!first) return null;
  const clients = [...new Set(lines.map(({ clientId }) => clientId))];
  const summary = readinessOfDay(
    t,
    clients.map((id) => standings.get(id)),
  );
  return (
    <section className="next-day" aria-labelledby="next-day-title">
      <h2 id="next-day-title" className="xs b ink-2">
        {day === addDays(today, 1) ? t('next.tomorrow') : weekdayWords(day)}
      </h2>
      <div className="next-day-line">
        <span className="num">{t('next.count', { count: lines.length, time: timeOf(first.startsAt, { zone }) })}</span>
        {summary ? (
          <span className={summary.kind === 'waiting' ? 'slot-mark xs b wait' : 'slot-mark xs b good'}>
            <Icon icon={icons[summary.kind]} size={16} />
            {summary.words}
          </span>
        ) : null}
      </div>
    </section>
  );
};
