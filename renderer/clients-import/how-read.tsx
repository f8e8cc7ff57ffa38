import { Radio, Select } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../shared/calls.ts';
import { type Encoding, type FirstRow, firstRows, type Separator, separators } from '../../shared/client-import.ts';
import { type DateOrder, dateOrders } from '../../shared/import-dates.ts';
import { dayWords, numberWords } from '../dates.ts';

type Read = OutputOf<'clients.importPreview'>;

/** As programs call them. */
const encodingNames: Readonly<Record<Encoding, string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
  'windows-1252': 'Windows-1252',
};
const separatorNames = { ',': 'comma', ';': 'semicolon', '\t': 'tab' } as const satisfies Record<Separator, string>;

/** How the list is written, as it was told from the file; what stands between the cells can be said otherwise. */
export const HowRead = ({
  read,
  onSeparator,
  onFirstRow,
}: {
  readonly read: Read;
  readonly onSeparator: (separator: Separator) => void;
  readonly onFirstRow: (firstRow: FirstRow) => void;
}): JSX.Element => {
  const { t } = useTranslation('import');
  const { counts, encoding, preset, separator, firstRow } = read;
  const from = firstRow === 'names' ? (preset ?? 'unknown') : 'nameless';
  const rows = numberWords(counts.new + counts.alike + counts.refused);
  return (
    <div className="fields">
      <p role="status">
        {t('read.is', { rows, encoding: encodingNames[encoding] })} {t(`read.from.${from}`)} {preset === null ? null : t('read.check')}
      </p>
      <Select
        className="lists-narrow"
        label={t('read.separator')}
        allowDeselect={false}
        data={separators.map((value) => ({ value, label: t(`read.separators.${separatorNames[value]}`) }))}
        value={separator}
        onChange={(value) => onSeparator(value as Separator)}
      />
      <Select
        className="lists-narrow"
        label={t('read.firstRow')}
        allowDeselect={false}
        data={firstRows.map((value) => ({ value, label: t(`read.firstRows.${value}`) }))}
        value={firstRow}
        onChange={(value) => onFirstRow(value as FirstRow)}
      />
    </div>
  );
};

type OrderProps = { readonly unclear: number; readonly value: DateOrder | null; readonly onChange: (order: DateOrder) => void };

/** Asked, never guessed: 03/04/1991 is two days. */
export const OrderOfDates = ({ unclear, value, onChange }: OrderProps): JSX.Element => {
  const { t } = useTranslation('import');
  return (
    <Radio.Group
      label={t('dates.label', { day: dayWords('1991-04-03') })}
      description={unclear > 0 ? t('dates.unclear', { count: unclear }) : undefined}
      value={value ?? ''}
      onChange={(order) => onChange(order as DateOrder)}
    >
      <div className="row wrap lists-radios">
        {dateOrders.map((order) => (
          <Radio key={order} value={order} label={t(`dates.${order}`)} />
        ))}
      </div>
    </Radio.Group>
  );
};
