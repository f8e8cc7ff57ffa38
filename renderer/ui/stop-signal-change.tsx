import { Button, Group, Modal } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type JSX, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { AppError } from '../../shared/app-error.ts';
import { Client } from '../../shared/clients.ts';
import { limits } from '../../shared/limits.ts';
import { shows } from '../../shared/text.ts';
import { call } from '../call.ts';
import { keyOf } from '../use-call.ts';
import { useDraft } from '../use-draft.ts';
import { Conflict, type Side } from './conflict.tsx';
import { DraftState } from './draft-state.tsx';
import { Field } from './field.tsx';
import { ErrorNotice, said } from './notice.tsx';

const Signal = z.strictObject({ word: z.string(), gesture: z.string() });
type Signal = z.infer<typeof Signal>;
/** What is typed, and the signal and version it was begun on. */
export const SignalDraft = z.strictObject({ typed: Signal, base: Signal, version: z.int() });

const parts = ['word', 'gesture'] as const;
type Part = (typeof parts)[number];

export const signalKey = (clientId: string): string => `stop-signal-${clientId}`;
const signalOf = ({ stopWord, stopGesture }: Client): Signal => ({ word: stopWord, gesture: stopGesture });

const draftFrom = (client: Client): z.infer<typeof SignalDraft> => ({
  typed: signalOf(client),
  base: signalOf(client),
  version: client.version,
});

/** Parts both changed, each to something else. */
const disputed = (typed: Signal, base: Signal, theirs: Signal): readonly Part[] =>
  parts.filter((part) => theirs[part] !== base[part] && theirs[part] !== typed[part].trim() && typed[part] !== base[part]);

/** Mine where I changed something, theirs everywhere else. */
const merged = (typed: Signal, base: Signal, theirs: Signal): Signal => ({
  word: typed.word === base.word ? theirs.word : typed.word,
  gesture: typed.gesture === base.gesture ? theirs.gesture : typed.gesture,
});

type Props = { readonly client: Client; readonly onDone: () => void };

/** Another word or sign, agreed together. What someone else agreed on meanwhile is shown, and nothing typed is lost. */
export const ChangeSignal = ({ client, onDone }: Props): JSX.Element => {
  const { t } = useTranslation('ui');
  const { t: tErrors } = useTranslation('errors');
  const queries = useQueryClient();
  const { id: clientId, chosenName: name } = client;
  const about = { key: signalKey(clientId), title: t('stop.draft', { name }), place: `/clients/${clientId}` };
  const { value, set, drop } = useDraft(about, SignalDraft, () => draftFrom(client));
  const { typed, base, version: basedOn } = value;
  const [tried, setTried] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const [theirs, setTheirs] = useState<Client | null>(null);
  const running = useRef(false);
  const empty = !shows(typed.word) && !shows(typed.gesture);
  const long = (text: string): string | undefined =>
    text.trim().length > limits.namePart ? tErrors('problem.too-long', { limit: limits.namePart, length: text.trim().length }) : undefined;

  const send = async (signal: Signal, from: Signal, version: number): Promise<void> => {
    const reply = await call('stopSignal.set', { clientId, version, ...signal });
    if (reply.ok) {
      queries.setQueryData(keyOf('clients.get', { id: clientId }), reply.value);
      drop();
      said(t('stop.changed'));
      return onDone();
    }
    const now = reply.error.code === 'conflict' ? Client.safeParse(reply.error.current).data : undefined;
    if (!now) return setError(reply.error);
    queries.setQueryData(keyOf('clients.get', { id: clientId }), now);
    if (disputed(signal, from, signalOf(now)).length > 0) return setTheirs(now);
    return send(merged(signal, from, signalOf(now)), signalOf(now), now.version);
  };
  const save = async (signal: Signal, from: Signal, version: number): Promise<void> => {
    if (running.current) return;
    running.current = true;
    setError(null);
    setTheirs(null);
    set({ typed: signal, base: from, version });
    await send(signal, from, version);
    running.current = false;
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (!empty && !long(typed.word) && !long(typed.gesture)) void save(typed, base, basedOn);
  };
  const chosen = (sides: Readonly<Record<Part, Side>>): void => {
    if (!theirs) return;
    const now = signalOf(theirs);
    const own = merged(typed, base, now);
    void save(
      { word: sides.word === 'theirs' ? now.word : own.word, gesture: sides.gesture === 'theirs' ? now.gesture : own.gesture },
      now,
      theirs.version,
    );
  };
  const differences = theirs ? disputed(typed, base, signalOf(theirs)) : [];
  return (
    <Modal
      opened
      onClose={onDone}
      title={<span className="lg b">{t('stop.changeTitle', { name })}</span>}
      withCloseButton={false}
      size={560}
    >
      {theirs && differences.length > 0 ? (
        <Conflict
          busy={false}
          onChosen={chosen}
          differences={differences.map((field) => ({
            field,
            label: t(`stop.${field}`),
            theirs: signalOf(theirs)[field],
            yours: typed[field],
          }))}
        />
      ) : (
        <form className="stop-dialog" onSubmit={submit} noValidate>
          {error ? <ErrorNotice error={error} /> : null}
          <p className="md">{t('stop.changeText')}</p>
          <Field
            id="signal-word"
            label={t('stop.word')}
            help={t('stop.wordHelp')}
            value={typed.word}
            onChange={(word) => set({ ...value, typed: { ...typed, word } })}
            problem={tried ? (empty ? t('stop.needed') : long(typed.word)) : undefined}
            autoFocus
          />
          <Field
            id="signal-gesture"
            label={t('stop.gesture')}
            help={t('stop.gestureHelp')}
            value={typed.gesture}
            onChange={(gesture) => set({ ...value, typed: { ...typed, gesture } })}
            problem={tried ? long(typed.gesture) : undefined}
          />
          <DraftState of={about.key} quiet />
          <Group justify="flex-end" gap="sm">
            <Button
              variant="subtle"
              onClick={() => {
                drop();
                onDone();
              }}
            >
              {t('stop.leave')}
            </Button>
            <Button type="submit">{t('stop.save')}</Button>
          </Group>
        </form>
      )}
    </Modal>
  );
};
