import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { wallAt } from '../../shared/schedule-time.ts';
import type { Waiting } from '../../shared/waitlist.ts';
import { here, momentDay, shortDayWords, sinceWords } from '../dates.ts';
import { ButtonLink } from '../ui/button-link.tsx';
import { Reach } from '../ui/reach.tsx';
import type { PracticeLists } from '../ui/use-practice-lists.ts';
import { serviceWaited, wishWords } from './wish-words.ts';

type Props = {
  readonly waiting: Waiting;
  readonly lists: PracticeLists;
  readonly busy: boolean;
  readonly onChange: () => void;
  readonly onClose: () => void;
};

/** What was offered to them last. */
const LastOffer = ({ offers }: Pick<Waiting, 'offers'>): JSX.Element | null => {
  const { t } = useTranslation('waitlist');
  const last = offers.at(-1);
  if (!last) return null;
  const { day, time } = wallAt(last.startsAt, here().zone);
  return <p className="ink-2">{t('offeredTime', { day: shortDayWords(day), time, when: sinceWords(last.at) })}</p>;
};

/** Somebody who waits: for what, since when, their wishes, and how to reach them. */
export const WaitingLine = ({ waiting, lists, busy, onChange, onClose }: Props): JSX.Element => {
  const { t } = useTranslation('waitlist');
  const { chosenName: name, clientId, serviceId, id } = waiting;
  return (
    <li className="card waiting-line">
      <div className="waiting-words">
        <Link to="/clients/$clientId" params={{ clientId }} className="tall-link md b" dir="auto">
          {name}
        </Link>
        <p className="b" dir="auto">
          {serviceWaited(t, lists, serviceId)}
        </p>
        <p className="num" dir="auto">
          {wishWords(t, waiting, lists)}
        </p>
        {waiting.note === '' ? null : <p dir="auto">{waiting.note}</p>}
        <p className="ink-2">{t('since', { day: momentDay(waiting.since) })}</p>
        <LastOffer offers={waiting.offers} />
      </div>
      <div className="waiting-reach">
        <Reach of={waiting} />
      </div>
      <div className="row wrap waiting-deeds">
        <ButtonLink
          variant="default"
          to="/appointments/new"
          search={{
            clientId,
            serviceId,
            waitingId: id,
            ...(waiting.practitionerId === null ? {} : { practitionerId: waiting.practitionerId }),
          }}
          aria-label={t('bookOf', { name })}
        >
          {t('book')}
        </ButtonLink>
        <Button variant="subtle" aria-label={t('changeOf', { name })} onClick={onChange}>
          {t('change')}
        </Button>
        <Button variant="subtle" disabled={busy} aria-label={t('closeOf', { name })} onClick={onClose}>
          {t('close')}
        </Button>
      </div>
    </li>
  );
};
