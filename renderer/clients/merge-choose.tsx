import { TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { Client } from '../../shared/clients.ts';
import { limits } from '../../shared/limits.ts';
import { ButtonLink } from '../ui/button-link.tsx';
import { Wrong } from '../ui/field.tsx';
import { Icon } from '../ui/icon.tsx';
import { ErrorNotice } from '../ui/notice.tsx';
import { PageHead } from '../ui/page.tsx';
import { tooLong } from '../ui/too-long.ts';
import { Waiting } from '../ui/waiting.tsx';
import { useCall } from '../use-call.ts';
import { useRemembered } from '../use-remembered.ts';
import { MergeOther } from './merge-other.tsx';
import './merge.css';

const most = 8;

/** Who shares a name and birth date, a phone or a mailbox with them: mostly that is the one looked for. */
const Alike = ({ client }: { readonly client: Client }): JSX.Element | null => {
  const { t } = useTranslation('clients');
  const { chosenName, legalName, birthDate, phone, email } = client;
  const found = useCall('clients.alike', { chosenName, legalName, birthDate, phone, email });
  const others = (found.data?.clients ?? []).filter((other) => other.id !== client.id);
  if (others.length === 0) return null;
  return (
    <section aria-labelledby="merge-alike">
      <h2 id="merge-alike" className="section-title">
        {t('merge.alike')}
      </h2>
      <ul className="merge-others">
        {others.map((other) => (
          <MergeOther key={other.id} clientId={client.id} other={other} why={other.why} />
        ))}
      </ul>
    </section>
  );
};

const Search = ({ clientId }: { readonly clientId: string }): JSX.Element => {
  const { t } = useTranslation('clients');
  const { t: errors } = useTranslation('errors');
  const [typed, setTyped] = useRemembered(`client-merge-${clientId}`, () => '');
  const [query] = useDebouncedValue(typed.trim().normalize(), 100);
  const long = tooLong(typed, limits.line);
  const asked = query !== '' && tooLong(query, limits.line) === null;
  const found = useCall('clients.search', { query, limit: most + 1 }, { enabled: asked, keep: true });
  const others = asked ? (found.data?.clients ?? []).filter((other) => other.id !== clientId).slice(0, most) : [];
  return (
    <section aria-labelledby="merge-search">
      <h2 id="merge-search" className="section-title">
        {t('merge.search')}
      </h2>
      <TextInput
        label={t('list.search')}
        description={t('list.searchHelp')}
        type="search"
        leftSection={<Icon icon={IconSearch} />}
        value={typed}
        error={long ? <Wrong>{errors('problem.too-long', long)}</Wrong> : undefined}
        dir="auto"
        autoComplete="off"
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      {found.error ? <ErrorNotice error={found.error} again={found.again} /> : null}
      {others.length > 0 ? (
        <ul className="merge-others" aria-label={t('list.table')}>
          {others.map((other) => (
            <MergeOther key={other.id} clientId={clientId} other={other} />
          ))}
        </ul>
      ) : null}
      <p role="status" className="xs ink-2">
        {asked && found.data && others.length === 0 ? t('merge.noOther') : ''}
      </p>
    </section>
  );
};

/** Which other record is of the same person. */
export const MergeChoose = ({ clientId }: { readonly clientId: string }): JSX.Element => {
  const { t } = useTranslation('clients');
  const { data: client, error, again } = useCall('clients.get', { id: clientId });
  return (
    <>
      <PageHead title={client ? t('merge.chooseTitle', { name: client.chosenName }) : t('page.reading')} windowTitle={t('merge.title')} />
      <div className="page-body form-column">
        {error ? <ErrorNotice error={error} again={again} /> : null}
        {!client && !error ? <Waiting>{t('page.reading')}</Waiting> : null}
        {client ? (
          <>
            <p className="md">{t('merge.chooseText')}</p>
            <Alike client={client} />
            <Search clientId={client.id} />
            <div className="row">
              <ButtonLink to="/clients/$clientId" params={{ clientId }} variant="subtle">
                {t('form.notNow')}
              </ButtonLink>
            </div>
          </>
        ) : null}
      </div>
    </>
  );
};
