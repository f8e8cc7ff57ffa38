import { UnstyledButton } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { type JSX, useCallback, useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../../shared/app-error.ts';
import type { OutputOf } from '../../../shared/calls.ts';
import { call } from '../../call.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Icon } from '../../ui/icon.tsx';
import { ErrorNotice } from '../../ui/notice.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { useNote } from './note-context.ts';
import { ReflectionField, ReflectionRead } from './reflection-field.tsx';

type Told = OutputOf<'reflections.get'>;

/** As the vault has them now: what is written goes on from that, never from an answer of before. */
const useTold = (noteId: string) => {
  const [told, setTold] = useState<Told | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  const again = useCallback(async (): Promise<void> => {
    const reply = await call('reflections.get', { noteId });
    setTold(reply.ok ? reply.value : null);
    setError(reply.ok ? null : reply.error);
  }, [noteId]);
  useEffect(() => void again(), [again]);
  return { told, error, again };
};

const Opened = (): JSX.Element => {
  const { t } = useTranslation('notebeside');
  const { note } = useNote();
  const { told, error, again } = useTold(note.id);
  if (error) return <ErrorNotice error={error} again={again} />;
  if (!told) return <Waiting />;
  if (told.settings.reflections) return <ReflectionField noteId={note.id} entries={told.entries} />;
  return (
    <div className="beside-reflections">
      {told.entries.map((entry) => (
        <ReflectionRead key={entry.id} entry={entry} />
      ))}
      <p className="ink-2">{t('reflections.off')}</p>
      <ButtonLink to="/settings/$section" params={{ section: 'notes' }} variant="subtle">
        {t('reflections.settings')}
      </ButtonLink>
    </div>
  );
};

/** What the writer thinks for themselves: apart from the note, and asked for only when it is opened. */
export const BesideReflections = (): JSX.Element => {
  const { t } = useTranslation('notebeside');
  const { note } = useNote();
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
        {isOpen ? <Opened key={note.signedAt ?? 'draft'} /> : null}
      </div>
    </section>
  );
};
