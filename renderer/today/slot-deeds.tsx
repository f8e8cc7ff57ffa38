import { Button } from '@mantine/core';
import { IconDeviceTablet, IconDoorEnter } from '@tabler/icons-react';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { type AppointmentLine, isAhead } from '../../shared/appointment.ts';
import { isClinical, usePractice } from '../practice.ts';
import { ButtonLink } from '../ui/button-link.tsx';
import { Icon } from '../ui/icon.tsx';
import { ErrorNotice } from '../ui/notice.tsx';
import { standingKind } from '../ui/standing-words.ts';
import { StartSessionLink } from '../ui/start-session-link.tsx';
import type { Standing } from '../ui/use-standings.ts';
import { isLeftOpen } from './day-rows.ts';
import { HandOverLink } from './hand-over-link.tsx';
import { useSetStatus } from './use-set-status.ts';

type Props = { readonly line: AppointmentLine; readonly now: number; readonly standing: Standing | undefined; readonly onSet: () => void };

/** What can be done with the appointment that is open: one thing stands out. */
export const SlotDeeds = ({ line, now, standing, onSet }: Props): JSX.Element => {
  const { t } = useTranslation('today');
  const treats = isClinical(usePractice());
  const { set, isSetting, error } = useSetStatus(line, onSet);
  const { clientId, chosenName: name, status } = line;
  const kind = standing ? standingKind(standing) : null;
  const waitsFor = kind === 'intake' || kind === 'consent' ? kind : null;
  const isLate = isLeftOpen(line, now);
  const mayArrive = isAhead(status) && !isLate;
  const mayEnd = isLate || status === 'arrived' || status === 'in-session';
  const mayStart = treats && !isLate && status === 'arrived';
  const handsOver = waitsFor !== null && (mayArrive || status === 'arrived');
  return (
    <>
      {error ? <ErrorNotice error={error} /> : null}
      <div className="slot-deeds">
        {mayArrive ? (
          <Button leftSection={<Icon icon={IconDoorEnter} />} disabled={isSetting} onClick={() => void set('arrived')}>
            {t('deed.arrived')}
          </Button>
        ) : null}
        {handsOver ? (
          <HandOverLink clientId={clientId} waitsFor={waitsFor} isFirst={!mayArrive} leftSection={<Icon icon={IconDeviceTablet} />} />
        ) : null}
        {mayStart ? <StartSessionLink clientId={clientId} appointmentId={line.id} variant={handsOver ? 'default' : 'filled'} /> : null}
        <ButtonLink to="/clients/$clientId" params={{ clientId }} variant="default">
          {t('deed.openClient')}
        </ButtonLink>
        {mayEnd ? (
          <Button variant={handsOver || mayStart ? 'default' : 'filled'} disabled={isSetting} onClick={() => void set('done')}>
            {t('deed.done')}
          </Button>
        ) : null}
        <ButtonLink
          to="/appointments/$appointmentId"
          params={{ appointmentId: line.id }}
          variant="subtle"
          aria-label={t('deed.appointmentOf', { name })}
        >
          {t('deed.appointment')}
        </ButtonLink>
      </div>
    </>
  );
};
