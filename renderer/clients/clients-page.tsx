import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconAddressBook, IconSearch, IconTable, IconUserPlus } from '@tabler/icons-react';
import { type JSX, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { limits } from '../../shared/limits.ts';
import { numberWords } from '../dates.ts';
import { isClinical, usePractice } from '../practice.ts';
import { ButtonLink } from '../ui/button-link.tsx';
import { Wrong } from '../ui/field.tsx';
import { Icon } from '../ui/icon.tsx';
import { FirstPerson } from '../ui/logo.tsx';
import { ErrorNotice } from '../ui/notice.tsx';
import { PageHead } from '../ui/page.tsx';
import { tooLong } from '../ui/too-long.ts';
import { Waiting } from '../ui/waiting.tsx';
import { useRemembered } from '../use-remembered.ts';
import { ClientsTable } from './clients-table.tsx';
import { useClientList } from './use-client-list.ts';

const FirstClient = (): JSX.Element => {
  const { t } = useTranslation('clients');
  return (
    <div className="empty">
      <FirstPerson />
      <h2 className="empty-title">{t('empty.title')}</h2>
      <p className="md ink-2">{t('empty.text')}</p>
      <ButtonLink to="/clients/new" leftSection={<Icon icon={IconUserPlus} />}>
        {t('list.add')}
      </ButtonLink>
    </div>
  );
};

export const ClientsPage = (): JSX.Element => {
  const { t } = useTranslation('clients');
  const { t: errors } = useTranslation('errors');
  const [seen, setSeen] = useRemembered('clients-list', () => ({ query: '', archived: false }));
  const [query] = useDebouncedValue(seen.query.trim().normalize(), 100);
  const long = tooLong(seen.query, limits.line);
  const clinical = isClinical(usePractice());
  const list = useClientList(query, seen.archived, tooLong(query, limits.line) === null);
  const table = useRef<HTMLTableElement>(null);

  const { clients, total } = list;
  const none = total === 0;
  const first = none && query === '' && seen.query === '' && !seen.archived;
  const actions = (
    <>
      {clinical ? (
        <ButtonLink to="/clients/lists" variant="default" leftSection={<Icon icon={IconTable} />}>
          {t('list.lists')}
        </ButtonLink>
      ) : null}
      {clinical ? (
        <ButtonLink to="/contacts" variant="default" leftSection={<Icon icon={IconAddressBook} />}>
          {t('list.directory')}
        </ButtonLink>
      ) : null}
      {first ? null : (
        <ButtonLink to="/clients/new" leftSection={<Icon icon={IconUserPlus} />}>
          {t('list.add')}
        </ButtonLink>
      )}
    </>
  );
  return (
    <>
      <PageHead title={t('list.title')} action={actions} />
      <div className="page-body list-page">
        {list.error ? <ErrorNotice error={list.error} again={list.again} /> : null}
        <div className={first ? 'list-tools list-tools-first' : 'list-tools'}>
          {first ? null : (
            <TextInput
              className="list-search"
              label={t('list.search')}
              description={t('list.searchHelp')}
              type="search"
              leftSection={<Icon icon={IconSearch} />}
              value={seen.query}
              error={long ? <Wrong>{errors('problem.too-long', long)}</Wrong> : undefined}
              dir="auto"
              autoComplete="off"
              onChange={(event) => setSeen({ ...seen, query: event.currentTarget.value })}
              onKeyDown={(event) => {
                if (event.key !== 'ArrowDown') return;
                event.preventDefault();
                table.current?.querySelector('a')?.focus();
              }}
            />
          )}
          <SegmentedControl
            aria-label={t('list.which')}
            value={seen.archived ? 'archived' : 'current'}
            onChange={(which) => setSeen({ ...seen, archived: which === 'archived' })}
            data={[
              { value: 'current', label: t('list.current') },
              { value: 'archived', label: t('list.archived') },
            ]}
          />
        </div>
        <p className="visually-hidden" role="status">
          {total !== null ? t('list.found', { count: total }) : ''}
        </p>
        {list.isPending && !list.error ? <Waiting /> : null}
        {first ? <FirstClient /> : null}
        {none && !first ? (
          <div className="empty">
            <h2 className="empty-title">{seen.archived && query === '' ? t('list.noArchived') : t('list.none', { query })}</h2>
            <p className="md ink-2">{seen.archived && query === '' ? t('list.noArchivedHelp') : t('list.noneHelp')}</p>
          </div>
        ) : null}
        {clients.length > 0 ? <ClientsTable ref={table} clients={clients} /> : null}
        {clients.length > 0 ? (
          <div className="list-foot ink-2">
            <span className="num">
              {t('list.shown', { shown: numberWords(clients.length), total: numberWords(total ?? clients.length) })}
            </span>
            {list.more ? (
              <Button variant="default" onClick={list.more}>
                {t('list.more')}
              </Button>
            ) : null}
            <span className="grow" />
            <span className="xs ink-3">{t('list.keys')}</span>
          </div>
        ) : null}
      </div>
    </>
  );
};
