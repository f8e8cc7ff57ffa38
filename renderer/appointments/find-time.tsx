import { Button, Checkbox } from '@mantine/core';
import { IconCalendarSearch } from '@tabler/icons-react';
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { When } from '../../shared/appointment.ts';
import type { InputOf } from '../../shared/calls.ts';
import { calendarDayFromTyped } from '../../shared/time.ts';
import { shortDayWords, today, typedDay } from '../dates.ts';
import { DayField } from '../ui/day-field.tsx';
import { Icon } from '../ui/icon.tsx';
import { ErrorNotice } from '../ui/notice.tsx';
import { TimeField } from '../ui/time-field.tsx';
import { wallEndFromTyped, wallTimeFromTyped } from '../ui/time-typed.ts';
import type { PracticeLists } from '../ui/use-practice-lists.ts';
import { Waiting } from '../ui/waiting.tsx';
import { minutesFromTyped } from '../ui/when-form.ts';
import { useCall } from '../use-call.ts';
import type { TypedBooking } from './booking-form.ts';
import { detailsFrom } from './details-form.ts';
import { Weekdays } from './repeat-fields.tsx';

type Wishes = {
  readonly from: string;
  readonly weekdays: readonly number[];
  readonly earliest: string;
  readonly latest: string;
  readonly anyone: boolean;
};
type Asked = InputOf<'appointments.findSlots'>;

/** Null while it is not known how long it takes or what is wished for. */
const askedFor = (booking: TypedBooking, wishes: Wishes): Asked | null => {
  const { client, when, details } = booking;
  const minutes = minutesFromTyped(when.minutes);
  const about = detailsFrom({ ...details, serviceId: 'any' });
  const from = calendarDayFromTyped(wishes.from);
  const earliest = wallTimeFromTyped(wishes.earliest || '0');
  const latest = wallEndFromTyped(wishes.latest || '24');
  if (!minutes || !about || !from || !earliest || !latest) return null;
  return {
    clientId: client?.id ?? null,
    practitionerId: wishes.anyone ? null : when.practitionerId || null,
    roomId: when.roomId === '' ? null : wishes.anyone ? 'any' : when.roomId,
    minutes,
    before: about.before,
    after: about.after,
    from: [from, today()].sort().at(-1) ?? from,
    weekdays: [...wishes.weekdays],
    earliest,
    latest,
    limit: 12,
  };
};

const Slots = ({
  asked,
  lists,
  onSlot,
}: {
  readonly asked: Asked;
  readonly lists: PracticeLists;
  readonly onSlot: (slot: When) => void;
}) => {
  const { t } = useTranslation('appointments');
  const { data, error, again } = useCall('appointments.findSlots', asked, { fresh: true });
  if (error) return <ErrorNotice error={error} again={again} />;
  if (!data) return <Waiting />;
  return (
    <>
      <p role="status" className="ink-2">
        {data.slots.length === 0 ? t('find.none') : t(data.more ? 'find.some' : 'find.found', { count: data.slots.length })}
      </p>
      <ul className="free-times">
        {data.slots.map((slot) => (
          <li key={`${slot.startsAt} ${slot.practitionerId}`}>
            <Button variant="default" className="free-time" justify="flex-start" onClick={() => onSlot(slot)}>
              <span className="num">{t('find.slot', { day: shortDayWords(slot.day), time: slot.time })}</span>
              <span className="xs ink-2 block" dir="auto">
                {[lists.nameOf(slot.practitionerId), lists.roomOf(slot.roomId)].filter((part) => part !== '').join(' · ')}
              </span>
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
};

type Props = {
  readonly booking: TypedBooking;
  readonly lists: PracticeLists;
  readonly onSlot: (slot: When) => void;
  /** Open from the start, for who came to find one. */
  readonly opens: boolean;
};

/** Free times within the opening hours, with the time around them, soonest first. */
export const FindTime = ({ booking, lists, onSlot, opens }: Props): JSX.Element => {
  const { t } = useTranslation('appointments');
  const [opened, setOpened] = useState(opens);
  const [wishes, setWishes] = useState<Wishes>(() => ({
    from: booking.when.day || typedDay(today()),
    weekdays: [],
    earliest: '',
    latest: '',
    anyone: false,
  }));
  const [asked, setAsked] = useState<Asked | null>(null);
  const set = (change: Partial<Wishes>): void => setWishes({ ...wishes, ...change });
  if (!opened) {
    const open = (): void => {
      set({ from: booking.when.day || wishes.from });
      setOpened(true);
    };
    return (
      <Button variant="default" className="find-open" leftSection={<Icon icon={IconCalendarSearch} />} onClick={open}>
        {t('find.open')}
      </Button>
    );
  }
  const next = askedFor(booking, wishes);
  return (
    <section className="find" aria-labelledby="find-title">
      <h2 id="find-title" className="section-title">
        {t('find.title')}
      </h2>
      <div className="time-fields">
        <DayField id="find-from" label={t('find.from')} value={wishes.from} onChange={(from) => set({ from })} />
        <TimeField id="find-earliest" label={t('find.earliest')} value={wishes.earliest} onChange={(earliest) => set({ earliest })} />
        <TimeField id="find-latest" label={t('find.latest')} value={wishes.latest} onChange={(latest) => set({ latest })} isEnd />
      </div>
      <Weekdays label={t('find.weekdays')} chosen={wishes.weekdays} onChosen={(weekdays) => set({ weekdays })} />
      {lists.practitioners.filter((one) => one.active).length > 1 ? (
        <Checkbox label={t('find.anyone')} checked={wishes.anyone} onChange={(event) => set({ anyone: event.currentTarget.checked })} />
      ) : null}
      <div className="row wrap">
        <Button variant="default" disabled={!next} onClick={() => setAsked(next)}>
          {t('find.search')}
        </Button>
        <Button variant="subtle" onClick={() => setOpened(false)}>
          {t('find.close')}
        </Button>
        {next ? null : <span className="ink-2">{t('find.length')}</span>}
      </div>
      {asked ? (
        <Slots
          asked={asked}
          lists={lists}
          onSlot={(slot) => {
            onSlot(slot);
            setOpened(false);
            setAsked(null);
          }}
        />
      ) : null}
    </section>
  );
};
