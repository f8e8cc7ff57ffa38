import { Button, Checkbox } from '@mantine/core';
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DueUpdate } from '../../shared/letters.ts';
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

/** Updates due this month; those ticked become drafts in one go. */
export const LetterUpdates = ({ updates }: { readonly updates: readonly DueUpdate[] }): JSX.Element => {
  const { t } = useTranslation('letters');
  const verdictWords = useVerdictWords();
  const { send, isSending, error, value } = useSend('letters.draftDue');
  const open = updates.filter(({ letterId }) => letterId === null);
  const [left, leave] = useState<ReadonlySet<string>>(new Set());
  const chosen = open.filter((update) => update.verdict.permitted && !left.has(keyOf(update)));
  const choose = (update: DueUpdate, is: boolean): void => {
    const next = new Set(left);
    if (is) next.delete(keyOf(update));
    else next.add(keyOf(update));
    leave(next);
  };
  const draft = async (): Promise<void> => {
    const reply = await send({ updates: chosen.map(({ clientId, contactId }) => ({ clientId, contactId })) });
    if (reply.ok) said(t('due.done', { count: reply.value.begun.length }));
  };
  const refused = value?.refused ?? [];
  return (
    <>
      <ul>
        {open.map((update) => (
          <Line key={keyOf(update)} update={update} isChosen={!left.has(keyOf(update))} onChoose={(is) => choose(update, is)} />
        ))}
      </ul>
      {error ? <ErrorNotice error={error} /> : null}
      {refused.length > 0 ? (
        <ul role="status" className="wait">
          {refused.map((one) => {
            const of = updates.find((update) => keyOf(update) === keyOf(one));
            return one.verdict.permitted ? null : <li key={keyOf(one)}>{verdictWords(one.verdict, of?.recipient.name ?? '')}</li>;
          })}
        </ul>
      ) : null}
      {open.length > 0 ? (
        <div>
          <Button variant="default" disabled={isSending || chosen.length === 0} onClick={() => void draft()}>
            {t('due.action', { count: chosen.length })}
          </Button>
        </div>
      ) : null}
    </>
  );
};
