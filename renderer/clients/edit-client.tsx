import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, type JSX, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { Client } from '../../shared/clients.ts';
import type { CustomField } from '../../shared/custom-fields.ts';
import { Conflict, type Difference, type Side } from '../ui/conflict.tsx';
import { DraftState } from '../ui/draft-state.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { ErrorNotice, Notice, SaveError, said } from '../ui/notice.tsx';
import { PageHead } from '../ui/page.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { useCall, useSend } from '../use-call.ts';
import { useDraft } from '../use-draft.ts';
import { AlikeClients, isComparedAnew } from './alike-clients.tsx';
import { ClientFields } from './client-fields.tsx';
import { clientProblems, refusedProblems } from './client-form.ts';
import { disputedFields, mergedClient, readingOf } from './client-merge.ts';
import { type ClientField, clientFields, detailsFrom, TypedClient, typedFrom } from './client-typed.ts';
import { MergeLedOn } from './merge-led-on.tsx';

/** What is typed, and the record as it was opened: what was typed is told apart from what was there by it. */
const Draft = z.strictObject({ typed: TypedClient, base: TypedClient, version: z.int() }).readonly();
type Draft = z.infer<typeof Draft>;

type Fields = readonly CustomField[];

const draftFrom = (client: Client, fields: Fields): Draft => ({
  typed: typedFrom(client, fields),
  base: typedFrom(client, fields),
  version: client.version,
});

const EditForm = ({ client, fields }: { readonly client: Client; readonly fields: Fields }): JSX.Element => {
  const { t } = useTranslation('clients');
  const { t: errors } = useTranslation('errors');
  const words = { clients: t, errors };
  const navigate = useNavigate();
  const key = `client-${client.id}`;
  const {
    value: draft,
    set,
    drop,
    found,
  } = useDraft({ key, title: t('form.editTitle', { name: client.chosenName }), place: `/clients/${client.id}/edit` }, Draft, () =>
    draftFrom(client, fields),
  );
  const [attempt, setAttempt] = useState(0);
  const { send, isSending, error, forget } = useSend('clients.update');
  const sending = useRef(false);
  const { typed } = draft;

  const current = error?.code === 'conflict' ? Client.safeParse(error.current).data : undefined;
  const theirs = current ? typedFrom(current, fields) : null;
  const differences: readonly Difference<ClientField>[] = theirs
    ? disputedFields({ ...draft, theirs }).map((field) => ({
        field,
        label: t(`field.${field}`),
        theirs: readingOf(field, theirs),
        yours: readingOf(field, typed),
      }))
    : [];
  const own = attempt > 0 ? clientProblems({ typed, was: draft.base, fields }, words) : [];
  const problems = own.length === 0 && error?.code === 'invalid' ? refusedProblems(error.issues, fields, words) : own;

  const leave = (): Promise<void> => navigate({ to: '/clients/$clientId', params: { clientId: client.id } });
  /** Once more on top of what someone saved meanwhile, as long as there is nothing to ask. */
  const sendOn = async (from: Draft): ReturnType<typeof send> => {
    set(from);
    const reply = await send({ id: client.id, version: from.version, details: detailsFrom(from.typed, fields) });
    const saved = !reply.ok && reply.error.code === 'conflict' ? Client.safeParse(reply.error.current).data : undefined;
    const three = saved ? { ...from, theirs: typedFrom(saved, fields) } : null;
    if (!saved || !three || disputedFields(three).length > 0) return reply;
    return sendOn({ typed: mergedClient(three), base: three.theirs, version: saved.version });
  };
  const save = async (from: Draft): Promise<void> => {
    if (sending.current) return;
    sending.current = true;
    const reply = await sendOn(from);
    sending.current = false;
    if (!reply.ok) return;
    drop();
    said(t('form.saved', { name: reply.value.chosenName }));
    await leave();
  };
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setAttempt(attempt + 1);
    if (clientProblems({ typed, was: draft.base, fields }, words).length === 0) await save(draft);
  };
  const chosen = (sides: Readonly<Record<ClientField, Side>>): void => {
    if (!current || !theirs) return;
    const merged = mergedClient({ ...draft, theirs });
    const wanted = Object.fromEntries(
      clientFields.map((field) => [field, sides[field] === 'theirs' ? theirs[field] : merged[field]]),
    ) as unknown as TypedClient;
    void save({ typed: wanted, base: theirs, version: current.version });
  };
  if (current && differences.length > 0) {
    return (
      <div className="page-body form-column">
        <Conflict differences={differences} busy={isSending} onChosen={chosen} />
      </div>
    );
  }
  const putBack = (
    <Button
      variant={found ? 'default' : 'subtle'}
      onClick={() => {
        forget();
        setAttempt(0);
        drop(draftFrom(client, fields));
      }}
    >
      {t('form.discard')}
    </Button>
  );
  return (
    <form className="page-body form-column" onSubmit={(event) => void submit(event)} noValidate>
      {found ? <Notice tone="wait" title={t('form.unfinished')} actions={putBack} /> : null}
      <ErrorSummary problems={problems} attempt={attempt} />
      {error && error.code !== 'invalid' ? <SaveError error={error} /> : null}
      <ClientFields
        typed={typed}
        onChange={(next) => {
          forget();
          set({ ...draft, typed: next });
        }}
        problems={problems}
        fields={fields}
      />
      {isComparedAnew(typed, draft.base) ? <AlikeClients typed={typed} of={client.id} /> : null}
      <div className="row wrap form-actions">
        <Button type="submit" disabled={isSending}>
          {t('form.save')}
        </Button>
        <Button variant="subtle" onClick={() => void leave()}>
          {t('form.notNow')}
        </Button>
        <DraftState of={key} />
        {found ? null : putBack}
      </div>
    </form>
  );
};

export const EditClient = ({ clientId }: { readonly clientId: string }): JSX.Element => {
  const { t } = useTranslation('clients');
  const client = useCall('clients.get', { id: clientId });
  const list = useCall('customFields.list', {});
  const failed = client.error ? client : list.error ? list : null;
  if (client.data && client.data.id !== clientId) return <MergeLedOn from={clientId} to={client.data} />;
  return (
    <>
      <PageHead
        title={client.data ? t('form.editTitle', { name: client.data.chosenName }) : t('page.reading')}
        windowTitle={t('page.edit')}
      />
      {failed?.error ? (
        <div className="page-body">
          <ErrorNotice error={failed.error} again={failed.again} />
        </div>
      ) : client.data && list.data ? (
        <EditForm client={client.data} fields={list.data.fields} />
      ) : (
        <Waiting>{t('page.reading')}</Waiting>
      )}
    </>
  );
};
