import { Button, Radio } from '@mantine/core';
import { IconPlayerPlay } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppointmentLine } from '../../shared/appointment.ts';
import type { OutputOf } from '../../shared/calls.ts';
import type { Client } from '../../shared/clients.ts';
import { clockTime } from '../dates.ts';
import { Field } from '../ui/field.tsx';
import { Icon } from '../ui/icon.tsx';
import { ReadinessMark, ReadinessReasons } from '../ui/readiness.tsx';
import { keyOf, useSend } from '../use-call.ts';
import { StartRefused } from './start-refused.tsx';
import { minutesFrom, mostMinutes, todaysAppointment } from './start-rule.ts';

type Props = {
  readonly client: Client;
  readonly readiness: OutputOf<'readiness.of'>;
  readonly appointments: OutputOf<'appointments.ofClient'>;
  readonly asked: string | undefined;
};

const usualMinutes = 60;

const ForAppointment = ({ appointment }: { readonly appointment: AppointmentLine }): JSX.Element => {
  const { t } = useTranslation('session');
  return (
    <p className="ink-2 num">
      {t('start.appointment', { time: clockTime(appointment.startsAt), service: appointment.serviceName, count: appointment.minutes })}
    </p>
  );
};

/** One question, one button; whatever speaks against it stands in words with the way out. */
export const StartForm = ({ client, readiness, appointments, asked }: Props): JSX.Element => {
  const { t } = useTranslation('session');
  const navigate = useNavigate();
  const queries = useQueryClient();
  const appointment = todaysAppointment(appointments, asked);
  const isOpen = readiness.state === 'ready' || readiness.state === 'ready-with-limits';
  const [manner, setManner] = useState<'hands-on' | 'talk'>(isOpen ? 'hands-on' : 'talk');
  const [typed, setTyped] = useState(String(appointment?.minutes ?? usualMinutes));
  const [tried, setTried] = useState(false);
  const { send, isSending, error } = useSend('sessions.start');
  const minutes = minutesFrom(typed);

  const begin = async (talkOnly: boolean): Promise<void> => {
    setTried(true);
    if (minutes === null || isSending) return;
    const reply = await send({ clientId: client.id, appointmentId: appointment?.id ?? null, plannedMinutes: minutes, talkOnly });
    if (!reply.ok) return;
    queries.setQueryData(keyOf('sessions.current', {}), { session: reply.value });
    await navigate({ to: '/session' });
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void begin(manner === 'talk');
  };
  return (
    <form className="fields start-form" onSubmit={submit} noValidate>
      <div>
        <h2 className="start-who">
          <bdi>{client.chosenName}</bdi>
          {client.pronouns ? <span className="sm ink-2"> {client.pronouns}</span> : null}
        </h2>
        {appointment ? <ForAppointment appointment={appointment} /> : null}
      </div>
      <section className="start-readiness" aria-label={t('start.readiness')}>
        <ReadinessMark readiness={readiness} />
        <ReadinessReasons clientId={client.id} readiness={readiness} few={4} />
      </section>
      <Radio.Group
        label={t('start.manner')}
        description={isOpen ? undefined : t('start.handsClosed')}
        value={manner}
        onChange={(next) => setManner(next === 'talk' ? 'talk' : 'hands-on')}
      >
        <div className="start-manners">
          <Radio value="hands-on" label={t('start.handsOn')} description={t('start.handsOnHelp')} disabled={!isOpen} />
          <Radio value="talk" label={t('start.talk')} description={t('start.talkHelp')} />
        </div>
      </Radio.Group>
      <Field
        id="start-minutes"
        label={t('start.minutes')}
        value={typed}
        onChange={setTyped}
        inputMode="numeric"
        width={140}
        problem={tried && minutes === null ? t('start.minutesProblem', { most: mostMinutes }) : undefined}
      />
      {error ? <StartRefused error={error} clientId={client.id} onTalk={() => void begin(true)} /> : null}
      <div>
        <Button type="submit" size="lg" leftSection={<Icon icon={IconPlayerPlay} />}>
          {t('start.begin')}
        </Button>
      </div>
    </form>
  );
};
