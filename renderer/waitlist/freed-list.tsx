import { Button } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { type JSX, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../shared/calls.ts';
import { clockTime, weekdayWords } from '../dates.ts';
import { freeWhen } from '../ui/freed-words.ts';
import { Icon } from '../ui/icon.tsx';
import { ErrorNotice, said } from '../ui/notice.tsx';
import type { PracticeLists } from '../ui/use-practice-lists.ts';
import { useCall, useSend } from '../use-call.ts';
import { Matches } from './matches.tsx';

type Freed = OutputOf<'waitlist.freed'>['freed'][number];

type CardProps = {
  readonly time: Freed;
  readonly lists: PracticeLists;
  readonly isOpen: boolean;
  readonly onOpen: (open: boolean) => void;
  readonly onDismiss: () => void;
};

const FreedCard = ({ time, lists, isOpen, onOpen, onDismiss }: CardProps): JSX.Element => {
  const { t } = useTranslation('waitlist');
  const when = freeWhen(t, time);
  const several = lists.practitioners.filter(({ active }) => active).length > 1;
  const where = [
    ...(several ? [t('freed.with', { name: lists.nameOf(time.practitionerId) })] : []),
    ...(time.roomId === null ? [] : [lists.roomOf(time.roomId)]),
  ];
  return (
    <li className="card freed-card">
      <div className="freed-head">
        <div className="grow">
          <h3 className="md b num">
            {weekdayWords(time.day)}, {t('freed.until', { time: time.time, end: clockTime(time.endsAt) })}
          </h3>
          <p className="ink-2" dir="auto">
            {where.join(' · ')}
          </p>
          <p className="row wait b">
            <Icon icon={IconUsers} size={18} />
            {t('freed.could', { count: time.waiting })}
          </p>
        </div>
        <div className="row wrap">
          <Button variant="default" aria-expanded={isOpen} aria-label={t('freed.showOf', { when })} onClick={() => onOpen(!isOpen)}>
            {t('freed.show')}
          </Button>
          <Button variant="subtle" aria-label={t('freed.dismissOf', { when })} onClick={onDismiss}>
            {t('freed.dismiss')}
          </Button>
        </div>
      </div>
      {isOpen ? <Matches time={time} lists={lists} /> : null}
    </li>
  );
};

type Props = {
  readonly lists: PracticeLists;
  /** The appointment whose time is to be offered, where the page was opened for one. */
  readonly asked: string | undefined;
};

/** Times that cancellations freed and somebody could take, soonest first; nothing where there is none. */
export const FreedList = ({ lists, asked }: Props): JSX.Element | null => {
  const { t } = useTranslation('waitlist');
  const { t: ui } = useTranslation('ui');
  const found = useCall('waitlist.freed', {});
  const [opened, setOpened] = useState<string | null>(asked ?? null);
  const { send, error } = useSend('waitlist.dismiss');
  const title = useRef<HTMLHeadingElement>(null);
  const freed = found.data?.freed ?? [];
  const dismiss = async (time: Freed): Promise<void> => {
    const { appointmentId } = time;
    const when = freeWhen(t, time);
    if (!(await send({ appointmentId })).ok) return;
    title.current?.focus();
    said(t('freed.dismissed', { when }), { word: ui('undo'), run: () => void send({ appointmentId, over: false }) });
  };
  if (found.error) return <ErrorNotice error={found.error} again={found.again} />;
  if (freed.length === 0) return error ? <ErrorNotice error={error} /> : null;
  return (
    <section aria-labelledby="freed-title">
      <h2 id="freed-title" ref={title} tabIndex={-1} className="section-title">
        {t('freed.title')}
      </h2>
      {error ? <ErrorNotice error={error} /> : null}
      <ul className="freed-list">
        {freed.map((time) => (
          <FreedCard
            key={time.appointmentId}
            time={time}
            lists={lists}
            isOpen={opened === time.appointmentId}
            onOpen={(open) => setOpened(open ? time.appointmentId : null)}
            onDismiss={() => void dismiss(time)}
          />
        ))}
      </ul>
    </section>
  );
};
