import { Button } from '@mantine/core';
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Confirm } from '../ui/confirm.tsx';
import { ErrorNotice, said } from '../ui/notice.tsx';
import { useSend } from '../use-call.ts';

/** Its answers are erased; asked once, by the form's name. */
export const SetAside = ({ fillingId, title }: { readonly fillingId: string; readonly title: string }): JSX.Element => {
  const { t } = useTranslation('consent');
  const { send, isSending, error } = useSend('handover.setAside');
  const [asking, setAsking] = useState(false);
  const setAside = async (): Promise<void> => {
    const reply = await send({ fillingId });
    setAsking(false);
    if (reply.ok) said(t('returned.setAsideDone', { title }));
  };
  return (
    <>
      {error ? <ErrorNotice error={error} /> : null}
      <Button variant="subtle" onClick={() => setAsking(true)}>
        {t('returned.setAside')}
      </Button>
      <Confirm
        opened={asking}
        title={t('returned.setAsideTitle', { title })}
        text={t('returned.setAsideText')}
        yes={t('returned.setAsideYes')}
        no={t('returned.setAsideNo')}
        busy={isSending}
        onYes={() => void setAside()}
        onNo={() => setAsking(false)}
      />
    </>
  );
};
