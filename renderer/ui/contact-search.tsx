import { TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import type { JSX, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Contact } from '../../shared/contacts.ts';
import { limits } from '../../shared/limits.ts';
import { useCall } from '../use-call.ts';
import { ContactLine } from './contact-alike.tsx';
import { Wrong } from './field.tsx';
import { Icon } from './icon.tsx';
import { ErrorNotice } from './notice.tsx';
import { tooLong } from './too-long.ts';

const most = 6;

type Props = {
  readonly id: string;
  readonly query: string;
  readonly onQuery: (query: string) => void;
  /** What may be done with each that is found. */
  readonly action: (contact: Contact) => ReactNode;
  /** Ids that are not offered. */
  readonly without?: readonly string[];
  readonly problem?: string | undefined;
};

/** Finds someone in the directory as it is typed. */
export const ContactSearch = ({ id, query, onQuery, action, without = [], problem }: Props): JSX.Element => {
  const { t } = useTranslation('contacts');
  const { t: errors } = useTranslation('errors');
  const long = tooLong(query, limits.line);
  const [typed] = useDebouncedValue(query.trim().normalize(), 100);
  const found = useCall(
    'contacts.search',
    { query: typed, limit: most + without.length },
    { enabled: tooLong(typed, limits.line) === null, keep: true },
  );
  const offered = (found.data?.contacts ?? []).filter((contact) => !without.includes(contact.id));
  const rest = (found.data?.total ?? 0) - (found.data?.contacts.length ?? 0);
  const wrong = long ? errors('problem.too-long', long) : problem;
  return (
    <div className="contact-search">
      <TextInput
        id={id}
        label={t('search.label')}
        description={t('list.searchHelp')}
        type="search"
        leftSection={<Icon icon={IconSearch} />}
        value={query}
        error={wrong ? <Wrong>{wrong}</Wrong> : undefined}
        dir="auto"
        autoComplete="off"
        onChange={(event) => onQuery(event.currentTarget.value)}
      />
      {found.error ? <ErrorNotice error={found.error} again={found.again} /> : null}
      {offered.length > 0 ? (
        <ul className="contact-lines" aria-label={t('search.found')}>
          {offered.slice(0, most).map((contact) => (
            <ContactLine key={contact.id} contact={contact} action={action(contact)} />
          ))}
        </ul>
      ) : null}
      <p role="status" className="xs ink-2 num">
        {found.data && offered.length === 0 ? t(typed ? 'search.none' : 'search.empty', { query: typed }) : ''}
        {rest > 0 ? t('search.more', { count: rest }) : ''}
      </p>
    </div>
  );
};
