import { Table } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { JSX, Ref } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClientRow } from '../../shared/clients.ts';
import { ageToday } from '../dates.ts';
import { moveRows } from '../ui/move-rows.ts';
import { ChooseRecord, type Chosen } from './choose-two.tsx';
import { Tags } from './tags.tsx';

export const ClientsTable = ({
  clients,
  chosen,
  onChosen,
  ref,
}: {
  readonly clients: readonly ClientRow[];
  readonly chosen: Chosen;
  readonly onChosen: (chosen: Chosen) => void;
  readonly ref: Ref<HTMLTableElement>;
}): JSX.Element => {
  const { t } = useTranslation('clients');
  const absent = <span className="visually-hidden">{t('list.notGiven')}</span>;
  return (
    <Table ref={ref} className={chosen ? 'clients clients-chosen' : 'clients'} onKeyDown={moveRows} aria-label={t('list.table')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{t('list.name')}</Table.Th>
          <Table.Th scope="col">{t('list.pronouns')}</Table.Th>
          <Table.Th scope="col">{t('list.age')}</Table.Th>
          <Table.Th scope="col">{t('list.reach')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {clients.map((client) => (
          <Table.Tr key={client.id}>
            <Table.Td className="clients-name">
              {chosen ? (
                <ChooseRecord client={client} chosen={chosen} onChange={onChosen} />
              ) : (
                <Link to="/clients/$clientId" params={{ clientId: client.id }} className="row-link md b" dir="auto">
                  {client.chosenName}
                </Link>
              )}
              {client.legalName && client.legalName !== client.chosenName ? (
                <span className="xs ink-2 block" dir="auto">
                  {t('list.legal', { name: client.legalName })}
                </span>
              ) : null}
              {client.tags.length > 0 ? <Tags tags={client.tags} /> : null}
            </Table.Td>
            <Table.Td dir="auto">{client.pronouns || absent}</Table.Td>
            <Table.Td className="num">{client.birthDate ? ageToday(client.birthDate) : absent}</Table.Td>
            <Table.Td className="num clients-reach">{client.phone || client.email || absent}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
};
