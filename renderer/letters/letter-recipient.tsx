import { Button, Radio } from '@mantine/core';
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Contact } from '../../shared/contacts.ts';
import { ContactSearch } from '../ui/contact-search.tsx';
import { Wrong } from '../ui/field.tsx';
import { ErrorNotice } from '../ui/notice.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { useCall } from '../use-call.ts';
import { recipientLine } from './letter-words.ts';

/** The client, or the id of somebody in the directory. */
export const toClient = 'client';

type Props = {
  readonly clientId: string;
  readonly clientName: string;
  readonly chosen: string | null;
  readonly onChoose: (to: string) => void;
  readonly problem: string | undefined;
};

const line = (contact: Contact): string => recipientLine(contact);

/** To whom: the client, those who look after them, or somebody else of the directory. */
export const LetterRecipient = ({ clientId, clientName, chosen, onChoose, problem }: Props): JSX.Element => {
  const { t } = useTranslation('letters');
  const team = useCall('careTeam.of', { clientId });
  const [others, setOthers] = useState<readonly Contact[]>([]);
  const [query, setQuery] = useState('');
  const [isSearched, search] = useState(false);
  if (team.error) return <ErrorNotice error={team.error} again={team.again} />;
  if (!team.data) return <Waiting />;
  const own = team.data.members.filter(({ endedOn }) => endedOn === null).map(({ contact }) => contact);
  const offered = [...own, ...others.filter(({ id }) => !own.some((one) => one.id === id))];
  const take = (contact: Contact): void => {
    setOthers([...others, contact]);
    search(false);
    setQuery('');
    onChoose(contact.id);
  };
  return (
    <div className="fields" id="letter-to">
      <Radio.Group
        label={t('new.to')}
        description={t('new.toHelp')}
        value={chosen ?? ''}
        error={problem ? <Wrong>{problem}</Wrong> : undefined}
        onChange={onChoose}
      >
        <div className="letter-choices">
          {offered.map((contact) => (
            <Radio key={contact.id} value={contact.id} label={line(contact)} />
          ))}
          <Radio value={toClient} label={t('new.client', { name: clientName })} />
        </div>
      </Radio.Group>
      {isSearched ? (
        <ContactSearch
          id="letter-to-search"
          query={query}
          onQuery={setQuery}
          without={offered.map(({ id }) => id)}
          action={(contact) => (
            <Button variant="default" aria-label={t('new.takeNamed', { name: contact.name })} onClick={() => take(contact)}>
              {t('new.take')}
            </Button>
          )}
        />
      ) : (
        <div>
          <Button variant="subtle" onClick={() => search(true)}>
            {t('new.other')}
          </Button>
        </div>
      )}
    </div>
  );
};
