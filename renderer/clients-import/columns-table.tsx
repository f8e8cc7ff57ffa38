import { NativeSelect, Table } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../shared/calls.ts';
import type { CustomField } from '../../shared/custom-fields.ts';
import type { ImportField } from '../../shared/import-fields.ts';
import { useFieldWords } from './field-words.ts';

type ColumnsProps = Pick<OutputOf<'clients.importPreview'>, 'columns' | 'mapping'> & {
  readonly custom: readonly CustomField[];
  readonly onChange: (column: number, field: ImportField | null) => void;
};

/** Each column with what stands in it, and what it becomes. */
export const ColumnsTable = ({ columns, mapping, custom, onChange }: ColumnsProps): JSX.Element => {
  const { t } = useTranslation('import');
  const { choices } = useFieldWords(custom);
  const data = [{ value: '', label: t('columns.nothing') }, ...choices];
  return (
    <section className="lists-part" aria-labelledby="import-columns">
      <h2 id="import-columns" className="section-title">
        {t('columns.title')}
      </h2>
      <Table aria-labelledby="import-columns" verticalSpacing="xs" className="lists-table lists-columns">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('columns.column')}</Table.Th>
            <Table.Th scope="col">{t('columns.samples')}</Table.Th>
            <Table.Th scope="col">{t('columns.becomes')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {columns.map(({ name, samples }, column) => {
            const called = name || t('columns.unnamed', { number: column + 1 });
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: two columns may have one name; their places are what they are.
              <Table.Tr key={column}>
                <Table.Td>
                  <bdi>{called}</bdi>
                </Table.Td>
                <Table.Td className="ink-2">
                  <bdi>{samples.join(' · ')}</bdi>
                </Table.Td>
                <Table.Td>
                  <NativeSelect
                    aria-label={t('columns.becomesOf', { name: called })}
                    data={data}
                    value={mapping[column] ?? ''}
                    onChange={(event) =>
                      onChange(column, event.currentTarget.value === '' ? null : (event.currentTarget.value as ImportField))
                    }
                  />
                </Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </section>
  );
};
