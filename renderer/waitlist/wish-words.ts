import type { TFunction } from 'i18next';
import { addDays } from '../../shared/schedule-time.ts';
import type { WaitingDetails } from '../../shared/waitlist.ts';
import { shortDayWords, weekdayName } from '../dates.ts';
import type { PracticeLists } from '../ui/use-practice-lists.ts';

/** A Monday, to take the names of the weekdays from. */
const monday = '2024-01-01';

/** Monday is 1. */
export const weekdayOf = (weekday: number, length: 'short' | 'long'): string => weekdayName(addDays(monday, weekday - 1), length);

/** `Mon to Fri` for days in a row, `Tue, Thu` otherwise. */
const daysOfWeek = (t: TFunction<'waitlist'>, weekdays: readonly number[]): string => {
  const [first, last] = [weekdays[0], weekdays.at(-1)];
  if (first === undefined || last === undefined) return t('wish.anyDay');
  const inRow = last - first === weekdays.length - 1;
  return weekdays.length > 2 && inRow
    ? t('wish.days', { first: weekdayOf(first, 'short'), last: weekdayOf(last, 'short') })
    : weekdays.map((weekday) => weekdayOf(weekday, 'short')).join(', ');
};

const hours = (t: TFunction<'waitlist'>, { earliest, latest }: WaitingDetails): string => {
  if (earliest !== null && latest !== null) return t('wish.between', { from: earliest, until: latest });
  if (earliest !== null) return t('wish.from', { time: earliest });
  return latest === null ? '' : t('wish.until', { time: latest });
};

const days = (t: TFunction<'waitlist'>, { firstDay, lastDay }: WaitingDetails): string => {
  if (firstDay !== null && lastDay !== null) return t('wish.days', { first: shortDayWords(firstDay), last: shortDayWords(lastDay) });
  if (firstDay !== null) return t('wish.firstDay', { day: shortDayWords(firstDay) });
  return lastDay === null ? '' : t('wish.lastDay', { day: shortDayWords(lastDay) });
};

type Named = Pick<PracticeLists, 'services' | 'practitioners' | 'nameOf'>;

export const serviceWaited = (t: TFunction<'waitlist'>, { services }: Pick<Named, 'services'>, serviceId: string): string => {
  const service = services.find(({ id }) => id === serviceId);
  if (!service) return '';
  return service.active ? service.name : t('wish.serviceOff', { name: service.name });
};

/** The service and its length, said once: `Massage · 60 minutes`, and of one called `Massage, 60 minutes` only the name. */
export const serviceAndLength = (
  t: TFunction<'waitlist'>,
  lists: Pick<Named, 'services'>,
  { serviceId, minutes }: { readonly serviceId: string; readonly minutes: number },
): string => {
  const name = serviceWaited(t, lists, serviceId);
  const isInName = [...name.matchAll(/\d+/gu)].some(([number]) => Number(number) === minutes);
  return isInName ? name : `${name} · ${t('match.minutes', { count: minutes })}`;
};

/** When they could come, and to whom, as one line; with whom only where several treat. */
export const wishWords = (t: TFunction<'waitlist'>, wish: WaitingDetails, lists: Named): string => {
  const several = lists.practitioners.filter(({ active }) => active).length > 1;
  const whom = wish.practitionerId === null ? t('wish.anyone') : t('wish.with', { name: lists.nameOf(wish.practitionerId) });
  return [
    several || wish.practitionerId !== null ? whom : '',
    daysOfWeek(t, wish.weekdays),
    hours(t, wish),
    days(t, wish),
    wish.shortNotice ? t('wish.short') : '',
  ]
    .filter((part) => part !== '')
    .join(' · ');
};
