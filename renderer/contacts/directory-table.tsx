import { Table } from '@mantine/core';
import { IconBuilding } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { JSX, Ref } from 'react';
import { useTranslation } from 'react-i18next';
import type { Contact } from '../../shared/contacts.ts';
import { Icon } from '../ui/icon.tsx';
import { moveRows } from '../ui/move-rows.ts';

const Name = ({ contact }: { readonly contact: Contact }): JSX.Element => {
  const { t } = useTranslation('contacts');
  return (
    <>
      <span className="row contacts-name">
        <Link to="/contacts/$contactId" params={{ contactId: contact.id }} className="row-link md b" dir="auto">
          {contact.name}
        </Link>
        {contact.kind === 'organisation' ? (
          <>
            <Icon icon={IconBuilding} size={16} tone="ink-3" />
            <span className="visually-hidden">{t('kind.organisation')}</span>
          </>
        ) : null}
      </span>
      {contact.profession ? (
        <span className="xs ink-2 block" dir="auto">
          {contact.profession}
        </span>
      ) : null}
    </>
  );
};

export const DirectoryTable = ({
  contacts,
  ref,
}: {
  readonly contacts: readonly Contact[];
  readonly ref: Ref<HTMLTableElement>;
}): JSX.Element => {
  const { t } = useTranslation('contacts');
  const absent = <span className="visually-hidden">{t('list.notGiven')}</span>;
  return (
    <Table ref={ref} className="clients contacts" onKeyDown={moveRows} aria-label={t('list.table')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{t('list.name')}</Table.Th>
          <Table.Th scope="col">{t('field.organisation')}</Table.Th>
          <Table.Th scope="col">{t('list.reach')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {contacts.map((contact) => (
          <Table.Tr key={contact.id}>
            <Table.Td className="clients-name">
              <Name contact={contact} />
            </Table.Td>
            <Table.Td className="clients-name" dir="auto">
              {contact.organisation || absent}
            </Table.Td>
            <Table.Td className="num clients-reach">{contact.phone || contact.email || absent}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
};
