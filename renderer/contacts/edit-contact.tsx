import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Contact } from '../../shared/contacts.ts';
import { Conflict, type Side } from '../ui/conflict.tsx';
import { ContactFields } from '../ui/contact-fields.tsx';
import { type ContactField, contactLabel, contactProblems, contactReading, contactRefused } from '../ui/contact-form.ts';
import { DraftState } from '../ui/draft-state.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { ErrorNotice, Notice, SaveError, said } from '../ui/notice.tsx';
import { PageHead } from '../ui/page.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { contactDraftKey, useContactEdit } from './use-contact-edit.ts';
import { useStandingContact } from './use-standing-contact.ts';

const EditForm = ({ contact }: { readonly contact: Contact }): JSX.Element => {
  const { t } = useTranslation('contacts');
  const { t: errors } = useTranslation('errors');
  const words = { contacts: t, errors };
  const navigate = useNavigate();
  const { typed, found, theirs, disputed, isSending, error, type, save, choose, putBack } = useContactEdit(contact);
  const [attempt, setAttempt] = useState(0);
  const own = attempt > 0 ? contactProblems(typed, words) : [];
  const problems = own.length === 0 && error?.code === 'invalid' ? contactRefused(error.issues, typed.kind, words) : own;

  const leave = (): Promise<void> => navigate({ to: '/contacts/$contactId', params: { contactId: contact.id } });
  const done = async (saved: Contact | null): Promise<void> => {
    if (!saved) return;
    said(t('form.saved', { name: saved.name }));
    await leave();
  };
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setAttempt(attempt + 1);
    if (contactProblems(typed, words).length === 0) await done(await save());
  };
  if (theirs && disputed.length > 0) {
    return (
      <div className="page-body form-column">
        <Conflict
          differences={disputed.map((field) => ({
            field,
            label: contactLabel(t, field, typed.kind),
            theirs: contactReading(t, field, theirs),
            yours: contactReading(t, field, typed),
          }))}
          busy={isSending}
          onChosen={(sides: Readonly<Record<ContactField, Side>>) => void choose(sides).then(done)}
        />
      </div>
    );
  }
  const back = (
    <Button
      variant={found ? 'default' : 'subtle'}
      onClick={() => {
        setAttempt(0);
        putBack();
      }}
    >
      {t('form.discard')}
    </Button>
  );
  return (
    <form className="page-body form-column" onSubmit={(event) => void submit(event)} noValidate>
      {found ? <Notice tone="wait" title={t('form.unfinished')} actions={back} /> : null}
      <ErrorSummary problems={problems} attempt={attempt} />
      {error && error.code !== 'invalid' ? <SaveError error={error} /> : null}
      <ContactFields typed={typed} onChange={type} problems={problems} />
      <div className="row wrap form-actions">
        <Button type="submit" disabled={isSending}>
          {t('form.save')}
        </Button>
        <Button variant="subtle" onClick={() => void leave()}>
          {t('form.notNow')}
        </Button>
        <DraftState of={contactDraftKey(contact.id)} />
        {found ? null : back}
      </div>
    </form>
  );
};

export const EditContact = ({ contactId }: { readonly contactId: string }): JSX.Element => {
  const { t } = useTranslation('contacts');
  const { data, error, again } = useStandingContact(contactId);
  return (
    <>
      <PageHead title={data ? t('form.editTitle', { name: data.contact.name }) : t('page.reading')} windowTitle={t('page.edit')} />
      {error ? (
        <div className="page-body">
          <ErrorNotice error={error} again={again} />
        </div>
      ) : data ? (
        <EditForm contact={data.contact} />
      ) : (
        <Waiting>{t('page.reading')}</Waiting>
      )}
    </>
  );
};
