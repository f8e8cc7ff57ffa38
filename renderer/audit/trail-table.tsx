import { Table } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { AuditLine } from '../../shared/audit.ts';
import { clockTime, momentDay, numberWords } from '../dates.ts';
import { Icon } from '../ui/icon.tsx';
import { byDay, detailWords } from './line-words.ts';

const documentActions: readonly string[] = ['document-opened', 'document-exported', 'document-not-written'];

const Who = ({ actor }: Pick<AuditLine, 'actor'>): JSX.Element => {
  const { t } = useTranslation('audit');
  if (actor) return <span dir="auto">{actor.name || t('someone')}</span>;
  return (
    <>
      <span className="ink-2 block">{t('nobody')}</span>
      <span className="trail-locked xs ink-2">
        <Icon icon={IconLock} size={14} />
        {t('whileLocked')}
      </span>
    </>
  );
};

const What = ({ line }: { readonly line: AuditLine }): JSX.Element => {
  const { t } = useTranslation('audit');
  const detail = detailWords(line, t);
  const { client, recordId } = line;
  return (
    <>
      <span className="block">{t(`action.${line.action}`)}</span>
      {detail ? <span className="xs ink-2 block">{detail}</span> : null}
      {client && recordId && documentActions.includes(line.action) ? (
        <Link
          to="/clients/$clientId/documents/$documentId"
          params={{ clientId: client.id, documentId: recordId }}
          className="text-link xs trail-link"
        >
          {t('detail.document')}
        </Link>
      ) : null}
    </>
  );
};

const Client = ({ client }: Pick<AuditLine, 'client'>): JSX.Element => {
  const { t } = useTranslation('audit');
  if (!client) return <span className="visually-hidden">{t('noClient')}</span>;
  return (
    <Link to="/clients/$clientId" params={{ clientId: client.id }} className="text-link trail-link" dir="auto">
      {client.name || t('clientGone')}
    </Link>
  );
};

type TableProps = { readonly lines: readonly AuditLine[]; readonly label: string; readonly withClient: boolean };

/** Entries day by day, newest first. */
export const TrailTable = ({ lines, label, withClient }: TableProps): JSX.Element => {
  const { t } = useTranslation('audit');
  return (
    <Table className={withClient ? 'trail trail-with-client' : 'trail'} aria-label={label}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{t('column.time')}</Table.Th>
          <Table.Th scope="col">{t('column.who')}</Table.Th>
          <Table.Th scope="col">{t('column.what')}</Table.Th>
          {withClient ? <Table.Th scope="col">{t('column.client')}</Table.Th> : null}
          <Table.Th scope="col" className="trail-entry">
            {t('column.entry')}
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      {byDay(lines, momentDay).map(({ day, lines: ofDay }) => (
        <Table.Tbody key={ofDay[0]?.seq}>
          <Table.Tr className="trail-day">
            <Table.Th scope="rowgroup" colSpan={withClient ? 5 : 4}>
              {day}
            </Table.Th>
          </Table.Tr>
          {ofDay.map((line) => (
            <Table.Tr key={line.seq}>
              <Table.Td className="trail-time">
                <time dateTime={line.at}>{clockTime(line.at)}</time>
              </Table.Td>
              <Table.Td>
                <Who actor={line.actor} />
              </Table.Td>
              <Table.Td>
                <What line={line} />
              </Table.Td>
              {withClient ? (
                <Table.Td>
                  <Client client={line.client} />
                </Table.Td>
              ) : null}
              <Table.Td className="trail-entry xs ink-3">{numberWords(line.seq)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      ))}
    </Table>
  );
};
