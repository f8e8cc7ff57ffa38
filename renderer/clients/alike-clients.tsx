import { Anchor } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { ClientDetails } from '../../shared/clients.ts';
import { type Compared, phoneEnd } from '../../shared/clients-alike.ts';
import { limits } from '../../shared/limits.ts';
import { calendarDayFromTyped } from '../../shared/time.ts';
import { dayWords } from '../dates.ts';
import { isClinical, usePractice } from '../practice.ts';
import { Notice } from '../ui/notice.tsx';
import { useCall } from '../use-call.ts';
import type { TypedClient } from './client-typed.ts';

const fitting = (typed: string): string => (typed.length > limits.namePart ? '' : typed.trim());

/** As far as it is typed; half a mail or phone is nothing yet. */
const comparedFrom = (typed: TypedClient): Compared => {
  const email = fitting(typed.email);
  const phone = fitting(typed.phone);
  return {
    chosenName: fitting(typed.chosenName),
    legalName: fitting(typed.legalName),
    birthDate: calendarDayFromTyped(typed.birthDate),
    phone: phoneEnd(phone) === null ? '' : phone,
    email: ClientDetails.shape.email.safeParse(email).success ? email : '',
  };
};

const isWorthAsking = ({ chosenName, birthDate, phone, email }: Compared): boolean =>
  (chosenName !== '' && birthDate !== null) || phone !== '' || email !== '';

/** Whether what tells people apart reads otherwise than it did: whoever was alike before that was looked at then. */
export const isComparedAnew = (typed: TypedClient, base: TypedClient): boolean =>
  JSON.stringify(comparedFrom(typed)) !== JSON.stringify(comparedFrom(base));

type Props = {
  readonly typed: TypedClient;
  /** The record that is being changed: it is not shown, and the way to make it one with another is. */
  readonly of?: string;
};

/** Says who was written down before and looks like the one being written down. Never a hindrance: two people may share a name, a phone, or a mailbox. */
export const AlikeClients = ({ typed, of }: Props): JSX.Element => {
  const { t } = useTranslation('clients');
  const clinical = isClinical(usePractice());
  const [compared] = useDebouncedValue(JSON.stringify(comparedFrom(typed)), 400);
  const asked: Compared = JSON.parse(compared);
  const worth = isWorthAsking(asked);
  const found = useCall('clients.alike', asked, { enabled: worth, keep: true });
  const clients = worth ? (found.data?.clients ?? []).filter(({ id }) => id !== of) : [];
  return (
    <div role="status">
      {clients.length > 0 ? (
        <Notice tone="wait" title={t('alike.title', { count: clients.length })}>
          {t(of === undefined ? 'alike.text' : 'alike.textOf')}
          <ul className="alike">
            {clients.map((client) => (
              <li key={client.id}>
                <Anchor
                  component={Link}
                  to="/clients/$clientId"
                  params={{ clientId: client.id } as never}
                  className="alike-link"
                  dir="auto"
                >
                  {client.chosenName}
                </Anchor>{' '}
                <span className="num">
                  {[
                    ...(client.birthDate ? [t('alike.born', { day: dayWords(client.birthDate) })] : []),
                    ...(client.archivedAt ? [t('list.archived')] : []),
                    ...client.why.map((why) => t(`alike.why.${why}`)),
                  ].join(' · ')}
                </span>
                {of !== undefined && clinical ? (
                  <Anchor
                    component={Link}
                    to="/clients/$clientId/merge/$otherId"
                    params={{ clientId: of, otherId: client.id } as never}
                    className="alike-link alike-both"
                    aria-label={t('merge.lookNamed', { name: client.chosenName })}
                  >
                    {t('merge.open')}
                  </Anchor>
                ) : null}
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
    </div>
  );
};
