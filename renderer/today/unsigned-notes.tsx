import { Button } from '@mantine/core';
import { IconChevronRight, IconPencil } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dayWords, numberWords } from '../dates.ts';
import { Icon } from '../ui/icon.tsx';
import type { Unsigned } from './use-unsigned-notes.ts';

type Waiting = Unsigned['waiting'][number];

/** Into the note, or into a new one of that session. */
const wayTo = ({ noteId, sessionId, clientId }: Waiting) =>
  noteId === null
    ? ({ to: '/notes/new', search: { clientId, ...(sessionId !== null && { sessionId }) } } as const)
    : ({ to: '/notes/$noteId', params: { noteId } } as const);

const Line = ({ waiting }: { readonly waiting: Waiting }): JSX.Element => {
  const { t } = useTranslation('today');
  return (
    <li>
      <Link {...wayTo(waiting)} className="unfinished-note">
        <span className="grow">
          <span className="block unfinished-title" dir="auto">
            {waiting.chosenName}
          </span>
          <span className="xs ink-2 num block">
            {t(waiting.noteId === null ? 'notes.unwritten' : 'notes.draft', { day: dayWords(waiting.on) })}
          </span>
        </span>
        <Icon icon={IconChevronRight} tone="ink-3" />
      </Link>
    </li>
  );
};

const first = 4;

/** What is not signed, what waits longest first, each with the way to it. */
export const UnsignedNotes = ({ waiting, total }: Unsigned): JSX.Element | null => {
  const { t } = useTranslation('today');
  const [isAll, all] = useState(false);
  if (total === 0) return null;
  return (
    <li className="unfinished-line">
      <Icon icon={IconPencil} tone="wait-ink" />
      <div className="grow">
        <div className="b">{t('notes.title', { count: total })}</div>
        <ul>
          {(isAll ? waiting : waiting.slice(0, first)).map((one) => (
            <Line key={one.noteId ?? one.sessionId} waiting={one} />
          ))}
        </ul>
        {isAll && total > waiting.length ? (
          <p className="xs ink-2 num">{t('notes.oldest', { shown: numberWords(waiting.length) })}</p>
        ) : null}
        {waiting.length > first ? (
          <Button variant="subtle" aria-expanded={isAll} onClick={() => all(!isAll)}>
            {isAll ? t('notes.few') : t('notes.all', { count: waiting.length })}
          </Button>
        ) : null}
      </div>
    </li>
  );
};
