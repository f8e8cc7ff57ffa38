import { SegmentedControl } from '@mantine/core';
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppointmentLine } from '../../shared/appointment.ts';
import type { OutputOf } from '../../shared/calls.ts';
import { instantFrom } from '../../shared/time.ts';
import { useFocusAfterDeed } from '../ui/use-focus-after-deed.ts';
import type { Standing } from '../ui/use-standings.ts';
import { useCall } from '../use-call.ts';
import { type DayRow, dayRows, lanesOf, nextUp } from './day-rows.ts';
import { Slot } from './slot.tsx';
import { type ShownDay, timeOf } from './slot-words.ts';

/** Whose appointments are shown, once several people treat on a day. */
export type Whose = 'mine' | 'all';

type SwitchProps = { readonly whose: Whose; readonly onWhose: (whose: Whose) => void };

const WhoseSwitch = ({ whose, onWhose }: SwitchProps): JSX.Element => {
  const { t } = useTranslation('today');
  return (
    <SegmentedControl
      aria-label={t('day.whose')}
      value={whose}
      onChange={(next) => onWhose(next as Whose)}
      data={[
        { value: 'mine', label: t('day.mine') },
        { value: 'all', label: t('day.all') },
      ]}
    />
  );
};

type BufferProps = { readonly row: Extract<DayRow, { readonly kind: 'buffer' }>; readonly shown: ShownDay };

const Buffer = ({ row, shown }: BufferProps): JSX.Element => {
  const { t } = useTranslation('today');
  return (
    <li className="slot-buffer xs ink-3 num">
      <span>{timeOf(row.from, shown)}</span>
      <span className="row">
        <span className="slot-hatch sp-hatch" aria-hidden="true" />
        {t('day.kept', { count: row.minutes })}
      </span>
    </li>
  );
};

/** The name of the appointment that is open. */
const openName = (list: HTMLOListElement): HTMLElement | null => list.querySelector<HTMLElement>('h3');

type Props = SwitchProps & {
  readonly day: OutputOf<'today.get'>;
  readonly own: string | null;
  readonly lanes: readonly string[];
  readonly now: number;
  readonly standings: ReadonlyMap<string, Standing>;
};

/** The day from top to bottom, with the one that is next open. */
export const DayList = ({ day, own, lanes, now, standings, whose, onWhose }: Props): JSX.Element => {
  const { t } = useTranslation('today');
  const people = useCall('practitioners.list', {}).data?.practitioners ?? [];
  const rooms = useCall('rooms.list', {}).data?.rooms ?? [];
  const [chosen, setChosen] = useState<string | null>(null);
  const lines = whose === 'mine' ? day.appointments.filter(({ practitionerId }) => practitionerId === own) : day.appointments;
  const openId = lines.some(({ id }) => id === chosen) ? chosen : (nextUp(lines, now)?.id ?? null);
  const { box, onDeed } = useFocusAfterDeed(`${openId} ${lines.find(({ id }) => id === openId)?.status}`, openName);
  const several = lanesOf(lines, lanes).length > 1;
  const whereOf = (line: AppointmentLine): readonly string[] => [
    ...rooms.flatMap((room) => (room.id === line.roomId ? [room.name] : [])),
    ...(several ? people.flatMap((one) => (one.id === line.practitionerId ? [one.name] : [])) : []),
  ];
  return (
    <section aria-labelledby="day-title">
      <div className="day-head">
        <h2 id="day-title" className="visually-hidden">
          {t('day.title')}
        </h2>
        {lanesOf(day.appointments, lanes).length > 1 && own !== null ? <WhoseSwitch whose={whose} onWhose={onWhose} /> : null}
      </div>
      {lines.length === 0 ? <p className="ink-2 day-none">{t('day.noneMine')}</p> : null}
      <ol className="day-list" ref={box}>
        {dayRows(lines, now).map((row) => {
          if (row.kind === 'buffer') return <Buffer key={row.key} row={row} shown={day} />;
          if (row.kind === 'appointment')
            return (
              <Slot
                key={row.line.id}
                line={row.line}
                shown={day}
                now={now}
                standing={standings.get(row.line.clientId)}
                where={whereOf(row.line)}
                isOpen={row.line.id === openId}
                isChosen={row.line.id === chosen}
                onOpen={() => setChosen(row.line.id)}
                onSet={onDeed}
              />
            );
          const time = timeOf(instantFrom(Math.floor(now)), day);
          return (
            <li key="now" className="now-line num">
              <span className="visually-hidden">{t('day.now', { time })}</span>
              <span aria-hidden="true">{time}</span>
            </li>
          );
        })}
      </ol>
    </section>
  );
};
