import { IconFileAlert, IconNotes, IconPencil, IconPencilPlus } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import type { JSX, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { NoteLine } from '../../../shared/notes.ts';
import { dayWords, momentDay } from '../../dates.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Icon } from '../../ui/icon.tsx';
import './notes-list.css';

/** How far a note is, and what came after it was signed. */
const stateWords = (t: TFunction<'notelists'>, { state, signedAt, addenda, reviewed }: NoteLine): string =>
  [
    state === 'signed' && signedAt ? t('state.signed', { day: momentDay(signedAt) }) : t('state.draft'),
    ...(addenda > 0 ? [t('state.addenda', { count: addenda })] : []),
    ...(reviewed ? [t('state.reviewed')] : []),
  ].join(' · ');

/** The way into a note: a draft is gone on with, what is signed is read. */
const OpenNote = ({ note: { id, state, on } }: { readonly note: NoteLine }): JSX.Element => {
  const { t } = useTranslation('notelists');
  const day = dayWords(on);
  const isDraft = state === 'draft';
  return (
    <ButtonLink
      to="/notes/$noteId"
      params={{ noteId: id }}
      variant="default"
      aria-label={isDraft ? t('goOnOf', { day }) : t('readOf', { day })}
    >
      {t(isDraft ? 'goOn' : 'read')}
    </ButtonLink>
  );
};

type WriteProps = { readonly clientId: string; readonly sessionId: string; readonly day: string };

export const WriteNote = ({ clientId, sessionId, day }: WriteProps): JSX.Element => {
  const { t } = useTranslation('notelists');
  return (
    <ButtonLink
      to="/notes/new"
      search={{ clientId, sessionId }}
      variant="default"
      leftSection={<Icon icon={IconPencilPlus} size={18} />}
      aria-label={t('writeOf', { day })}
    >
      {t('write')}
    </ButtonLink>
  );
};

type StandingProps = { readonly isSigned: boolean; readonly words: string; readonly children: ReactNode };

const Standing = ({ isSigned, words, children }: StandingProps): JSX.Element => (
  <div className="note-of">
    <Icon icon={isSigned ? IconNotes : IconPencil} size={18} tone={isSigned ? 'ink-2' : 'wait-ink'} />
    <span className={`grow num ${isSigned ? 'ink-2' : 'wait'}`}>{words}</span>
    {children}
  </div>
);

type OfSessionProps = WriteProps & { readonly note: NoteLine | null; readonly isUnwritten: boolean };

/** The note of a session: how far it is, and the way to it. Nothing while that is not known, or the session is not over. */
export const NoteOfSession = ({ note, isUnwritten, ...session }: OfSessionProps): JSX.Element | null => {
  const { t } = useTranslation('notelists');
  if (!note && !isUnwritten) return null;
  return (
    <Standing isSigned={note?.state === 'signed'} words={t('state.note', { state: note ? stateWords(t, note) : t('state.unwritten') })}>
      {note ? <OpenNote note={note} /> : <WriteNote {...session} />}
    </Standing>
  );
};

/** A note without a session. */
export const QuickNoteRow = ({ note }: { readonly note: NoteLine }): JSX.Element => {
  const { t } = useTranslation('notelists');
  const { on, writtenOn, authorName } = note;
  return (
    <li className="session-row">
      <div className="session-day num">
        <time dateTime={on} className="b block">
          {dayWords(on)}
        </time>
        <span className="xs ink-2">{t('quick')}</span>
      </div>
      <div className="grow">
        <span className="block" dir="auto">
          {authorName}
        </span>
        {on === writtenOn ? null : <span className="ink-2 block num">{t('writtenOn', { day: dayWords(writtenOn) })}</span>}
      </div>
      <Standing isSigned={note.state === 'signed'} words={t('state.note', { state: stateWords(t, note) })}>
        <OpenNote note={note} />
      </Standing>
    </li>
  );
};

/** A note that was entered in error: hidden, and still to be read with who said so and why. */
export const ErrorNoteRow = ({ note: { id, on, authorName } }: { readonly note: NoteLine }): JSX.Element => {
  const { t } = useTranslation('notelists');
  return (
    <li className="note-wrong note-of">
      <Icon icon={IconFileAlert} size={18} tone="ink-3" />
      <span className="grow" dir="auto">
        <s className="ink-2 num">{t('errorLine', { day: dayWords(on), who: authorName })}</s>
      </span>
      <ButtonLink to="/notes/$noteId" params={{ noteId: id }} variant="subtle" aria-label={t('errorOpenOf', { day: dayWords(on) })}>
        {t('errorOpen')}
      </ButtonLink>
    </li>
  );
};
