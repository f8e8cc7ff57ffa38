import { Button } from '@mantine/core';
import { useNavigate, useRouter } from '@tanstack/react-router';
import type { FormEvent, JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { calendarDayFromTyped } from '../../shared/time.ts';
import { fullDayWords, typedDay } from '../dates.ts';
import { ClientPicker } from '../ui/client-picker.tsx';
import { ConflictChoice, LeftOut } from '../ui/conflict-choice.tsx';
import { DraftState } from '../ui/draft-state.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { ErrorNotice, Notice, SaveError, said } from '../ui/notice.tsx';
import { PageHead } from '../ui/page.tsx';
import { usePracticeLists } from '../ui/use-practice-lists.ts';
import { Waiting } from '../ui/waiting.tsx';
import { TimeFields, WhereFields } from '../ui/when-fields.tsx';
import { whenFrom } from '../ui/when-form.ts';
import { useCall } from '../use-call.ts';
import type { Begun } from './booking-form.ts';
import type { BookingSearch } from './booking-search.ts';
import { DetailFields, ServiceField } from './details-fields.tsx';
import { FindTime } from './find-time.tsx';
import { RepeatFields } from './repeat-fields.tsx';
import { type Booking, draftKey, useBooking } from './use-booking.ts';
import { useUsualRoom } from './use-usual-room.ts';
import './appointments.css';

const Fields = ({ booking, begun }: { readonly booking: Booking; readonly begun: Begun }): JSX.Element => {
  const { typed, change, problems, checked } = booking;
  const { lists } = begun;
  const when = whenFrom(typed.when);
  return (
    <>
      <ClientPicker
        id="client"
        adds
        chosen={typed.client}
        onChoose={(client) => change({ client, ...(client?.id === typed.client?.id ? {} : { waitingId: null }) })}
        problem={problems.find((one) => one.field === 'client')?.text}
      />
      <ServiceField
        typed={typed.details}
        lists={lists}
        problems={problems}
        onChange={(details, service) =>
          change({ details, ...(service ? { when: { ...typed.when, minutes: String(service.minutes) } } : {}) })
        }
      />
      <WhereFields typed={typed.when} onChange={(next) => change({ when: next })} lists={lists} problems={problems} />
      <TimeFields typed={typed.when} onChange={(next) => change({ when: next })} problems={problems} />
      <FindTime
        booking={typed}
        lists={lists}
        opens={begun.finds}
        onSlot={({ day, time, practitionerId, roomId }) =>
          change({ when: { ...typed.when, day: typedDay(day), time, practitionerId, roomId: roomId ?? '' } })
        }
      />
      {checked?.leftOut && when ? <LeftOut day={when.day} time={when.time} /> : null}
      <RepeatFields
        typed={typed.repeat}
        onChange={(repeat) => change({ repeat })}
        start={calendarDayFromTyped(typed.when.day)}
        problems={problems}
        checked={checked}
      />
      <ConflictChoice
        days={booking.days}
        names={{
          client: typed.client?.name ?? '',
          practitioner: lists.nameOf(typed.when.practitionerId),
          room: lists.roomOf(typed.when.roomId),
        }}
        maySkip={typed.repeat.on}
        despite={typed.despite}
        onDespite={(despite) => change({ despite })}
        problems={problems}
      />
      <DetailFields typed={typed.details} onChange={(details) => change({ details })} problems={problems} />
    </>
  );
};

const BookingForm = ({ begun }: { readonly begun: Begun }): JSX.Element => {
  const { t } = useTranslation('appointments');
  const navigate = useNavigate();
  const router = useRouter();
  const booking = useBooking(begun);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const reply = await booking.book();
    if (!reply) return;
    booking.drop();
    const { id, chosenName: name, day, time } = reply.appointment;
    const many = t('new.doneMany', { name, count: reply.changed });
    const left = reply.skipped.length > 0 ? ` ${t('new.skipped', { count: reply.skipped.length })}` : '';
    said(reply.appointment.seriesId ? `${many}${left}` : t('new.done', { name, day: fullDayWords(day), time }));
    await navigate({ to: '/appointments/$appointmentId', params: { appointmentId: id }, replace: true });
  };
  const startAnew = (
    <Button variant="default" onClick={booking.startAnew}>
      {t('new.startAnew')}
    </Button>
  );
  return (
    <form className="page-body form-column" onSubmit={(event) => void submit(event)} noValidate>
      {booking.found ? <Notice tone="sage" title={t('new.found')} actions={startAnew} /> : null}
      <ErrorSummary problems={booking.problems} attempt={booking.attempt} />
      {booking.error ? <SaveError error={booking.error} /> : null}
      <Fields booking={booking} begun={begun} />
      <div className="row wrap form-actions">
        <Button type="submit" disabled={booking.isSending}>
          {t(booking.typed.repeat.on ? 'new.yesMany' : 'new.yes')}
        </Button>
        <Button variant="subtle" onClick={() => router.history.back()}>
          {t('new.no')}
        </Button>
        <DraftState of={draftKey} />
      </div>
    </form>
  );
};

type BeginProps = { readonly search: BookingSearch; readonly finds: boolean };

/** What is known where it is begun is fetched first, so that the form begins with it. */
const Beginning = ({ search, finds }: BeginProps): JSX.Element => {
  const { lists, error } = usePracticeLists();
  const copied = useCall('appointments.get', { id: search.copy ?? '' }, { enabled: search.copy !== undefined });
  const client = useCall('clients.get', { id: search.clientId ?? '' }, { enabled: search.clientId !== undefined });
  const usual = useUsualRoom(search, lists);
  const wrong = error ?? copied.error ?? client.error;
  if (wrong) {
    return (
      <div className="page-body">
        <ErrorNotice error={wrong} />
      </div>
    );
  }
  const waits = (search.copy !== undefined && !copied.data) || (search.clientId !== undefined && !client.data);
  if (!lists || waits || usual === undefined) return <Waiting />;
  const chosen = client.data ? { id: client.data.id, name: client.data.chosenName } : null;
  return <BookingForm begun={{ search, lists, client: chosen, copied: copied.data?.appointment ?? null, finds, usual }} />;
};

export const NewAppointment = ({ search = {}, finds = false }: Partial<BeginProps>): JSX.Element => {
  const { t } = useTranslation('appointments');
  return (
    <>
      <PageHead title={t('new.title')} />
      <Beginning key={JSON.stringify(search)} search={search} finds={finds} />
    </>
  );
};
