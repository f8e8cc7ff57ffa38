import { Button, Checkbox, Group, Modal } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Client } from '../../shared/clients.ts';
import { call } from '../call.ts';
import { keyOf } from '../use-call.ts';
import { ErrorNotice, said } from './notice.tsx';
import { usePressed } from './use-pressed.ts';

type Props = { readonly client: Client; readonly onDone: () => void };

/** Both are tried, and hands are lifted both times; only then it is noted. */
export const RehearseSignal = ({ client, onDone }: Props): JSX.Element => {
  const { t } = useTranslation('ui');
  const queries = useQueryClient();
  const { id: clientId, stopWord: word, stopGesture: gesture, chosenName: name } = client;
  const [tried, setTried] = useState({ word: false, gesture: false });
  const { busy, error, press } = usePressed(async () => {
    const reply = await call('stopSignal.rehearsed', { clientId, word, gesture });
    if (!reply.ok) {
      if (reply.error.code === 'refused') await queries.invalidateQueries({ queryKey: keyOf('clients.get', { id: clientId }) });
      return reply.error;
    }
    queries.setQueryData(keyOf('clients.get', { id: clientId }), reply.value);
    said(t('stop.noted'));
    onDone();
    return null;
  });
  const ready = (!word || tried.word) && (!gesture || tried.gesture);
  return (
    <Modal opened onClose={onDone} title={<span className="lg b">{t('stop.tryTitle', { name })}</span>} withCloseButton={false} size={520}>
      <div className="stop-dialog">
        {error ? <ErrorNotice error={error} /> : null}
        <p className="md">{t('stop.tryText')}</p>
        {word ? (
          <Checkbox
            data-autofocus
            label={t('stop.triedWord', { word })}
            checked={tried.word}
            onChange={(event) => setTried({ ...tried, word: event.currentTarget.checked })}
          />
        ) : null}
        {gesture ? (
          <Checkbox
            data-autofocus={word ? undefined : true}
            label={t('stop.triedGesture', { gesture })}
            checked={tried.gesture}
            onChange={(event) => setTried({ ...tried, gesture: event.currentTarget.checked })}
          />
        ) : null}
        <Group justify="flex-end" gap="sm">
          <Button variant="subtle" onClick={onDone}>
            {t('stop.notNow')}
          </Button>
          <Button disabled={!ready || busy} onClick={() => void press()}>
            {t('stop.triedYes')}
          </Button>
        </Group>
      </div>
    </Modal>
  );
};
