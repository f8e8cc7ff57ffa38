import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { type JSX, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ClientPicker } from '../../ui/client-picker.tsx';
import { DayField } from '../../ui/day-field.tsx';
import { Wrong } from '../../ui/field.tsx';
import { Icon } from '../../ui/icon.tsx';
import { type Asked, firstHits, type problemsOf } from './note-search-asked.ts';

type Props = {
  readonly asked: Asked;
  readonly problems: ReturnType<typeof problemsOf>;
  readonly onAsk: (asked: Asked) => void;
  /** The arrow down leaves the field for what was found. */
  readonly onDown: () => void;
};

const states = ['any', 'draft', 'signed'] as const;

/** The field takes the focus: it is what one came for. */
const useFocusFirst = () => {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus({ preventScroll: true }), []);
  return field;
};

/** What is looked for, in whose notes, and between which days. */
export const NoteSearchFields = ({ asked, problems, onAsk, onDown }: Props): JSX.Element => {
  const { t } = useTranslation('notelists');
  const field = useFocusFirst();
  const ask = (change: Partial<Asked>): void => onAsk({ ...asked, limit: firstHits, ...change });
  return (
    <search className="note-search">
      <TextInput
        ref={field}
        className="list-search note-search-words"
        label={t('search.words')}
        description={t('search.wordsHelp')}
        type="search"
        leftSection={<Icon icon={IconSearch} />}
        value={asked.query}
        error={problems.query ? <Wrong>{problems.query}</Wrong> : undefined}
        dir="auto"
        autoComplete="off"
        onChange={(event) => ask({ query: event.currentTarget.value })}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return;
          event.preventDefault();
          onDown();
        }}
      />
      <div className="note-search-client">
        <ClientPicker
          id="note-search-client"
          label={t('search.client')}
          help={t('search.clientHelp')}
          chosen={asked.client}
          onChoose={(client) => ask({ client })}
        />
        {asked.client ? (
          <Button
            variant="subtle"
            onClick={() => {
              ask({ client: null });
              field.current?.focus();
            }}
          >
            {t('search.everyone')}
          </Button>
        ) : null}
      </div>
      <DayField
        id="note-search-from"
        label={t('search.from')}
        value={asked.from}
        onChange={(from) => ask({ from })}
        problem={problems.from}
      />
      <DayField id="note-search-to" label={t('search.to')} value={asked.to} onChange={(to) => ask({ to })} problem={problems.to} />
      <div className="note-search-state">
        <span className="b" aria-hidden="true">
          {t('search.state')}
        </span>
        <SegmentedControl
          aria-label={t('search.state')}
          value={asked.state}
          onChange={(chosen) => ask({ state: states.find((one) => one === chosen) ?? 'any' })}
          data={[
            { value: 'any', label: t('search.any') },
            { value: 'draft', label: t('search.draft') },
            { value: 'signed', label: t('search.signed') },
          ]}
        />
      </div>
    </search>
  );
};
