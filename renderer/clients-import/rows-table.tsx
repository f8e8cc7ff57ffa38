import { Button, SegmentedControl, Table } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../shared/calls.ts';
import type { RowResult as Result } from '../../shared/client-import.ts';
import type { CustomField } from '../../shared/custom-fields.ts';
import { dayWords, numberWords } from '../dates.ts';
import { useFieldWords } from './field-words.ts';
import { type RowProps, RowResult } from './row-result.tsx';

export const rowsAtOnce = 50;
export const filters = ['all', 'new', 'alike', 'refused'] as const satisfies readonly ('all' | Result)[];
export type Filter = (typeof filters)[number];

/** Which of the rows are in view. */
export type Shown = { readonly show: Filter; readonly offset: number };

type TableProps = {
  readonly read: OutputOf<'clients.importPreview'>;
  readonly custom: readonly CustomField[];
  readonly shown: Shown;
  readonly onShown: (shown: Shown) => void;
  readonly ticked: ReadonlySet<number>;
  readonly onTick: RowProps['onTick'];
};

const Turn = ({ read: { total }, shown, onShown }: Pick<TableProps, 'read' | 'shown' | 'onShown'>): JSX.Element | null => {
  const { t } = useTranslation('import');
  if (total <= rowsAtOnce) return null;
  const { offset } = shown;
  const to = Math.min(total, offset + rowsAtOnce);
  return (
    <div className="row wrap lists-turn">
      <Button variant="default" disabled={offset === 0} onClick={() => onShown({ ...shown, offset: offset - rowsAtOnce })}>
        {t('rows.earlier')}
      </Button>
      <span className="num" role="status">
        {t('rows.page', { from: numberWords(offset + 1), to: numberWords(to), total: numberWords(total) })}
      </span>
      <Button variant="default" disabled={to >= total} onClick={() => onShown({ ...shown, offset: offset + rowsAtOnce })}>
        {t('rows.later')}
      </Button>
    </div>
  );
};

const Person = ({ row: { chosenName, legalName, birthDate, phone, email } }: Pick<RowProps, 'row'>): JSX.Element => {
  const { t } = useTranslation('import');
  const further = [legalName, birthDate === null ? '' : t('rows.born', { day: dayWords(birthDate) }), phone, email];
  return (
    <>
      <bdi className="b">{chosenName || t('rows.unnamed')}</bdi>
      <span className="xs ink-2 block">
        <bdi>{further.filter((part) => part !== '').join(' · ')}</bdi>
      </span>
    </>
  );
};

/** The rows of a list, some at a time, and what becomes of each. */
export const RowsTable = ({ read, custom, shown, onShown, ticked, onTick }: TableProps): JSX.Element => {
  const { t } = useTranslation('import');
  const fields = useFieldWords(custom);
  const { counts } = read;
  const numbers = { ...counts, all: counts.new + counts.alike + counts.refused };
  return (
    <section className="lists-part" aria-labelledby="import-rows">
      <h2 id="import-rows" className="section-title">
        {t('rows.title')}
      </h2>
      <SegmentedControl
        aria-label={t('rows.show')}
        value={shown.show}
        onChange={(show) => onShown({ show, offset: 0 })}
        data={filters.map((value) => ({ value, label: t(`rows.filter.${value}`, { number: numberWords(numbers[value]) }) }))}
      />
      {read.rows.length === 0 ? (
        <p className="ink-2">{t('rows.none')}</p>
      ) : (
        <Table aria-labelledby="import-rows" verticalSpacing="xs" className="lists-table">
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('rows.row')}</Table.Th>
              <Table.Th scope="col">{t('rows.person')}</Table.Th>
              <Table.Th scope="col">{t('rows.result')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {read.rows.map((row) => (
              <Table.Tr key={row.row}>
                <Table.Td className="num">{numberWords(row.row)}</Table.Td>
                <Table.Td>
                  <Person row={row} />
                </Table.Td>
                <Table.Td>
                  <RowResult row={row} fields={fields} ticked={ticked.has(row.row)} onTick={onTick} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      <Turn read={read} shown={shown} onShown={onShown} />
    </section>
  );
};
