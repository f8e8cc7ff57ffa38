import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { limits } from '../../shared/limits.ts';
import { useCall } from '../use-call.ts';

export type ChosenClient = { readonly id: string; readonly name: string };

const shown = 8;

/** A client found by a part of the name; archived ones are in the trail too. */
export const ClientChoice = ({
  chosen,
  onChoose,
}: {
  readonly chosen: ChosenClient | null;
  readonly onChoose: (client: ChosenClient | null) => void;
}): JSX.Element => {
  const { t } = useTranslation('audit');
  const [typed, setTyped] = useState('');
  const [settled] = useDebouncedValue(typed.trim().normalize().slice(0, limits.line), 150);
  const searches = settled !== '' && settled !== chosen?.name;
  const options = { enabled: searches, keep: true } as const;
  const current = useCall('clients.search', { query: settled, limit: shown }, options).data?.clients ?? [];
  const archived = useCall('clients.search', { query: settled, limit: shown, archived: true }, options).data?.clients ?? [];

  const found = searches
    ? [
        ...current.map((client) => ({ value: client.id, label: client.chosenName })),
        ...archived.map((client) => ({ value: client.id, label: t('filter.archived', { name: client.chosenName }) })),
      ]
    : [];
  const own = chosen ? [{ value: chosen.id, label: chosen.name }] : [];
  const data = [...own, ...found.filter((client) => client.value !== chosen?.id)];
  return (
    <Select
      label={t('filter.client')}
      placeholder={t('filter.clientAny')}
      data={data}
      value={chosen?.id ?? null}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t('filter.clientClear') }}
      searchValue={typed}
      onSearchChange={setTyped}
      filter={({ options: all }) => all}
      nothingFoundMessage={searches ? t('filter.clientNone') : t('filter.clientHelp')}
      onChange={(id, option) => onChoose(id ? { id, name: option.label } : null)}
    />
  );
};
