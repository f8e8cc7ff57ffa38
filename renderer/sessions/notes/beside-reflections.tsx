import { Textarea, UnstyledButton } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { type JSX, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../../shared/app-error.ts';
import type { OutputOf } from '../../../shared/calls.ts';
import { call } from '../../call.ts';
import { clockTime, momentWords } from '../../dates.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Icon } from '../../ui/icon.tsx';
import { ErrorNotice } from '../../ui/notice.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { useCall } from '../../use-call.ts';
import { useNote } from './note-context.ts';

type Told = OutputOf<'reflections.get'>;

const pause = 700;

/** Saves what stands there a moment after the last key, one save after the other, and once more when it goes. */
const useKept = (noteId: string, first: { readonly text: string; readonly revision: number }) => {
  const [text, setText] = useState(first.text);
  const [savedAt, setSavedAt] = useState<string | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  const standing = useRef({ text: first.text, saved: first.text, revision: first.revision, isSending: false });
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const save = async (): Promise<void> => {
    clearTimeout(timer.current);
    const now = standing.current;
    if (now.isSending || now.text === now.saved) return;
    now.isSending = true;
    const sent = now.text;
    const reply = await call('reflections.save', { noteId, revision: now.revision, text: sent });
    now.isSending = false;
    if (!reply.ok) return setError(reply.error);
    Object.assign(now, { saved: sent, revision: reply.value.revision });
    setError(null);
    setSavedAt(reply.value.savedAt);
    if (now.text !== sent) await save();
  };
  const latest = useRef(save);
  latest.current = save;
  useEffect(() => () => void latest.current(), []);
  const change = (next: string): void => {
    standing.current.text = next;
    setText(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void latest.current(), pause);
  };
  return { text, change, save, savedAt, error };
};

const Written = ({ noteId, told }: { readonly noteId: string; readonly told: Told }): JSX.Element => {
  const { t } = useTranslation('notebeside');
  const open = told.entries.find(({ isLocked }) => !isLocked);
  const { text, change, save, savedAt, error } = useKept(noteId, { text: open?.text ?? '', revision: open?.revision ?? 0 });
  const saved = savedAt ?? open?.savedAt ?? null;
  return (
    <div className="beside-reflections">
      {told.entries
        .filter(({ isLocked }) => isLocked)
        .map((entry) => (
          <div key={entry.id}>
            <p className="sm ink-2">{momentWords(entry.createdAt)}</p>
            <p dir="auto" className="beside-words">
              {entry.text}
            </p>
          </div>
        ))}
      <Textarea
        label={t('reflections.label')}
        description={t('reflections.help')}
        autosize
        minRows={3}
        value={text}
        onChange={(event) => change(event.currentTarget.value)}
        onBlur={() => void save()}
      />
      {error ? (
        <ErrorNotice error={error} again={save} />
      ) : (
        <p className="sm ink-2 num">{saved ? t('reflections.saved', { time: clockTime(saved) }) : ''}</p>
      )}
    </div>
  );
};

const Opened = (): JSX.Element => {
  const { t } = useTranslation('notebeside');
  const { note } = useNote();
  const { data, error, again } = useCall('reflections.get', { noteId: note.id }, { fresh: true });
  if (error) return <ErrorNotice error={error} again={again} />;
  if (!data) return <Waiting />;
  if (!data.settings.reflections)
    return (
      <div className="beside-reflections">
        <p className="ink-2">{t('reflections.off')}</p>
        <ButtonLink to="/settings/$section" params={{ section: 'notes' }} variant="subtle">
          {t('reflections.settings')}
        </ButtonLink>
      </div>
    );
  return <Written key={note.signedAt} noteId={note.id} told={data} />;
};

/** What the writer thinks for themselves: apart from the note, and asked for only when it is opened. */
export const BesideReflections = (): JSX.Element => {
  const { t } = useTranslation('notebeside');
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  return (
    <section aria-label={t('reflections.title')}>
      <UnstyledButton className="beside-more" aria-expanded={isOpen} aria-controls={id} onClick={() => setOpen(!isOpen)}>
        <Icon icon={IconLock} size={18} tone="ink-2" />
        <span className="grow">{t('reflections.title')}</span>
        <span className="sm ink-2">{t('reflections.never')}</span>
      </UnstyledButton>
      <div id={id} hidden={!isOpen}>
        {isOpen ? <Opened /> : null}
      </div>
    </section>
  );
};
