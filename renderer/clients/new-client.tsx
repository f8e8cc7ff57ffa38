import { Button } from '@mantine/core';
import { useNavigate, useRouter } from '@tanstack/react-router';
import { type FormEvent, type JSX, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DraftState } from '../ui/draft-state.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { ErrorNotice, Notice, SaveError, said } from '../ui/notice.tsx';
import { PageHead } from '../ui/page.tsx';
import { useCall, useSend } from '../use-call.ts';
import { useDraft } from '../use-draft.ts';
import { AlikeClients } from './alike-clients.tsx';
import { ClientFields } from './client-fields.tsx';
import { clientProblems, refusedProblems } from './client-form.ts';
import { detailsFrom, emptyClient, TypedClient } from './client-typed.ts';

const key = 'new-client';

export const NewClient = (): JSX.Element => {
  const { t } = useTranslation('clients');
  const { t: errors } = useTranslation('errors');
  const words = { clients: t, errors };
  const navigate = useNavigate();
  const router = useRouter();
  const {
    value: typed,
    set,
    drop,
    found,
  } = useDraft({ key, title: t('form.newTitle'), place: '/clients/new' }, TypedClient, () => emptyClient);
  const [attempt, setAttempt] = useState(0);
  const { send, isSending, error, forget } = useSend('clients.create');
  const sending = useRef(false);
  const list = useCall('customFields.list', {});
  const fields = list.data?.fields ?? [];

  const problemsNow = () => clientProblems({ typed, was: emptyClient, fields }, words);
  const own = attempt > 0 ? problemsNow() : [];
  const problems = own.length === 0 && error?.code === 'invalid' ? refusedProblems(error.issues, fields, words) : own;

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (sending.current) return;
    setAttempt(attempt + 1);
    if (problemsNow().length > 0) return;
    sending.current = true;
    const reply = await send(detailsFrom(typed, fields));
    sending.current = false;
    if (!reply.ok) return;
    drop();
    said(t('form.added', { name: reply.value.chosenName }));
    await navigate({ to: '/clients/$clientId', params: { clientId: reply.value.id }, replace: true });
  };

  const startAnew = (
    <Button
      variant="default"
      onClick={() => {
        forget();
        setAttempt(0);
        drop(emptyClient);
      }}
    >
      {t('form.startAnew')}
    </Button>
  );
  return (
    <>
      <PageHead title={t('form.newTitle')} />
      <form className="page-body form-column" onSubmit={(event) => void submit(event)} noValidate>
        {found ? <Notice tone="sage" title={t('form.found')} actions={startAnew} /> : null}
        <ErrorSummary problems={problems} attempt={attempt} />
        {error && error.code !== 'invalid' ? <SaveError error={error} /> : null}
        {list.error ? <ErrorNotice error={list.error} again={list.again} /> : null}
        <ClientFields
          typed={typed}
          onChange={(next) => {
            forget();
            set(next);
          }}
          problems={problems}
          fields={fields}
        />
        <AlikeClients typed={typed} />
        <div className="row wrap form-actions">
          <Button type="submit" disabled={isSending}>
            {t('form.save')}
          </Button>
          <Button variant="subtle" onClick={() => router.history.back()}>
            {t('form.notNow')}
          </Button>
          <DraftState of={key} />
        </div>
      </form>
    </>
  );
};
