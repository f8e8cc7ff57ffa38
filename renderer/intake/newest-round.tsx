import { Button } from '@mantine/core';
import { IconPrinter, IconRefresh } from '@tabler/icons-react';
import type { JSX, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../shared/calls.ts';
import type { Client } from '../../shared/clients.ts';
import type { Intake } from '../../shared/intake.ts';
import { dayWords, momentDay, today } from '../dates.ts';
import { draftOf, dropDraft } from '../drafts.ts';
import { ButtonLink } from '../ui/button-link.tsx';
import { Icon } from '../ui/icon.tsx';
import { ErrorNotice, Notice } from '../ui/notice.tsx';
import { useDrafts } from '../use-draft.ts';
import { RoundReading } from './round-reading.tsx';
import { Rounds } from './rounds.tsx';
import { Unsaved } from './unsaved.ts';
import { draftKey } from './use-round.ts';
import { useStart } from './use-start.ts';

/** Something typed came too late for the round that is finished now: it goes into a review, or is let go. */
const TypedTooLate = ({ clientId, onReview }: { readonly clientId: string; readonly onReview: () => void }): JSX.Element | null => {
  const { t } = useTranslation('intake');
  useDrafts();
  if (!draftOf(draftKey(clientId), Unsaved)) return null;
  return (
    <Notice
      tone="wait"
      title={t('late.title')}
      actions={
        <>
          <Button variant="default" onClick={onReview}>
            {t('review.begin')}
          </Button>
          <Button variant="subtle" onClick={() => void dropDraft(draftKey(clientId))}>
            {t('late.drop')}
          </Button>
        </>
      }
    >
      {t('late.text')}
    </Notice>
  );
};

type NewestProps = {
  readonly client: Client;
  readonly round: Intake;
  readonly of: OutputOf<'intake.ofClient'>;
  readonly title: ReactNode;
};

/** The newest round that was finished: when it is to be looked at again, and what it says. */
export const NewestRound = ({ client, round, of, title }: NewestProps): JSX.Element => {
  const { t } = useTranslation('intake');
  const { id: clientId } = client;
  const { busy, error, start } = useStart(clientId);
  const due = round.reviewDue;
  const past = due !== null && due <= today();
  return (
    <>
      <div className="row wrap intake-head">
        <div className="grow">
          {title}
          <div className="good b num">{t('review.done', { day: round.reviewedAt ? momentDay(round.reviewedAt) : '' })}</div>
          {due ? (
            <div className={past ? 'wait b num' : 'ink-2 num'}>{t(past ? 'review.past' : 'review.due', { day: dayWords(due) })}</div>
          ) : null}
        </div>
        <ButtonLink
          to="/clients/$clientId/intake/$intakeId/paper"
          params={{ clientId, intakeId: round.id }}
          variant="subtle"
          leftSection={<Icon icon={IconPrinter} />}
        >
          {t('ways.filled')}
        </ButtonLink>
        {client.archivedAt ? null : (
          <Button leftSection={<Icon icon={IconRefresh} />} disabled={busy} onClick={() => void start()}>
            {t('review.begin')}
          </Button>
        )}
      </div>
      {error ? <ErrorNotice error={error} /> : null}
      <TypedTooLate clientId={clientId} onReview={() => void start()} />
      <RoundReading round={round} of={of} />
      <Rounds clientId={clientId} rounds={of.rounds} current={round.id} />
    </>
  );
};
