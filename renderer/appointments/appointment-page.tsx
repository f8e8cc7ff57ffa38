import { Button } from '@mantine/core';
import { IconCalendarOff, IconClockEdit, IconCopy, IconPencil, IconRepeat } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { holdsTime, isAhead, mayEnd } from '../../shared/appointment.ts';
import type { OutputOf } from '../../shared/calls.ts';
import { clockDay, fullDayWords, momentWords, shortDayWords, today } from '../dates.ts';
import { isClinical, usePractice } from '../practice.ts';
import { spanWords } from '../ui/appointment-words.ts';
import { ButtonLink } from '../ui/button-link.tsx';
import { Icon } from '../ui/icon.tsx';
import { MoveDialog } from '../ui/move-dialog.tsx';
import { ErrorNotice, Notice } from '../ui/notice.tsx';
import { PageHead } from '../ui/page.tsx';
import { StartSessionLink } from '../ui/start-session-link.tsx';
import { useFocusAfterDeed } from '../ui/use-focus-after-deed.ts';
import { type PracticeLists, usePracticeLists } from '../ui/use-practice-lists.ts';
import { Waiting } from '../ui/waiting.tsx';
import { useCall } from '../use-call.ts';
import { AppointmentFacts } from './appointment-facts.tsx';
import { changeWords } from './appointment-words.ts';
import type { MoveSearch } from './booking-search.ts';
import { CancelDialog } from './cancel-dialog.tsx';
import { isEnding, mayPutRight } from './cancel-form.ts';
import { ChangeDialog } from './change-dialog.tsx';
import { repeatWords } from './repeat-words.ts';
import { SeriesDialog } from './series-dialog.tsx';
import { StatusSteps } from './status-steps.tsx';
import './appointments.css';

type Got = OutputOf<'appointments.get'>;
type Cancelled = OutputOf<'appointments.cancel'>;
type Doing = 'move' | 'change' | 'cancel' | 'series' | null;

/** The time is free now: whether somebody waits for it. */
const Freed = ({ done, lists }: { readonly done: Cancelled; readonly lists: PracticeLists }): JSX.Element | null => {
  const { t } = useTranslation('appointments');
  if (!done.freed) return null;
  const { day, time, practitionerId } = done.freed;
  const free = t('freed.free', { day: shortDayWords(day), time, practitioner: lists.nameOf(practitionerId) });
  const toList = (
    <ButtonLink to="/wait-list" search={{ freed: done.appointment.id }} variant="default">
      {t('freed.open')}
    </ButtonLink>
  );
  return (
    <Notice tone="sage" title={free} actions={done.waiting > 0 ? toList : null}>
      {done.waiting > 0 ? t('freed.waiting', { count: done.waiting }) : null}
    </Notice>
  );
};

const SeriesPart = ({ got, onChange }: { readonly got: Got; readonly onChange: () => void }): JSX.Element | null => {
  const { t } = useTranslation('appointments');
  const { series, appointment } = got;
  if (!series) return null;
  return (
    <section aria-labelledby="series-title">
      <h2 id="series-title" className="section-title">
        {t('series.title')}
      </h2>
      <p dir="auto">{repeatWords(t, series.repeat, series.firstDay, series.lastDay)}</p>
      <p className="ink-2">
        {t('series.ahead', { count: series.ahead })}
        {series.skipped.length > 0 ? ` ${t('series.leftOut', { days: series.skipped.map(shortDayWords).join(', ') })}` : ''}
        {appointment.own.length > 0 ? ` ${t('series.own')}` : ''}
      </p>
      {series.ahead > 0 ? (
        <Button variant="default" leftSection={<Icon icon={IconRepeat} />} onClick={onChange}>
          {t('series.change')}
        </Button>
      ) : null}
    </section>
  );
};

const Became = ({ got, lists }: { readonly got: Got; readonly lists: PracticeLists }): JSX.Element => {
  const { t } = useTranslation('appointments');
  return (
    <section aria-labelledby="became-title">
      <h2 id="became-title" className="section-title">
        {t('became.title')}
      </h2>
      <ol className="became">
        {got.changes.map((change) => (
          <li key={`${change.at} ${change.what} ${change.status}`}>
            <span dir="auto">{changeWords(t, change, lists)}</span>
            {change.override ? (
              <span className="block" dir="auto">
                {t('became.override', { reason: change.override })}
              </span>
            ) : null}
            <span className="xs ink-2 block">{t('became.by', { at: momentWords(change.at), by: change.by })}</span>
          </li>
        ))}
      </ol>
    </section>
  );
};

type DialogProps = {
  readonly got: Got;
  readonly lists: PracticeLists;
  readonly doing: Doing;
  readonly search: MoveSearch;
  readonly onClose: () => void;
  readonly onCancelled: (done: Cancelled) => void;
};

