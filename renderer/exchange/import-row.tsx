import { NativeSelect, Table } from '@mantine/core';
import { type JSX, memo } from 'react';
import { useTranslation } from 'react-i18next';
import { type IcsEvent, mayBecome } from '../../shared/calendar.ts';
import { ClientPicker } from '../ui/client-picker.tsx';
import { whenWords } from './event-words.ts';
import { type Becomes, canBeTaken, leftOut } from './import-choices.ts';

type RowProps = {
  readonly event: IcsEvent;
  readonly becomes: Becomes;
  /** The same function for each row, so that a choice in one draws no other anew. */
  readonly onChange: (index: number, becomes: Becomes) => void;
};

const other = 'other';

const pickedIn = (becomes: Becomes, { clients }: IcsEvent): string => {
  if (becomes.as !== 'appointment') return becomes.as;
  return clients.some(({ id }) => id === becomes.client?.id) ? (becomes.client?.id ?? other) : other;
};

/** Two of one name are told apart by their pronouns, where they have some. */
const nameOf = ({ chosenName, pronouns }: IcsEvent['clients'][number], { length }: IcsEvent['clients']): string =>
  length > 1 && pronouns !== '' ? `${chosenName} (${pronouns})` : chosenName;

const Amiss = ({ event: { problem, taken } }: { readonly event: IcsEvent }): JSX.Element | null => {
  const { t } = useTranslation('exchange');
  if (taken) return <span className="xs ink-2 block">{t('import.taken')}</span>;
  return problem === null ? null : <span className="xs ink-2 block">{t(`import.problem.${problem}`)}</span>;
};

const Choice = ({ event, becomes, onChange }: RowProps): JSX.Element => {
  const { t } = useTranslation('exchange');
  const { index, clients, summary } = event;
  const choose = (value: string): void => {
    if (value === 'out') onChange(index, leftOut);
    else if (value === 'absence') onChange(index, { as: 'absence' });
    else onChange(index, { as: 'appointment', client: clients.find(({ id }) => id === value) ?? null });
  };
  const value = pickedIn(becomes, event);
  const appointments = mayBecome(event, 'appointment')
    ? [
        ...clients.map((client) => ({ value: client.id, label: t('import.choice.appointment', { name: nameOf(client, clients) }) })),
        { value: other, label: t('import.choice.other') },
      ]
    : [];
  return (
    <div className="import-choice">
      <NativeSelect
        aria-label={t('import.becomesOf', { what: summary || t('import.unnamed'), when: whenWords(event, t) })}
        data={[{ value: 'out', label: t('import.choice.out') }, ...appointments, { value: 'absence', label: t('import.choice.absence') }]}
        value={value}
        onChange={(changed) => choose(changed.currentTarget.value)}
      />
      {value === other && becomes.as === 'appointment' ? (
        <ClientPicker
          id={`import-client-${index}`}
          label={t('import.client')}
          chosen={becomes.client ? { id: becomes.client.id, name: becomes.client.chosenName } : null}
          onChoose={(client) => onChange(index, { as: 'appointment', client: client ? { id: client.id, chosenName: client.name } : null })}
          adds
        />
      ) : null}
    </div>
  );
};

/** An event of the file, and what becomes of it here. */
export const ImportRow = memo(({ event, becomes, onChange }: RowProps): JSX.Element => {
  const { t } = useTranslation('exchange');
  const marks = [event.repeats ? t('import.repeats') : '', event.floating ? t('import.floating') : ''].filter((mark) => mark !== '');
  return (
    <Table.Tr>
      <Table.Td className="num">
        {whenWords(event, t)}
        {marks.length > 0 ? <span className="xs ink-2 block">{marks.join(' · ')}</span> : null}
      </Table.Td>
      <Table.Td className="import-what">
        <span dir="auto">{event.summary || <span className="ink-2">{t('import.unnamed')}</span>}</span>
        <Amiss event={event} />
      </Table.Td>
      <Table.Td>{canBeTaken(event) ? <Choice event={event} becomes={becomes} onChange={onChange} /> : t('import.choice.out')}</Table.Td>
    </Table.Tr>
  );
});
