import { Button } from '@mantine/core';
import { useNavigate, useRouter } from '@tanstack/react-router';
import { type FormEvent, type JSX, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../ui/button-link.tsx';
import { alikeIn, ContactAlike } from '../ui/contact-alike.tsx';
import { ContactFields } from '../ui/contact-fields.tsx';
import { contactProblems, contactRefused, emptyContact, TypedContact } from '../ui/contact-form.ts';
import { DraftState } from '../ui/draft-state.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { Notice, SaveError, said } from '../ui/notice.tsx';
import { PageHead } from '../ui/page.tsx';
import { useSend } from '../use-call.ts';
import { useDraft } from '../use-draft.ts';

const key = 'new-contact';

export const NewContact = (): JSX.Element => {
  const { t } = useTranslation('contacts');
  const { t: errors } = useTranslation('errors');
  const words = { contacts: t, errors };
  const navigate = useNavigate();
  const router = useRouter();
  const about = { key, title: t('form.newTitle'), place: '/contacts/new' };
  const { value: typed, set, drop, found } = useDraft(about, TypedContact, () => emptyContact);
  const [attempt, setAttempt] = useState(0);
  const { send, isSending, error, forget } = useSend('contacts.create');
  const sending = useRef(false);

  const own = attempt > 0 ? contactProblems(typed, words) : [];
  const problems = own.length === 0 && error?.code === 'invalid' ? contactRefused(error.issues, typed.kind, words) : own;
  const alike = alikeIn(error);

  const add = async (anyway: boolean): Promise<void> => {
    if (sending.current) return;
    setAttempt(attempt + 1);
    if (contactProblems(typed, words).length > 0) return;
    sending.current = true;
    const reply = await send({ ...typed, anyway });
    sending.current = false;
    if (!reply.ok) return;
    drop();
    said(t('form.added', { name: reply.value.name }));
    await navigate({ to: '/contacts/$contactId', params: { contactId: reply.value.id }, replace: true });
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void add(false);
  };
  const startAnew = (
    <Button
      variant="default"
      onClick={() => {
        forget();
        setAttempt(0);
        drop(emptyContact);
      }}
    >
      {t('form.startAnew')}
    </Button>
  );
  return (
    <>
      <PageHead title={t('form.newTitle')} />
      <form className="page-body form-column" onSubmit={submit} noValidate>
        {found ? <Notice tone="sage" title={t('form.found')} actions={startAnew} /> : null}
        <ErrorSummary problems={problems} attempt={attempt} />
        {error && error.code !== 'invalid' && alike.length === 0 ? <SaveError error={error} /> : null}
        <ContactFields
          typed={typed}
          onChange={(next) => {
            forget();
            set(next);
          }}
          problems={problems}
        />
        <ContactAlike
          ids={alike}
          action={({ id, name }) => (
            <ButtonLink to="/contacts/$contactId" params={{ contactId: id }} variant="default" aria-label={t('alike.openNamed', { name })}>
              {t('alike.open')}
            </ButtonLink>
          )}
          anyway={
            <Button variant="default" disabled={isSending} onClick={() => void add(true)}>
              {t('alike.anyway')}
            </Button>
          }
        />
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
