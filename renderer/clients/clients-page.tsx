import { Button } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconAddressBook, IconArrowsJoin, IconTable, IconUserPlus } from '@tabler/icons-react';
import { type JSX, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClientFilter } from '../../shared/client-filters.ts';
import { limits } from '../../shared/limits.ts';
import { numberWords } from '../dates.ts';
import { isClinical, usePractice } from '../practice.ts';
import { ButtonLink } from '../ui/button-link.tsx';
import { Icon } from '../ui/icon.tsx';
import { FirstPerson } from '../ui/logo.tsx';
import { ErrorNotice } from '../ui/notice.tsx';
import { PageHead } from '../ui/page.tsx';
import { tooLong } from '../ui/too-long.ts';
import { Waiting } from '../ui/waiting.tsx';
import { useRemembered } from '../use-remembered.ts';
import { type Chosen, ChosenTwo } from './choose-two.tsx';
import { ClientsTable } from './clients-table.tsx';
import { ListTools } from './list-tools.tsx';
import { isFilter, SavedFilters } from './saved-filters.tsx';
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
  const [seen, setSeen] = useRemembered('clients-list', (): ClientFilter => ({ query: '', tags: [], archived: false }));
  const [query] = useDebouncedValue(seen.query.trim().normalize(), 100);
  const clinical = isClinical(usePractice());
  const list = useClientList({ ...seen, query }, tooLong(query, limits.line) === null);
  const table = useRef<HTMLTableElement>(null);
  const [chosen, setChosen] = useState<Chosen>(null);
  const begin = useRef<HTMLButtonElement>(null);
  const before = useRef(false);
  const choosing = chosen !== null;
  // The boxes are up the page from the button that brought them, and it is there again when they go.
  useEffect(() => {
    if (before.current !== choosing) (choosing ? table.current?.querySelector('input') : begin.current)?.focus();
    before.current = choosing;
  }, [choosing]);

  const { clients, total } = list;
  const none = total === 0;
  const first = none && query === '' && !isFilter(seen);
  // An empty list of those says that nothing is wrong with it, not that nobody was found.
  const apart = query !== '' ? null : seen.inError ? 'noInError' : seen.archived ? 'noArchived' : null;
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
        <ListTools seen={seen} onChange={setSeen} onDown={() => table.current?.querySelector('a')?.focus()} first={first} />
        <SavedFilters seen={seen} onChange={setSeen} />
        <p className="visually-hidden" role="status">
          {total !== null ? t('list.found', { count: total }) : ''}
        </p>
        {list.isPending && !list.error ? <Waiting /> : null}
        {first ? <FirstClient /> : null}
        {none && !first ? (
          <div className="empty">
            <h2 className="empty-title">
              {seen.tags.length > 0 ? t('list.noneTagged') : apart ? t(`list.${apart}`) : t('list.none', { query })}
            </h2>
            <p className="md ink-2">
              {seen.tags.length > 0 ? t('list.noneTaggedHelp') : apart ? t(`list.${apart}Help`) : t('list.noneHelp')}
            </p>
          </div>
        ) : null}
        {clients.length > 0 ? <ClientsTable ref={table} clients={clients} chosen={chosen} onChosen={setChosen} /> : null}
        {chosen ? <ChosenTwo chosen={chosen} onLeave={() => setChosen(null)} /> : null}
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
            {clinical && !choosing && !seen.inError ? (
              <Button ref={begin} variant="subtle" leftSection={<Icon icon={IconArrowsJoin} />} onClick={() => setChosen([])}>
                {t('two.begin')}
              </Button>
            ) : null}
            <span className="xs ink-3">{t('list.keys')}</span>
          </div>
        ) : null}
      </div>
    </>
  );
};
