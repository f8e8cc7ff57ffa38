import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dropDraft } from '../drafts.ts';
import { Confirm } from '../ui/confirm.tsx';
import { ErrorNotice, said } from '../ui/notice.tsx';
import { useSend } from '../use-call.ts';
import { useLetter } from './letter-context.ts';

/** A draft nobody needs goes out of the way; it stays in the record. */
export const SetAside = (): JSX.Element => {
  const { t } = useTranslation('letters');
  const { open, flush } = useLetter();
  const navigate = useNavigate();
  const { send, isSending, error } = useSend('letters.setAside');
  const [isAsked, ask] = useState(false);
  const { id, clientId, title } = open.letter;
  const setAside = async (): Promise<void> => {
    ask(false);
    await flush();
    const reply = await send({ id, version: open.letter.version });
    if (!reply.ok) return;
    void dropDraft(`letter-${id}`);
    said(t('aside.done'));
    await navigate({ to: '/clients/$clientId/sharing', params: { clientId } });
  };
  return (
    <div className="letter-side-part">
      {error ? <ErrorNotice error={error} /> : null}
      <Button variant="subtle" disabled={isSending} onClick={() => ask(true)}>
        {t('aside.action')}
      </Button>
      <Confirm
        opened={isAsked}
        title={t('aside.title', { title })}
        text={t('aside.text')}
        yes={t('aside.yes')}
        no={t('aside.no')}
        onYes={() => void setAside()}
        onNo={() => ask(false)}
      />
    </div>
  );
};
