import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClientRow } from '../../shared/clients.ts';
import { limits } from '../../shared/limits.ts';
import { useCall, useSend } from '../use-call.ts';
import { Marked, Wrong } from './field.tsx';
import { ErrorNotice, said } from './notice.tsx';
import './schedule-fields.css';

/** The client, by id and chosen name. */
export type ChosenClient = { readonly id: string; readonly name: string };

type Props = {
  readonly id: string;
  readonly label?: string;
  readonly help?: string;
  readonly chosen: ChosenClient | null;
  readonly onChoose: (client: ChosenClient | null) => void;
  readonly problem?: string | undefined;
  /** Whether someone who is not in the practice yet can be added by name alone. */
  readonly adds?: boolean;
};

const most = 8;
const adding = 'add';
const blank = {
  legalName: '',
  pronouns: '',
  birthDate: null,
  phone: '',
  email: '',
  contactWishes: '',
  stopWord: '',
  stopGesture: '',
} as const;

const about = (client: ClientRow | undefined): string =>
  client ? [client.pronouns, client.phone || client.email].filter((part) => part !== '').join(' · ') : '';

/** A client, found by a part of the name, mail or phone; or somebody new, whose name is enough to begin. */
export const ClientPicker = ({ id, label, help, chosen, onChoose, problem, adds = false }: Props): JSX.Element => {
  const { t } = useTranslation('appointments');
  const [typed, setTyped] = useState(chosen?.name ?? '');
  const [settled] = useDebouncedValue(typed.trim().normalize().slice(0, limits.line), 120);
  const query = settled === chosen?.name ? '' : settled;
  const found = useCall('clients.search', { query, limit: most }, { keep: true });
  const { send, isSending, error } = useSend('clients.create');

  const rows = found.data?.clients ?? [];
  const name = typed.trim();
  const known = rows.some((row) => row.chosenName === name) || name === chosen?.name;
  const data = [
    ...(chosen && !rows.some((row) => row.id === chosen.id) ? [{ value: chosen.id, label: chosen.name }] : []),
    ...rows.map((row) => ({ value: row.id, label: row.chosenName })),
    ...(adds && name !== '' && !known && query !== '' ? [{ value: adding, label: t('client.add', { name }) }] : []),
  ];
  const choose = async (value: string | null): Promise<void> => {
    if (value !== adding)
      return onChoose(value === null ? null : { id: value, name: data.find((one) => one.value === value)?.label ?? '' });
    const reply = await send({ ...blank, chosenName: name });
    if (!reply.ok) return;
    said(t('client.added', { name: reply.value.chosenName }));
    onChoose({ id: reply.value.id, name: reply.value.chosenName });
  };
  return (
    <Marked wrong={problem !== undefined}>
      <Select
        id={id}
        label={label ?? t('client.label')}
        description={help ?? t(adds ? 'client.helpNew' : 'client.help')}
        data={data}
        value={chosen?.id ?? null}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': t('client.clear') }}
        searchValue={typed}
        onSearchChange={setTyped}
        filter={({ options }) => options}
        disabled={isSending}
        allowDeselect={false}
        maxDropdownHeight={360}
        nothingFoundMessage={found.data ? t('client.none') : undefined}
        error={problem ? <Wrong>{problem}</Wrong> : undefined}
        dir="auto"
        renderOption={({ option }) => (
          <span className="client-option">
            <span dir="auto">{option.label}</span>
            <span className="xs ink-2 block">{about(rows.find((row) => row.id === option.value))}</span>
          </span>
        )}
        onChange={(value) => void choose(value)}
      />
      {error ? <ErrorNotice error={error} /> : null}
    </Marked>
  );
};
