import { Button } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { type JSX, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../shared/calls.ts';
import type { Reminder } from '../../shared/reminders.ts';
import { addDays } from '../../shared/schedule-time.ts';
import type { CalendarDay } from '../../shared/time.ts';
import { sinceWords, weekdayWords } from '../dates.ts';
import { usePractice } from '../practice.ts';
import { Icon } from '../ui/icon.tsx';
import { ErrorNotice, said } from '../ui/notice.tsx';
import { OpenMailHint } from '../ui/open-mail.tsx';
import { PageHead } from '../ui/page.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { useCall, useSend } from '../use-call.ts';
import { useEachDay } from '../use-each-day.ts';
import { ReminderLine, type Way } from './reminder-line.tsx';
import './reminders.css';

type Today = OutputOf<'reminders.today'>;

type DoneProps = { readonly reminder: Reminder; readonly busy: boolean; readonly onUndo: () => void };

const DoneLine = ({ reminder, busy, onUndo }: DoneProps): JSX.Element | null => {
  const { t } = useTranslation('reminders');
  const { done, chosenName: name, day, time } = reminder;
  if (!done) return null;
  return (
    <li className="reminder-done">
      <Icon icon={IconCircleCheck} tone="sage" />
      <div className="grow">
        <span className="b" dir="auto">
          {name}
        </span>{' '}
        <span className="ink-2 num">
          {weekdayWords(day)}, {time}
        </span>
        <span className="ink-2 block">{t('doneBy', { way: t(`way.${done.way}`), when: sinceWords(done.at), by: done.by })}</span>
      </div>
      <Button variant="subtle" disabled={busy} aria-label={t('undoOf', { name })} onClick={onUndo}>
        {t('undo')}
      </Button>
    </li>
  );
};

type ListProps = { readonly done: readonly Reminder[]; readonly busy: boolean; readonly onUndo: (reminder: Reminder) => void };

const DoneList = ({ done, busy, onUndo }: ListProps): JSX.Element | null => {
  const { t } = useTranslation('reminders');
  if (done.length === 0) return null;
  return (
    <section aria-labelledby="remind-done">
      <h2 id="remind-done" className="section-title">
        {t('doneTitle')}
      </h2>
      <ul>
        {done.map((one) => (
          <DoneLine key={one.appointmentId} reminder={one} busy={busy} onUndo={() => onUndo(one)} />
        ))}
      </ul>
    </section>
  );
};

const daysOf = (reminders: readonly Reminder[]): readonly CalendarDay[] => [...new Set(reminders.map(({ day }) => day))];

/** What there is to do, by day, and what is done. */
const Lists = ({ today, until, reminders }: Today): JSX.Element => {
  const { t } = useTranslation('reminders');
  const { t: ui } = useTranslation('ui');
  const { send, isSending, error } = useSend('reminders.done');
  const top = useRef<HTMLDivElement>(null);
  const left = reminders.filter(({ done }) => done === null);
  const done = reminders.filter((one) => one.done !== null);
  const takeBack = async ({ appointmentId, chosenName: name }: Reminder, way: Way): Promise<void> => {
    if ((await send({ appointmentId, way, done: false })).ok) said(t('unmarked', { name }));
  };
  const mark = async (reminder: Reminder, way: Way): Promise<void> => {
    if (!(await send({ appointmentId: reminder.appointmentId, way, done: true })).ok) return;
    top.current?.focus();
    const undo = { word: ui('undo'), run: () => void takeBack(reminder, way) };
    said(t('marked', { name: reminder.chosenName, way: t(`way.${way}`) }), undo);
  };
  return (
    <div ref={top} tabIndex={-1} className="reminder-lists">
      {error ? <ErrorNotice error={error} /> : null}
      {left.length === 0 ? (
        <div className="empty">
          <h2 className="empty-title">{t(done.length === 0 ? 'none' : 'all')}</h2>
          <p className="ink-2">{done.length === 0 ? t('noneText') : t('allText', { day: weekdayWords(until) })}</p>
        </div>
      ) : null}
      {daysOf(left).map((day) => (
        <section key={day} aria-labelledby={`remind-${day}`}>
          <h2 id={`remind-${day}`} className="section-title">
            {day === addDays(today, 1) ? t('tomorrow', { day: weekdayWords(day) }) : weekdayWords(day)}
          </h2>
          <ul className="reminder-list">
            {left
              .filter((one) => one.day === day)
              .map((one) => (
                <ReminderLine key={one.appointmentId} reminder={one} busy={isSending} onMark={(way) => void mark(one, way)} />
              ))}
          </ul>
        </section>
      ))}
      <DoneList
        done={done}
        busy={isSending}
        onUndo={(one) => {
          top.current?.focus();
          void takeBack(one, one.done?.way ?? 'none');
        }}
      />
    </div>
  );
};

/** Whom to remind today, soonest first. */
export const RemindersPage = (): JSX.Element => {
  const { t } = useTranslation('reminders');
  const isOwner = usePractice().role === 'owner';
  const list = useCall('reminders.today', {}, { fresh: true });
  useEachDay(list.again);
  const { data } = list;
  const first = data ? addDays(data.today, 1) : null;
  const count = data?.reminders.filter(({ done }) => done === null).length ?? 0;
  return (
    <>
      <PageHead title={t('title')} sub={count > 0 ? t('sub', { count }) : undefined} />
      <div className="page-body reminders">
        {data && first ? (
          <div>
            <p className="num">
              {first === data.until
                ? t('spanOne', { day: weekdayWords(first) })
                : t('span', { first: weekdayWords(first), last: weekdayWords(data.until) })}
            </p>
            <p className="ink-2">{t('hint')}</p>
            <OpenMailHint emails={data.reminders.map(({ email }) => email)} />
            {isOwner ? (
              <Link to="/settings/$section" params={{ section: 'reminders' }} className="tall-link">
                {t('settings')}
              </Link>
            ) : null}
          </div>
        ) : null}
        {list.error ? <ErrorNotice error={list.error} again={list.again} /> : null}
        {list.isPending ? <Waiting>{t('reading')}</Waiting> : null}
        {data ? <Lists {...data} /> : null}
      </div>
    </>
  );
};
