import { Button } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useRouter } from '@tanstack/react-router';
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../shared/app-error.ts';
import { sinceWords } from '../dates.ts';
import { dropDraft, type KeptDraft } from '../drafts.ts';
import { Confirm } from '../ui/confirm.tsx';
import { Icon } from '../ui/icon.tsx';
import { ErrorNotice } from '../ui/notice.tsx';
import { useDrafts } from '../use-draft.ts';
import { AttentionLines } from './attention-lines.tsx';
import { piecesOf } from './pieces.ts';
import { UnfinishedLetters } from './unfinished-letters.tsx';
import { UnsignedNotes } from './unsigned-notes.tsx';
import { useAttention } from './use-attention.ts';
import { useLettersDue } from './use-letters-due.ts';
import { useUnsignedNotes } from './use-unsigned-notes.ts';

/** Where it goes on, if that is still a place of ours. */
const useWayTo = (): ((place: string) => (() => void) | null) => {
  const router = useRouter();
  return (place) => {
    const [path = ''] = place.split('?', 1);
    const [, , route] = path.startsWith('/') ? router.getMatchedRoutes(path) : [];
    return route ? () => router.history.push(place) : null;
  };
};

type LineProps = { readonly latest: KeptDraft; readonly onContinue: (() => void) | null; readonly onDiscard: () => void };

const Line = ({ latest, onContinue, onDiscard }: LineProps): JSX.Element => {
  const { t } = useTranslation('today');
  const { title } = latest;
  return (
    <li className="unfinished-line">
      <Icon icon={IconPencil} tone="wait-ink" />
      <div className="grow">
        <div className="b unfinished-title" dir="auto">
          {title}
        </div>
        <div className="xs ink-2 num">
          {latest.keptAt ? t('unfinished.kept', { time: sinceWords(latest.keptAt) }) : t('unfinished.notKept')}
        </div>
      </div>
      <div className="row">
        {onContinue ? (
          <Button variant="default" onClick={onContinue} aria-label={t('unfinished.continueOf', { title })}>
            {t('unfinished.continue')}
          </Button>
        ) : null}
        <Button variant="subtle" onClick={onDiscard} aria-label={t('unfinished.discardOf', { title })}>
          {t('unfinished.discard')}
        </Button>
      </div>
    </li>
  );
};

/** Notes to sign, letters that wait, forms that ask for something, then what was typed and not saved yet, the newest first, each with the way to it. Nothing while there is nothing. */
export const Unfinished = (): JSX.Element | null => {
  const { t } = useTranslation('today');
  const pieces = piecesOf(useDrafts());
  const forms = useAttention();
  const notes = useUnsignedNotes();
  const letters = useLettersDue();
  const count = pieces.length + forms.count + notes.total + letters.total;
  const wayTo = useWayTo();
  const [asked, setAsked] = useState<{ readonly piece: string; readonly title: string } | null>(null);
  const [asking, setAsking] = useState(false);
  const [error, setError] = useState<AppError | null>(null);

  const discard = async (): Promise<void> => {
    setAsking(false);
    setError(null);
    const drafts = pieces.find(({ piece }) => piece === asked?.piece)?.drafts ?? [];
    const replies = await Promise.all(drafts.map((draft) => dropDraft(draft.key)));
    setError(replies.find((reply) => !reply.ok)?.error ?? null);
  };
  const failed = [forms, notes, letters].filter(({ error: own }) => own !== null);
  if (pieces.length + forms.clients.length + notes.total + letters.total === 0 && failed.length === 0) return null;
  return (
    <section className="card unfinished" aria-labelledby="unfinished-title">
      <h2 id="unfinished-title" className="section-title unfinished-head">
        <span className="grow">{t('unfinished.title')}</span>
        <span className="xs ink-2 num" aria-hidden="true">
          {count}
        </span>
      </h2>
      {error ? <ErrorNotice error={error} /> : null}
      {forms.error ? <ErrorNotice error={forms.error} again={forms.again} /> : null}
      {notes.error ? <ErrorNotice error={notes.error} again={notes.again} /> : null}
      {letters.error ? <ErrorNotice error={letters.error} again={letters.again} /> : null}
      <ul>
        <UnsignedNotes {...notes} />
        <UnfinishedLetters {...letters} />
        <AttentionLines clients={forms.clients} />
        {pieces.map(({ piece, latest }) => (
          <Line
            key={piece}
            latest={latest}
            onContinue={wayTo(latest.place)}
            onDiscard={() => {
              setAsked({ piece, title: latest.title });
              setAsking(true);
            }}
          />
        ))}
      </ul>
      {forms.more > 0 ? <p className="ink-2 unfinished-more">{t('attention.more', { count: forms.more })}</p> : null}
      <Confirm
        opened={asking}
        title={t('unfinished.discardTitle', { title: asked?.title ?? '' })}
        text={t('unfinished.discardText')}
        yes={t('unfinished.discardYes')}
        no={t('unfinished.discardNo')}
        onYes={() => void discard()}
        onNo={() => setAsking(false)}
      />
    </section>
  );
};
