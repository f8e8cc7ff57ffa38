import { Button, Radio } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConsentForm } from '../../shared/consent-form.ts';
import { draftOf, dropDraft, keepDraft } from '../drafts.ts';
import { ButtonLink } from '../ui/button-link.tsx';
import { DraftState } from '../ui/draft-state.tsx';
import { ErrorNotice, Notice } from '../ui/notice.tsx';
import { PageHead } from '../ui/page.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { useCall } from '../use-call.ts';
import { useDraft } from '../use-draft.ts';
import { ComputedBlanks, FilledBlanks, ProfileBlanks } from './blanks.tsx';
import { beginSigning, signingKey, signingPlace, withForm } from './signing.ts';
import { BlanksDraft, blanksKey, type FilledBlank, noBlanks, preparePlace, SigningDraft } from './signing-draft.ts';
import { StopSignalBlank } from './stop-signal-blank.tsx';

type FillProps = {
  readonly clientId: string;
  readonly name: string;
  readonly form: ConsentForm;
  readonly again: () => unknown;
  readonly draft: BlanksDraft;
  readonly onDraft: (draft: BlanksDraft) => void;
};

/** Blanks of the form, by who can fill them. */
const Fill = ({ clientId, name, form, again, draft, onDraft }: FillProps): JSX.Element => {
  const { t } = useTranslation('consent');
  const of = (source: 'profile' | 'client' | 'computed') => form.unfilled.filter((blank) => blank.source === source);
  const fromClient = of('client');
  const stop = fromClient.some((blank) => blank.placeholder === 'stop_signal');
  return (
    <div className="blanks">
      <p className="md ink-2">{t('prepare.lead')}</p>
      {of('profile').length > 0 ? <ProfileBlanks blanks={of('profile')} again={again} /> : null}
      {stop ? <StopSignalBlank clientId={clientId} name={name} /> : null}
      {fromClient
        .filter((blank) => blank.placeholder !== 'stop_signal')
        .map((blank) => (
          <Notice
            key={blank.placeholder}
            tone="wait"
            title={t('prepare.otherBlank', { label: blank.label })}
            actions={
              <ButtonLink to="/clients/$clientId/edit" params={{ clientId }} variant="default">
                {t('prepare.change')}
              </ButtonLink>
            }
          />
        ))}
      {of('computed').length > 0 ? (
        <>
          <ComputedBlanks
            key={form.id}
            blanks={of('computed')}
            name={name}
            before={textsOf(draft.filled)}
            typed={draft.typed}
            onTyped={(typed) => onDraft({ ...draft, typed })}
            onFilled={(now) => onDraft(withFilled(draft, now))}
          />
          <DraftState of={blanksKey(clientId)} />
        </>
      ) : null}
    </div>
  );
};

const textsOf = (blanks: readonly FilledBlank[]): Record<string, string> =>
  Object.fromEntries(blanks.map((blank) => [blank.placeholder, blank.text]));

/** Filled blanks take the place of what stood there before and of what was being typed for them. */
const withFilled = ({ filled, typed }: BlanksDraft, now: readonly FilledBlank[]): BlanksDraft => {
  const isNow = (placeholder: string): boolean => now.some((one) => one.placeholder === placeholder);
  return {
    filled: [...filled.filter((blank) => !isNow(blank.placeholder)), ...now],
    typed: Object.fromEntries(Object.entries(typed).filter(([placeholder]) => !isNow(placeholder))),
  };
};

/** Before the screen is turned: which form, and every blank in it filled. */
export const PrepareConsent = ({ clientId }: { readonly clientId: string }): JSX.Element => {
  const { t } = useTranslation('consent');
  const navigate = useNavigate();
  const client = useCall('clients.get', { id: clientId }).data;
  const name = client?.chosenName ?? '';
  const title = t('prepare.draft', { name });
  const { value: draft, set } = useDraft({ key: blanksKey(clientId), title, place: preparePlace(clientId) }, BlanksDraft, () => noBlanks);
  const { filled } = draft;
  const blanks = textsOf(filled.filter((blank) => !blank.open));
  const [chosen, setChosen] = useState<string | null>(null);
  const asked = useCall('consent.forms', { clientId, blanks }, { keep: true });
  const archived = Boolean(client?.archivedAt);
  const forms = archived || !client ? [] : (asked.data?.forms ?? []);
  const form = forms.length === 1 ? forms[0] : forms.find((one) => one.id === chosen);
  const kept = form ? draftOf(signingKey(clientId, form.id), SigningDraft) : undefined;

  const begin = (ready: ConsentForm): void => {
    const about = { key: signingKey(clientId, ready.id), title, place: signingPlace(clientId, ready.id) };
    keepDraft(about, kept ? withForm(kept, ready, blanks) : beginSigning(ready, blanks));
    void navigate({ to: '/clients/$clientId/consent/sign/$formId', params: { clientId, formId: ready.id }, replace: true });
  };
  const notNow = (
    <ButtonLink
      to="/clients/$clientId/consent"
      params={{ clientId }}
      variant="subtle"
      onClick={() => {
        if (!kept) void dropDraft(blanksKey(clientId));
      }}
    >
      {t('prepare.notNow')}
    </ButtonLink>
  );
  return (
    <>
      <PageHead title={t('prepare.title', { name })} windowTitle={t('tab.title')} />
      <div className="page-body form-column">
        {asked.error ? <ErrorNotice error={asked.error} again={asked.again} /> : null}
        {asked.isPending && !asked.error ? <Waiting /> : null}
        {asked.data && client && !archived && forms.length === 0 ? <p className="md ink-2">{t('prepare.none')}</p> : null}
        {forms.length > 1 ? (
          <Radio.Group label={t('prepare.choose')} value={chosen ?? ''} onChange={setChosen} className="forms">
            {forms.map((one) => (
              <Radio key={one.id} value={one.id} label={one.title} description={t('prepare.parts', { count: one.elements.length })} />
            ))}
          </Radio.Group>
        ) : null}
        {archived ? <Notice tone="wait" title={t('tab.archived')} actions={notNow} /> : null}
        {form ? <h2 className="section-head">{form.title}</h2> : null}
        {form && filled.some((blank) => !blank.open) ? (
          <FilledBlanks
            blanks={filled.filter((blank) => !blank.open)}
            onChange={(placeholder) =>
              set({ ...draft, filled: filled.map((blank) => (blank.placeholder === placeholder ? { ...blank, open: true } : blank)) })
            }
          />
        ) : null}
        {form && form.unfilled.length > 0 ? (
          <>
            <Fill clientId={clientId} name={name} form={form} again={asked.again} draft={draft} onDraft={set} />
            <div className="row form-actions">{notNow}</div>
          </>
        ) : null}
        {form && form.unfilled.length === 0 ? (
          <>
            <p className="md">{t('prepare.ready', { name })}</p>
            {kept ? (
              <Notice tone="sage" title={kept.form.shownSha256 === form.shownSha256 ? t('prepare.keptDraft') : t('prepare.keptChanged')} />
            ) : null}
            <div className="row form-actions">
              <Button onClick={() => begin(form)}>{t('prepare.begin')}</Button>
              {notNow}
            </div>
          </>
        ) : null}
      </div>
    </>
  );
};
