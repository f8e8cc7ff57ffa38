import { Button, SegmentedControl, Table } from '@mantine/core';
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { IcsEvent } from '../../shared/calendar.ts';
import { numberWords } from '../dates.ts';
import { type Becomes, type Choices, choiceOf, type Filter, filters, shownBy } from './import-choices.ts';
import { ImportRow } from './import-row.tsx';

type TableProps = {
  readonly events: readonly IcsEvent[];
  readonly choices: Choices;
  readonly onChange: (index: number, becomes: Becomes) => void;
};

/** Rows on the screen at once, so that a file of thousands is as quick as one of ten. */
const rowsAtOnce = 50;

type TurnProps = { readonly from: number; readonly count: number; readonly onTurn: (from: number) => void };

const Turn = ({ from, count, onTurn }: TurnProps): JSX.Element | null => {
  const { t } = useTranslation('exchange');
  if (count <= rowsAtOnce) return null;
  const to = Math.min(count, from + rowsAtOnce);
  return (
    <div className="row wrap import-turn">
      <Button variant="default" disabled={from === 0} onClick={() => onTurn(from - rowsAtOnce)}>
        {t('import.earlier')}
      </Button>
      <span className="num" role="status">
        {t('import.page', { from: numberWords(from + 1), to: numberWords(to), count: count })}
      </span>
      <Button variant="default" disabled={to >= count} onClick={() => onTurn(from + rowsAtOnce)}>
        {t('import.later')}
      </Button>
    </div>
  );
};

/** Each event of the file with a choice, some at a time. */
export const ImportTable = ({ events, choices, onChange }: TableProps): JSX.Element => {
  const { t } = useTranslation('exchange');
  const [filter, setFilter] = useState<Filter>('all');
  const [asked, setAsked] = useState(0);
  const shown = shownBy(filter, events, choices);
  // What is left out while only the chosen are shown goes from the list, and may take the last page with it.
  const from = Math.min(asked, Math.floor(Math.max(0, shown.length - 1) / rowsAtOnce) * rowsAtOnce);
  return (
    <section className="import-table" aria-labelledby="import-events">
      <h2 id="import-events" className="section-title">
        {t('import.events')}
      </h2>
      <SegmentedControl
        aria-label={t('import.show')}
        value={filter}
        onChange={(value) => {
          setFilter(value);
          setAsked(0);
        }}
        data={filters.map((value) => ({ value, label: t(`import.filter.${value}`, { count: shownBy(value, events, choices).length }) }))}
      />
      {shown.length === 0 ? (
        <p className="ink-2">{t('import.nobody')}</p>
      ) : (
        <Table aria-labelledby="import-events" verticalSpacing="xs">
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('import.when')}</Table.Th>
              <Table.Th scope="col">{t('import.what')}</Table.Th>
              <Table.Th scope="col">{t('import.becomes')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {shown.slice(from, from + rowsAtOnce).map((event) => (
              <ImportRow key={event.index} event={event} becomes={choiceOf(choices, event)} onChange={onChange} />
            ))}
          </Table.Tbody>
        </Table>
      )}
      <Turn from={from} count={shown.length} onTurn={setAsked} />
    </section>
  );
};
