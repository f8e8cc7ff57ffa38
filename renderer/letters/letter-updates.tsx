import { Button, Checkbox } from '@mantine/core';
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DueUpdate } from '../../shared/letters.ts';
import type { Verdict } from '../../shared/releases.ts';
import { dayWords } from '../dates.ts';
import { ErrorNotice, said } from '../ui/notice.tsx';
import { useSend } from '../use-call.ts';
import { recipientLine, useVerdictWords } from './letter-words.ts';

const keyOf = ({ clientId, contactId }: Pick<DueUpdate, 'clientId' | 'contactId'>): string => `${clientId} ${contactId}`;

type LineProps = { readonly update: DueUpdate; readonly isChosen: boolean; readonly onChoose: (is: boolean) => void };

const Line = ({ update, isChosen, onChoose }: LineProps): JSX.Element => {
  const { t } = useTranslation('letters');
  const verdictWords = useVerdictWords();
  const { chosenName, recipient, visits, lastOn, verdict } = update;
  const when = lastOn ? t('due.since', { count: visits, day: dayWords(lastOn) }) : t('due.first', { count: visits });
  return (
    <li className="letter-due">
      <Checkbox
        label={t('about.other', { name: chosenName, to: recipientLine(recipient) })}
        description={verdict.permitted ? when : verdictWords(verdict, recipient.name)}
        checked={isChosen && verdict.permitted}
        disabled={!verdict.permitted}
        onChange={(event) => onChoose(event.currentTarget.checked)}
      />
    </li>
  );
};

type Props = {
  /** Those without a draft. */
  readonly updates: readonly DueUpdate[];
  /** Which could not be made, in words; and whether all that were due are dealt with, so that what was pressed is gone. */
  readonly onDrafted: (refused: readonly string[], isLast: boolean) => void;
};

/** Updates due this month; those ticked become drafts in one go. */
export const LetterUpdates = ({ updates, onDrafted }: Props): JSX.Element => {
  const { t } = useTranslation('letters');
  const verdictWords = useVerdictWords();
  const { send, isSending, error } = useSend('letters.draftDue');
  const [left, leave] = useState<ReadonlySet<string>>(new Set());
  const chosen = updates.filter((update) => update.verdict.permitted && !left.has(keyOf(update)));
  const choose = (update: DueUpdate, is: boolean): void => {
    const next = new Set(left);
    if (is) next.delete(keyOf(update));
    else next.add(keyOf(update));
    leave(next);
  };
  const refusedWords = (of: DueUpdate, verdict: Verdict): readonly string[] => {
    if (verdict.permitted) return [];
    const about = t('about.other', { name: of.chosenName, to: recipientLine(of.recipient) });
    return [t('due.refused', { about, reason: verdictWords(verdict, of.recipient.name) })];
  };
  const draft = async (): Promise<void> => {
    const reply = await send({ updates: chosen.map(({ clientId, contactId }) => ({ clientId, contactId })) });
    if (!reply.ok) return;
    const { begun, refused } = reply.value;
    const words = chosen.flatMap((of) => {
      const one = refused.find((other) => keyOf(other) === keyOf(of));
      return one ? refusedWords(of, one.verdict) : [];
    });
    onDrafted(words, chosen.length === updates.length);
    if (begun.length > 0) said(t('due.done', { count: begun.length }));
  };
  return (
    <>
      <ul>
        {updates.map((update) => (
          <Line key={keyOf(update)} update={update} isChosen={!left.has(keyOf(update))} onChoose={(is) => choose(update, is)} />
        ))}
      </ul>
      {error ? <ErrorNotice error={error} /> : null}
      <div>
        <Button variant="default" disabled={isSending || chosen.length === 0} onClick={() => void draft()}>
          {t('due.action', { count: chosen.length })}
        </Button>
      </div>
    </>
  );
};
