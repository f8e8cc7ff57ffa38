import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Client } from '../../shared/clients.ts';
import { dayWords } from '../dates.ts';
import { useDraft } from '../drafts.ts';
import { Conflict, type Difference, type Side } from '../ui/conflict.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { ErrorNotice, said } from '../ui/notice.tsx';
import { PageHead } from '../ui/page.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { useCall, useSend } from '../use-call.ts';
import { ClientFields } from './client-fields.tsx';
import {
  type ClientField,
  clientFields,
  clientProblems,
  detailsFrom,
  refusedProblems,
  type TypedClient,
  typedFrom,
} from './client-form.ts';

/** What is typed, and the version of the record it is based on. */
type Draft = { readonly typed: TypedClient; readonly version: number };

const shown = (field: ClientField, client: TypedClient): string => {
  const day = field === 'birthDate' ? detailsFrom(client).birthDate : null;
  return day ? dayWords(day) : client[field];
};

const EditForm = ({ client }: { readonly client: Client }): JSX.Element => {
  const { t } = useTranslation('clients');
  const { t: errors } = useTranslation('errors');
  const words = { clients: t, errors };
  const navigate = useNavigate();
  const [draft, setDraft, dropDraft] = useDraft<Draft>(`client-${client.id}`, () => ({
    typed: typedFrom(client),
    version: client.version,
  }));
  const [attempt, setAttempt] = useState(0);
  const { send, isSending, error, forget } = useSend('clients.update');
  const { typed } = draft;

  const current = error?.code === 'conflict' ? Client.safeParse(error.current).data : undefined;
  const theirs = current ? typedFrom(current) : null;
  const differences: readonly Difference<ClientField>[] = theirs
    ? clientFields
        .filter((field) => shown(field, theirs) !== shown(field, typed))
        .map((field) => ({ field, label: t(`field.${field}`), theirs: shown(field, theirs), yours: shown(field, typed) }))
    : [];
  const own = attempt > 0 ? clientProblems(typed, words) : [];
  const problems = own.length === 0 && error?.code === 'invalid' ? refusedProblems(error.issues, words) : own;

  const leave = (): Promise<void> => navigate({ to: '/clients/$clientId', params: { clientId: client.id } });
  const save = async (from: Draft): Promise<void> => {
    setDraft(from);
    const reply = await send({ id: client.id, version: from.version, details: detailsFrom(from.typed) });
    if (!reply.ok) return;
    dropDraft();
    said(t('form.saved', { name: reply.value.chosenName }));
    await leave();
  };
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setAttempt(attempt + 1);
    if (!isSending && clientProblems(typed, words).length === 0) await save(draft);
  };
  const chosen = (sides: Readonly<Record<ClientField, Side>>): void => {
    if (!current || !theirs) return;
    const merged = Object.fromEntries(
      clientFields.map((field) => [field, sides[field] === 'theirs' ? theirs[field] : typed[field]]),
    ) as TypedClient;
    void save({ typed: merged, version: current.version });
  };
  if (current && differences.length > 0) {
    return (
      <div className="page-body form-column">
        <Conflict differences={differences} busy={isSending} onChosen={chosen} />
      </div>
    );
  }
  return (
    <form className="page-body form-column" onSubmit={(event) => void submit(event)} noValidate>
      <ErrorSummary problems={problems} attempt={attempt} />
      {error && error.code !== 'invalid' ? <ErrorNotice error={error} /> : null}
      <ClientFields
        typed={typed}
        onChange={(next) => {
          forget();
          setDraft({ typed: next, version: current?.version ?? draft.version });
        }}
        problems={problems}
      />
      <div className="row wrap form-actions">
        <Button type="submit" disabled={isSending}>
          {t('form.save')}
        </Button>
        <Button variant="subtle" onClick={() => void leave()}>
          {t('form.notNow')}
        </Button>
        <span className="xs ink-2">{t('form.stays')}</span>
        <Button
          variant="subtle"
          onClick={() => {
            forget();
            setAttempt(0);
            setDraft({ typed: typedFrom(client), version: client.version });
            dropDraft();
          }}
        >
          {t('form.discard')}
        </Button>
      </div>
    </form>
  );
};

export const EditClient = ({ clientId }: { readonly clientId: string }): JSX.Element => {
  const { t } = useTranslation('clients');
  const client = useCall('clients.get', { id: clientId });
  return (
    <>
      <PageHead title={client.data ? t('form.editTitle', { name: client.data.chosenName }) : t('page.reading')} />
      {client.error ? (
        <div className="page-body">
          <ErrorNotice error={client.error} again={client.again} />
        </div>
      ) : client.data ? (
        <EditForm client={client.data} />
      ) : (
        <Waiting>{t('page.reading')}</Waiting>
      )}
    </>
  );
};