const Dialogs = ({ got, lists, doing, search, onClose, onCancelled }: DialogProps): JSX.Element | null => {
  const navigate = useNavigate();
  const { appointment, series } = got;
  const { move: _, ...to } = search;
  switch (doing) {
    case 'move':
      return <MoveDialog line={appointment} to={to} onClose={onClose} />;
    case 'change':
      return <ChangeDialog appointment={appointment} lists={lists} onClose={onClose} />;
    case 'cancel':
      return <CancelDialog appointment={appointment} onClose={onClose} onDone={onCancelled} />;
    case 'series': {
      if (!series) return null;
      const opened = ({ appointment: { id } }: OutputOf<'series.edit'>): void => {
        if (id !== appointment.id) void navigate({ to: '/appointments/$appointmentId', params: { appointmentId: id } });
      };
      return <SeriesDialog appointment={appointment} series={series} lists={lists} onClose={onClose} onDone={opened} />;
    }
    case null:
      return null;
    default: {
      const never: never = doing;
      return never;
    }
  }
};

const isAwaited = ({ status }: Got['appointment']): boolean => holdsTime(status) && status !== 'done';

const OneAppointment = ({ got, lists, search }: { readonly got: Got; readonly lists: PracticeLists; readonly search: MoveSearch }) => {
  const { t } = useTranslation('appointments');
  const navigate = useNavigate();
  const { appointment } = got;
  const isOver = isEnding(appointment.status);
  const mayMove = isAhead(appointment.status);
  const treats = isClinical(usePractice());
  const mayBegin = treats && isAwaited(appointment) && clockDay(appointment.startsAt) === today();
  const mayCancel = isOver ? mayPutRight(appointment) : mayEnd(appointment.status);
  const [doing, setDoing] = useState<Doing>(search.move && mayMove ? 'move' : null);
  const [cancelled, setCancelled] = useState<Cancelled | null>(null);
  const { box, onDeed } = useFocusAfterDeed<HTMLFieldSetElement>(appointment.status);
  const close = (): void => {
    setDoing(null);
    if (search.move) void navigate({ to: '/appointments/$appointmentId', params: { appointmentId: appointment.id }, replace: true });
  };
  const button = (what: Exclude<Doing, null>, icon: typeof IconPencil, word: 'right' | typeof what = what): JSX.Element => (
    <Button variant="default" leftSection={<Icon icon={icon} />} onClick={() => setDoing(what)}>
      {t(`page.do.${word}`)}
    </Button>
  );
  return (
    <>
      <PageHead
        title={appointment.chosenName}
        windowTitle={t('page.title')}
        sub={t('page.when', { day: fullDayWords(clockDay(appointment.startsAt)), span: spanWords(t, appointment) })}
        focusKey={appointment.id}
      />
      <div className="page-body appointment">
        {cancelled && isOver ? <Freed done={cancelled} lists={lists} /> : null}
        {appointment.overridden ? <Notice tone="wait" title={t('page.overridden')} /> : null}
        <fieldset className="row wrap" aria-label={t('page.steps')} ref={box} tabIndex={-1}>
          {mayBegin ? <StartSessionLink clientId={appointment.clientId} appointmentId={appointment.id} /> : null}
          <StatusSteps appointment={appointment} lists={lists} onSet={onDeed} isFirst={!mayBegin} />
          {mayMove ? button('move', IconClockEdit) : null}
          {button('change', IconPencil)}
          <ButtonLink to="/appointments/new" search={{ copy: appointment.id }} variant="default" leftSection={<Icon icon={IconCopy} />}>
            {t('page.do.copy')}
          </ButtonLink>
          {mayCancel ? button('cancel', IconCalendarOff, isOver ? 'right' : 'cancel') : null}
        </fieldset>
        <AppointmentFacts appointment={appointment} lists={lists} />
        <SeriesPart got={got} onChange={() => setDoing('series')} />
        <Became got={got} lists={lists} />
      </div>
      <Dialogs
        got={got}
        lists={lists}
        doing={doing}
        search={search}
        onClose={close}
        onCancelled={(done) => (isOver ? null : setCancelled(done))}
      />
    </>
  );
};

/** One appointment: who, when, how it goes on, how it repeats, and what became of it. */
export const AppointmentPage = ({
  appointmentId,
  search,
}: {
  readonly appointmentId: string;
  readonly search: MoveSearch;
}): JSX.Element => {
  const { t } = useTranslation('appointments');
  const got = useCall('appointments.get', { id: appointmentId });
  const { lists, error } = usePracticeLists();
  const wrong = got.error ?? error;
  if (wrong) {
    return (
      <>
        <PageHead title={t('page.title')} />
        <div className="page-body">
          <ErrorNotice error={wrong} again={got.again} />
        </div>
      </>
    );
  }
  if (!got.data || !lists) return <Waiting />;
  return <OneAppointment key={appointmentId} got={got.data} lists={lists} search={search} />;
};
