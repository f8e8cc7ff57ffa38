import { IconUsers } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../use-call.ts';
import { ButtonLink } from './button-link.tsx';
import { freeWhen } from './freed-words.ts';
import { Icon } from './icon.tsx';
import './freed-times.css';

/** The next time that came free and who waits could take, with the way to offer it; nothing where there is none. */
export const FreedTimes = (): JSX.Element | null => {
  const { t } = useTranslation('waitlist');
  const freed = useCall('waitlist.freed', {}).data?.freed ?? [];
  const people = useCall('practitioners.list', {}).data?.practitioners ?? [];
  const [first, ...others] = freed;
  if (!first) return null;
  const when = freeWhen(t, first);
  const several = people.filter(({ active }) => active).length > 1;
  const name = several ? people.find(({ id }) => id === first.practitionerId)?.name : undefined;
  return (
    <div className="freed-line">
      <span className="freed-words wait b">
        <Icon icon={IconUsers} size={16} />
        <span dir="auto">
          {name === undefined ? t('free.line', { when, count: first.waiting }) : t('free.lineWith', { when, name, count: first.waiting })}
        </span>
      </span>
      {others.length > 0 ? (
        <Link to="/wait-list" search={{}} className="tall-link">
          {t('free.more', { count: others.length })}
        </Link>
      ) : null}
      <ButtonLink
        to="/wait-list"
        search={{ freed: first.appointmentId }}
        variant="outline"
        color="clay"
        size="xs"
        className="sp-reach"
        aria-label={t('free.offerOf', { when })}
      >
        {t('free.offer')}
      </ButtonLink>
    </div>
  );
};
