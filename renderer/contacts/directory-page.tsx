import { Button, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch, IconUserPlus } from '@tabler/icons-react';
import { type JSX, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { limits } from '../../shared/limits.ts';
import { numberWords } from '../dates.ts';
import { ButtonLink } from '../ui/button-link.tsx';
import { Wrong } from '../ui/field.tsx';
import { Icon } from '../ui/icon.tsx';
import { FirstPerson } from '../ui/logo.tsx';
import { ErrorNotice } from '../ui/notice.tsx';
import { PageHead } from '../ui/page.tsx';
import { tooLong } from '../ui/too-long.ts';
import { Waiting } from '../ui/waiting.tsx';
import { useRemembered } from '../use-remembered.ts';
import { DirectoryTable } from './directory-table.tsx';
import { useContactList } from './use-contact-list.ts';

const Add = (): JSX.Element => {
  const { t } = useTranslation('contacts');
  return (
    <ButtonLink to="/contacts/new" leftSection={<Icon icon={IconUserPlus} />}>
      {t('list.add')}
    </ButtonLink>
  );
};

const FirstContact = (): JSX.Element => {
  const { t } = useTranslation('contacts');
  return (
    <div className="empty">
      <FirstPerson />
      <h2 className="empty-title">{t('empty.title')}</h2>
      <p className="md ink-2">{t('empty.text')}</p>
      <Add />
    </div>
  );
};

type SearchProps = { readonly query: string; readonly onQuery: (query: string) => void; readonly onDown: () => void };

const Search = ({ query, onQuery, onDown }: SearchProps): JSX.Element => {
  const { t } = useTranslation('contacts');
  const { t: errors } = useTranslation('errors');
  const long = tooLong(query, limits.line);
  return (
    <TextInput
      className="list-search"
      label={t('list.search')}
      description={t('list.searchHelp')}
      type="search"
      leftSection={<Icon icon={IconSearch} />}
      value={query}
      error={long ? <Wrong>{errors('problem.too-long', long)}</Wrong> : undefined}
      dir="auto"
      autoComplete="off"
      onChange={(event) => onQuery(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key !== 'ArrowDown') return;
        event.preventDefault();
        onDown();
      }}
    />
  );
};

/** Everyone the practice works with: clinicians, clinics, and whoever else cares for its clients. */
export const DirectoryPage = (): JSX.Element => {
  const { t } = useTranslation('contacts');
  const [seen, setSeen] = useRemembered('directory', () => ({ query: '' }));
  const [query] = useDebouncedValue(seen.query.trim().normalize(), 100);
  const { contacts, total, error, again, isPending, more } = useContactList(query, tooLong(query, limits.line) === null);
  const table = useRef<HTMLTableElement>(null);
  const first = total === 0 && query === '' && seen.query === '';
  return (
    <>
      <PageHead title={t('title')} action={first ? undefined : <Add />} />
      <div className="page-body list-page">
        {error ? <ErrorNotice error={error} again={again} /> : null}
        {first ? null : (
          <div className="list-tools">
            <Search
              query={seen.query}
              onQuery={(next) => setSeen({ query: next })}
              onDown={() => table.current?.querySelector('a')?.focus()}
            />
          </div>
        )}
        <p className="visually-hidden" role="status">
          {total !== null ? t('list.found', { count: total }) : ''}
        </p>
        {isPending && !error ? <Waiting /> : null}
        {first ? <FirstContact /> : null}
        {total === 0 && !first ? (
          <div className="empty">
            <h2 className="empty-title">{t('list.none', { query })}</h2>
            <p className="md ink-2">{t('list.noneHelp')}</p>
          </div>
        ) : null}
        {contacts.length > 0 ? (
          <>
            <DirectoryTable ref={table} contacts={contacts} />
            <div className="list-foot ink-2">
              <span className="num">
                {t('list.shown', { shown: numberWords(contacts.length), total: numberWords(total ?? contacts.length) })}
              </span>
              {more ? (
                <Button variant="default" onClick={more}>
                  {t('list.more')}
                </Button>
              ) : null}
              <span className="grow" />
              <span className="xs ink-3">{t('list.keys')}</span>
            </div>
          </>
        ) : null}
      </div>
    </>
  );
};
