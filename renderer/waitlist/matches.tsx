import { Button } from '@mantine/core';
import { IconCheck, IconSend } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FreeTime } from '../../shared/appointments.ts';
import type { Match } from '../../shared/waitlist.ts';
import { momentDay, sinceWords } from '../dates.ts';
import { ButtonLink } from '../ui/button-link.tsx';
import { Icon } from '../ui/icon.tsx';
import { ErrorNotice } from '../ui/notice.tsx';
import { Reach } from '../ui/reach.tsx';
import type { PracticeLists } from '../ui/use-practice-lists.ts';
import { Waiting } from '../ui/waiting.tsx';
import { useCall } from '../use-call.ts';
import { Offer } from './offer.tsx';
import { serviceAndLength, wishWords } from './wish-words.ts';

type LineProps = {
  readonly time: FreeTime;
  readonly match: Match;
  readonly lists: PracticeLists;
  readonly isOpen: boolean;
  readonly onOpen: (open: boolean) => void;
};

const MatchLine = ({ time, match, lists, isOpen, onOpen }: LineProps): JSX.Element => {
  const { t } = useTranslation('waitlist');
  const { waiting, asksForThem, offeredAt, minutes } = match;
  const name = waiting.chosenName;
  const several = lists.practitioners.filter(({ active }) => active).length > 1;
  const why = [
    ...(asksForThem ? [t('match.asks', { name: lists.nameOf(time.practitionerId) })] : several ? [t('match.anyone')] : []),
    t('since', { day: momentDay(waiting.since) }),
  ];
  const { day, time: at, practitionerId, roomId } = time;
  const booking = { clientId: waiting.clientId, serviceId: waiting.serviceId, practitionerId, day, time: at, waitingId: waiting.id };
  return (
    <li className="match">
      <div className="match-words">
        <Link to="/clients/$clientId" params={{ clientId: waiting.clientId }} className="tall-link b" dir="auto">
          {name}
        </Link>
        <p className="ink-2">{why.join(' · ')}</p>
        <p className="ink-2" dir="auto">
          {[serviceAndLength(t, lists, { serviceId: waiting.serviceId, minutes }), wishWords(t, waiting, lists)].join(' · ')}
        </p>
        {waiting.note === '' ? null : <p dir="auto">{waiting.note}</p>}
        {offeredAt === null ? null : (
          <p className="row b good">
            <Icon icon={IconCheck} size={18} />
            {t('offered', { when: sinceWords(offeredAt) })}
          </p>
        )}
        <Reach of={waiting} />
      </div>
      <div className="row wrap match-deeds">
        <Button
          variant="default"
          leftSection={<Icon icon={IconSend} />}
          aria-expanded={isOpen}
          aria-label={t('match.offerOf', { name })}
          onClick={() => onOpen(!isOpen)}
        >
          {t('match.offer')}
        </Button>
        <ButtonLink
          to="/appointments/new"
          search={{ ...booking, ...(roomId === null ? {} : { roomId }) }}
          aria-label={t('match.bookOf', { name })}
        >
          {t('match.book')}
        </ButtonLink>
      </div>
      {isOpen ? <Offer time={time} match={match} onOffered={() => onOpen(false)} /> : null}
    </li>
  );
};

type Props = { readonly time: FreeTime; readonly lists: PracticeLists };

/** Who could take a time that came free, best first, and why. */
export const Matches = ({ time, lists }: Props): JSX.Element => {
  const { t } = useTranslation('waitlist');
  const { day, time: at, practitionerId, roomId, minutes } = time;
  const found = useCall('waitlist.matches', { day, time: at, practitionerId, roomId, minutes });
  const [opened, setOpened] = useState<string | null>(null);
  if (found.error) return <ErrorNotice error={found.error} again={found.again} />;
  if (!found.data) return <Waiting>{t('reading')}</Waiting>;
  const { matches } = found.data;
  if (matches.length === 0) return <p className="ink-2">{t('freed.gone')}</p>;
  return (
    <>
      {matches.length > 1 ? (
        <p className="ink-2">
          {matches.some((one) => one.asksForThem) ? t('freed.best', { name: lists.nameOf(practitionerId) }) : t('freed.longest')}
        </p>
      ) : null}
      <ol className="matches">
        {matches.map((match) => (
          <MatchLine
            key={match.waiting.id}
            time={time}
            match={match}
            lists={lists}
            isOpen={opened === match.waiting.id}
            onOpen={(open) => setOpened(open ? match.waiting.id : null)}
          />
        ))}
      </ol>
    </>
  );
};
