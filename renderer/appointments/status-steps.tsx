import { Button, Group } from '@mantine/core';
import { type JSX, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Appointment, type AppointmentStatus, holdsTime, nextStatuses } from '../../shared/appointment.ts';
import type { DayConflicts } from '../../shared/appointments.ts';
import { today } from '../dates.ts';
import { statusIcons } from '../ui/appointment-words.ts';
import { ConflictChoice } from '../ui/conflict-choice.tsx';
import { despiteInput, despiteProblems, refusedDays, undecided } from '../ui/despite.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Icon } from '../ui/icon.tsx';
import { standingIn } from '../ui/moved-meanwhile.ts';
import { ErrorNotice, said } from '../ui/notice.tsx';
import type { PracticeLists } from '../ui/use-practice-lists.ts';
import { useSend } from '../use-call.ts';
import { goesOn, isPossible } from './appointment-words.ts';
import { Meanwhile } from './meanwhile.tsx';

/** Those that are set by a press; the others come by the dialog that asks why. */
type Step = Exclude<AppointmentStatus, 'cancelled' | 'late-cancelled' | 'no-show'>;
const isStep = (status: AppointmentStatus): status is Step => holdsTime(status);

type Props = { readonly appointment: Appointment; readonly lists: PracticeLists };
type AgainProps = Props & {
  readonly days: readonly DayConflicts[];
  readonly busy: boolean;
  readonly onYes: (override: string | null) => void;
  readonly onNo: () => void;
};

/** The time was given to someone else meanwhile: said, and only taken back with a reason. */
const TakenMeanwhile = ({ appointment, lists, days, busy, onYes, onNo }: AgainProps): JSX.Element => {
  const { t } = useTranslation('appointments');
  const { t: errors } = useTranslation('errors');
  const { t: tUi } = useTranslation('ui');
  const [despite, setDespite] = useState(undecided);
  const [tried, setTried] = useState(false);
  const problems = despiteProblems(despite, { days, t, errors });
  const go = (): void => {
    setTried(true);
    if (problems.length === 0) onYes(despiteInput(despite, days).override);
  };
  return (
    <Dialog title={t('step.taken')} onClose={onNo} size={560}>
      <div className="fields">
        <ConflictChoice
          days={days}
          names={{
            client: appointment.chosenName,
            practitioner: lists.nameOf(appointment.practitionerId),
            room: lists.roomOf(appointment.roomId),
          }}
          maySkip={false}
          despite={despite}
          onDespite={setDespite}
          problems={tried ? problems : []}
        />
        <Group justify="flex-end" gap="sm">
          <Button variant="subtle" onClick={onNo}>
            {tUi('cancel')}
          </Button>
          <Button variant="default" disabled={busy} onClick={go}>
            {t('step.again')}
          </Button>
        </Group>
      </div>
    </Dialog>
  );
};

type StepsProps = Props & {
  readonly onSet: () => void;
  /** Nothing beside them stands out more. */
  readonly isFirst: boolean;
};

/** How it goes on from here, one press each; what was pressed by mistake is taken back by the same. */
export const StatusSteps = ({ appointment, lists, onSet, isFirst }: StepsProps): JSX.Element => {
  const { t } = useTranslation('appointments');
  const { t: tUi } = useTranslation('ui');
  const { send, isSending, error, forget } = useSend('appointments.setStatus');
  const [wanted, setWanted] = useState<AppointmentStatus | null>(null);
  // Not by disabling the button: the focus would be lost, and nobody put back where nothing came of it.
  const sending = useRef(false);
  const { id, status } = appointment;
  const days = refusedDays(error);
  const standing = standingIn(error);

  const go = async (to: AppointmentStatus, version = appointment.version, override: string | null = null): Promise<void> => {
    if (sending.current) return;
    sending.current = true;
    onSet();
    setWanted(to);
    const reply = await send({ id, version, status: to, override });
    sending.current = false;
    if (!reply.ok) return;
    const back = nextStatuses[to].includes(status) && goesOn(status, to);
    const undo = { word: tUi('undo'), run: () => void go(status, reply.value.version) };
    said(t('step.done', { name: appointment.chosenName, status: t(`status.${to}`) }), back ? undo : undefined);
  };
  const next = nextStatuses[status].filter(isStep).filter((to) => isPossible(appointment, to, today()));
  const on = next.filter((to) => to !== 'booked').filter((to) => goesOn(status, to));
  const back = next.filter((to) => !goesOn(status, to));
  return (
    <>
      {on.map((to, index) => (
        <Button
          key={to}
          variant={isFirst && index === 0 ? 'filled' : 'default'}
          leftSection={<Icon icon={statusIcons[to]} />}
          onClick={() => void go(to)}
        >
          {t(`step.on.${to}`)}
        </Button>
      ))}
      {back.map((to) => (
        <Button key={to} variant="subtle" onClick={() => void go(to)}>
          {t(`step.back.${to}`)}
        </Button>
      ))}
      {standing ? (
        <Meanwhile
          standing={standing}
          {...(wanted && nextStatuses[standing.status].includes(wanted)
            ? { yes: t('step.same', { status: t(`status.${wanted}`) }), onYes: () => void go(wanted, standing.version) }
            : {})}
        />
      ) : null}
      {error && !standing && days.length === 0 ? <ErrorNotice error={error} /> : null}
      {days.length > 0 && wanted ? (
        <TakenMeanwhile
          appointment={appointment}
          lists={lists}
          days={days}
          busy={isSending}
          onNo={forget}
          onYes={(override) => void go(wanted, appointment.version, override)}
        />
      ) : null}
    </>
  );
};
