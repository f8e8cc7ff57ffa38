import { IconAlertCircle } from '@tabler/icons-react';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { type AppointmentLine, holdsTime } from '../../shared/appointment.ts';
import type { Zone } from '../../shared/time.ts';
import { Icon } from '../ui/icon.tsx';
import { StandingMark } from '../ui/standing-mark.tsx';
import { standingReason } from '../ui/standing-words.ts';
import type { Standing } from '../ui/use-standings.ts';
import { isLeftOpen } from './day-rows.ts';
import { StatusMark } from './status-mark.tsx';

type Props = { readonly line: AppointmentLine; readonly zone: Zone; readonly now: number; readonly standing: Standing | undefined };

/** What became of it, and as long as it is ahead whether the client is ready, and why not. */
export const SlotMarks = ({ line, zone, now, standing }: Props): JSX.Element => {
  const { t } = useTranslation('today');
  const { t: tReadiness } = useTranslation('readiness');
  const isAsked = holdsTime(line.status) && line.status !== 'done';
  const reason = standing && isAsked ? standingReason(tReadiness, standing) : '';
  const isHere = line.status === 'arrived' || line.status === 'in-session';
  const status = <StatusMark line={line} zone={zone} />;
  return (
    <div className="slot-marks">
      {isAsked ? <StandingMark standing={standing} /> : null}
      {isHere ? status : null}
      {reason ? <span className="xs ink-2 slot-reason">{reason}</span> : null}
      {isHere ? null : status}
      {isLeftOpen(line, now) ? (
        <span className="slot-mark xs b wait">
          <Icon icon={IconAlertCircle} size={16} />
          {t('day.leftOpen')}
        </span>
      ) : null}
    </div>
  );
};
