import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { limits } from '../../shared/limits.ts';
import { Field } from '../ui/field.tsx';
import { ErrorNotice } from '../ui/notice.tsx';
import { keyOf, useCall, useSend } from '../use-call.ts';
import { useDraft } from '../use-draft.ts';
import { preparePlace } from './preparation.ts';

const StopDraft = z.strictObject({ word: z.string(), gesture: z.string() });
const stopKey = (clientId: string): string => `consent-${clientId}/stop`;

const noSignal = { word: '', gesture: '' };

/** The word and the signal for stop, agreed now and kept with the client. */
export const StopSignalBlank = ({ clientId, name }: { readonly clientId: string; readonly name: string }): JSX.Element => {
  const { t } = useTranslation('consent');
  const { t: tErrors } = useTranslation('errors');
  const queries = useQueryClient();
  const client = useCall('clients.get', { id: clientId });
  const {
    value: signal,
    set,
    drop,
  } = useDraft({ key: stopKey(clientId), title: t('prepare.draft', { name }), place: preparePlace(clientId) }, StopDraft, () => noSignal);
  const [tried, setTried] = useState(false);
  const { send, isSending, error } = useSend('stopSignal.set');
  const empty = !signal.word.trim() && !signal.gesture.trim();
  const long = (text: string): string | undefined =>
    text.trim().length > limits.namePart ? tErrors('problem.too-long', { limit: limits.namePart, length: text.trim().length }) : undefined;

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (empty || long(signal.word) || long(signal.gesture) || !client.data || isSending) return;
    const reply = await send({ clientId, version: client.data.version, word: signal.word, gesture: signal.gesture });
    if (!reply.ok) {
      // Someone changed the client meanwhile: only the signal is typed here, so it goes onto the newer record at the next press.
      if (reply.error.code === 'conflict') await client.again();
      return;
    }
    drop();
    queries.setQueryData(keyOf('clients.get', { id: clientId }), reply.value);
  };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="fields" aria-labelledby="stop-title">
      <h2 id="stop-title" className="section-title">
        {t('prepare.client', { name })}
      </h2>
      <p className="ink-2">{t('prepare.clientText')}</p>
      {error ? <ErrorNotice error={error} /> : null}
      <div className="two-fields">
        <Field
          id="stopWord"
          label={t('prepare.stopWord')}
          help={t('prepare.stopWordHelp')}
          value={signal.word}
          onChange={(word) => set({ ...signal, word })}
          problem={tried ? (empty ? t('prepare.stopNeeded') : long(signal.word)) : undefined}
        />
        <Field
          id="stopGesture"
          label={t('prepare.stopGesture')}
          help={t('prepare.stopGestureHelp')}
          value={signal.gesture}
          onChange={(gesture) => set({ ...signal, gesture })}
          problem={tried ? long(signal.gesture) : undefined}
        />
      </div>
      <div>
        <Button type="submit" disabled={isSending}>
          {t('prepare.saveSignal')}
        </Button>
      </div>
    </form>
  );
};
