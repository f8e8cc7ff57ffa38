import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Client } from '../../shared/clients.ts';
import { limits } from '../../shared/limits.ts';
import { shows } from '../../shared/text.ts';
import { Field } from '../ui/field.tsx';
import { ErrorNotice } from '../ui/notice.tsx';
import { keyOf, useSend } from '../use-call.ts';

type Props = { readonly client: Client; readonly onDone: () => void; readonly mayLeave: boolean };

/** The one word and the one hand signal, agreed together, in place: nothing opens over STOP. */
export const AgreeSignal = ({ client, onDone, mayLeave }: Props): JSX.Element => {
  const { t } = useTranslation('session');
  const { t: ui } = useTranslation('ui');
  const { t: errors } = useTranslation('errors');
  const queries = useQueryClient();
  const { send, isSending, error } = useSend('stopSignal.set');
  const [typed, setTyped] = useState({ word: client.stopWord, gesture: client.stopGesture });
  const [tried, setTried] = useState(false);
  const long = (text: string): string | undefined =>
    text.trim().length > limits.namePart ? errors('problem.too-long', { limit: limits.namePart, length: text.trim().length }) : undefined;
  const isEmpty = !shows(typed.word) && !shows(typed.gesture);
  const key = keyOf('clients.get', { id: client.id });

  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (isEmpty || long(typed.word) || long(typed.gesture) || isSending) return;
    const reply = await send({ clientId: client.id, version: client.version, ...typed });
    if (!reply.ok) return void queries.invalidateQueries({ queryKey: key });
    queries.setQueryData(key, reply.value);
    onDone();
  };
  return (
    <form onSubmit={(event) => void save(event)} noValidate className="arrive-fields">
      {error ? <ErrorNotice error={error} /> : null}
      <Field
        id="arrive-word"
        label={ui('stop.word')}
        help={ui('stop.wordHelp')}
        value={typed.word}
        onChange={(word) => setTyped({ ...typed, word })}
        problem={tried ? (isEmpty ? ui('stop.needed') : long(typed.word)) : undefined}
      />
      <Field
        id="arrive-gesture"
        label={ui('stop.gesture')}
        help={ui('stop.gestureHelp')}
        value={typed.gesture}
        onChange={(gesture) => setTyped({ ...typed, gesture })}
        problem={tried ? long(typed.gesture) : undefined}
      />
      <div className="arrive-deeds">
        <Button size="lg" type="submit">
          {t('arrive.signal.agree')}
        </Button>
        {mayLeave ? (
          <Button size="lg" variant="subtle" onClick={onDone}>
            {t('arrive.signal.leave')}
          </Button>
        ) : null}
      </div>
    </form>
  );
};
