import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppointmentLine } from '../../shared/appointment.ts';
import type { Zone } from '../../shared/time.ts';
import { statusIcons, statusWords } from '../ui/appointment-words.ts';
import { Icon } from '../ui/icon.tsx';
import { timeOf } from './slot-words.ts';

/** What became of an appointment, of one who is here since when; of one that is only booked there is nothing to say. */
export const StatusMark = ({ line, zone }: { readonly line: AppointmentLine; readonly zone: Zone }): JSX.Element | null => {
  const { t } = useTranslation('today');
  const { t: tAppointments } = useTranslation('appointments');
  const { status, statusAt } = line;
  if (status === 'booked') return null;
  const isHere = status === 'arrived' || status === 'in-session';
  const look = isHere ? 'slot-mark xs b good' : status === 'confirmed' ? 'slot-mark xs ink-2' : 'slot-mark ink-2';
  return (
    <span className={look}>
      <Icon icon={statusIcons[status]} size={isHere || status === 'confirmed' ? 16 : 18} />
      <span className="num">
        {status === 'arrived' ? t('day.arrived', { time: timeOf(statusAt, { zone }) }) : statusWords(tAppointments, status)}
      </span>
    </span>
  );
};
