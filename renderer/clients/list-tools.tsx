import { MultiSelect, SegmentedControl, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClientFilter } from '../../shared/client-filters.ts';
import { limits } from '../../shared/limits.ts';
import { isClinical, usePractice } from '../practice.ts';
import { Wrong } from '../ui/field.tsx';
import { Icon } from '../ui/icon.tsx';
import { tooLong } from '../ui/too-long.ts';
import { useCall } from '../use-call.ts';

type Props = {
  readonly seen: ClientFilter;
  readonly onChange: (seen: ClientFilter) => void;
  /** From the search into the list below it. */
  readonly onDown: () => void;
  /** There is nobody to look for yet. */
  readonly first: boolean;
};

/** Clients with every one of the tags chosen. Nothing to choose where no client has a tag. */
const TagFilter = ({ seen, onChange }: Pick<Props, 'seen' | 'onChange'>): JSX.Element | null => {
  const { t } = useTranslation('clients');
  const inUse = useCall('tags.list', {}).data?.tags ?? [];
  if (inUse.length === 0 && seen.tags.length === 0) return null;
  return (
    <MultiSelect
      className="list-tags"
      classNames={{ input: 'tags-input' }}
      label={t('field.tags')}
      data={inUse.map(({ words }) => words)}
      value={seen.tags}
      onChange={(tags) => onChange({ ...seen, tags })}
      maxValues={limits.tags}
      nothingFoundMessage={t('list.noTag')}
      searchable
      hidePickedOptions
    />
  );
};

/** Which of three lists: whoever is here, whoever went, and what never was of anyone. */
const Which = ({ seen, onChange }: Pick<Props, 'seen' | 'onChange'>): JSX.Element => {
  const { t } = useTranslation('clients');
  const clinical = isClinical(usePractice());
  const which = seen.inError ? 'inError' : seen.archived ? 'archived' : 'current';
  const choices = (['current', 'archived', ...(clinical ? (['inError'] as const) : [])] as const).map((value) => ({
    value,
    label: t(`list.${value}`),
  }));
  return (
    <SegmentedControl
      aria-label={t('list.which')}
      value={which}
      onChange={(chosen) =>
        onChange({ query: seen.query, tags: seen.tags, archived: chosen === 'archived', inError: chosen === 'inError' })
      }
      data={choices}
    />
  );
};

/** What the list of clients is narrowed by. */
export const ListTools = ({ seen, onChange, onDown, first }: Props): JSX.Element => {
  const { t } = useTranslation('clients');
  const { t: errors } = useTranslation('errors');
  const long = tooLong(seen.query, limits.line);
  return (
    <div className={first ? 'list-tools list-tools-first' : 'list-tools'}>
      {first ? null : (
        <TextInput
          className="list-search"
          label={t('list.search')}
          description={t('list.searchHelp')}
          type="search"
          leftSection={<Icon icon={IconSearch} />}
          value={seen.query}
          error={long ? <Wrong>{errors('problem.too-long', long)}</Wrong> : undefined}
          dir="auto"
          autoComplete="off"
          onChange={(event) => onChange({ ...seen, query: event.currentTarget.value })}
          onKeyDown={(event) => {
            if (event.key !== 'ArrowDown') return;
            event.preventDefault();
            onDown();
          }}
        />
      )}
      {first ? null : <TagFilter seen={seen} onChange={onChange} />}
      <Which seen={seen} onChange={onChange} />
    </div>
  );
};
