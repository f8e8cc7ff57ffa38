import { Button, Textarea } from '@mantine/core';
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Reflection } from '../../../shared/reflections.ts';
import { clockTime, momentWords } from '../../dates.ts';
import { ErrorNotice, Notice } from '../../ui/notice.tsx';
import { openOf, useKeptReflection } from './reflection-kept.ts';

/** What was written before and is not changed any more. */
export const ReflectionRead = ({ entry }: { readonly entry: Reflection }): JSX.Element => (
  <div>
    <p className="sm ink-2 num">{momentWords(entry.createdAt)}</p>
    <p dir="auto" className="beside-words">
      {entry.text}
    </p>
  </div>
);

type ConflictProps = { readonly theirs: string; readonly onMine: () => void; readonly onTheirs: () => void };

const Conflict = ({ theirs, onMine, onTheirs }: ConflictProps): JSX.Element => {
  const { t } = useTranslation('notebeside');
  return (
    <Notice
      tone="wait"
      title={t('reflections.conflict')}
      live
      actions={
        <>
          <Button variant="default" onClick={onMine}>
            {t('reflections.mine')}
          </Button>
          <Button variant="default" onClick={onTheirs}>
            {t('reflections.theirs')}
          </Button>
        </>
      }
    >
      <span dir="auto" className="beside-words">
        {theirs || t('reflections.nothing')}
      </span>
    </Notice>
  );
};

type Props = { readonly noteId: string; readonly entries: readonly Reflection[] };

/** Entries of before to read, and the one that is written now. */
export const ReflectionField = ({ noteId, entries: first }: Props): JSX.Element => {
  const { t } = useTranslation('notebeside');
  const [entries, setEntries] = useState(first);
  const { text, setText, save, settle, state, isKept, savedAt } = useKeptReflection(noteId, openOf(first));
  const settled = (chosen: string): void => {
    if (state.kind !== 'conflict') return;
    setEntries(state.entries);
    settle(chosen, openOf(state.entries));
  };
  return (
    <div className="beside-reflections">
      {entries
        .filter(({ isLocked }) => isLocked)
        .map((entry) => (
          <ReflectionRead key={entry.id} entry={entry} />
        ))}
      <Textarea
        label={t('reflections.label')}
        description={t('reflections.help')}
        autosize
        minRows={3}
        dir="auto"
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onBlur={() => void save()}
      />
      {state.kind === 'conflict' ? (
        <Conflict theirs={openOf(state.entries).text} onMine={() => settled(text)} onTheirs={() => settled(openOf(state.entries).text)} />
      ) : null}
      {state.kind === 'failed' ? <ErrorNotice error={state.error} again={save} /> : null}
      <p className="sm ink-2 num beside-saved">
        {state.kind === 'conflict' || state.kind === 'failed'
          ? null
          : isKept
            ? savedAt && t('reflections.saved', { time: clockTime(savedAt) })
            : t('reflections.saving')}
      </p>
    </div>
  );
};
