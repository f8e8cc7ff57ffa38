import { Button } from '@mantine/core';
import { IconDeviceTablet } from '@tabler/icons-react';
import { type JSX, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../shared/app-error.ts';
import type { OutputOf } from '../../shared/calls.ts';
import type { Client } from '../../shared/clients.ts';
import { isUnderAge } from '../../shared/consent-state.ts';
import { healthFormId } from '../../shared/health.ts';
import { intakeFormId } from '../../shared/intake.ts';
import { call } from '../call.ts';
import { nowInstant, today } from '../dates.ts';
import { flushDrafts, keepDraft } from '../drafts.ts';
import { ButtonLink } from '../ui/button-link.tsx';
import { DraftState } from '../ui/draft-state.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { Icon } from '../ui/icon.tsx';
import { ErrorNotice, Notice } from '../ui/notice.tsx';
import { PageHead } from '../ui/page.tsx';
import { StopSignal } from '../ui/stop-signal.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { useCall } from '../use-call.ts';
import { useDraft } from '../use-draft.ts';
import { useEachDay } from '../use-each-day.ts';
import { healthParts, intakeParts } from './asked-parts.ts';
import { BeginRefused } from './begin-refused.tsx';
import { ClientBlanks, PracticeBlanks, SittingBlanks } from './blanks.tsx';
import { ChooseForms } from './choose-forms.tsx';
import { formKey } from './form-key.ts';
import { howLong } from './how-long.ts';
import { OwnParts } from './own-parts.tsx';
import { blanksOf, nothingPrepared, nothingTyped, Preparation, preparationKey, preparePlace, toHandOver } from './preparation.ts';
import { problemsOf } from './preparation-problems.ts';
import { StopSignalBlank } from './stop-signal-blank.tsx';
import { inReadingOrder, isForOneRecipient, mayFollow, suggested } from './suggested-forms.ts';
import { WhoSigns } from './who-signs.tsx';

type Ready = {
  readonly client: Client;
  readonly forms: OutputOf<'consent.forms'>['forms'];
  readonly states: OutputOf<'consent.ofClient'>['forms'];
  readonly intake: OutputOf<'intake.ofClient'>;
  readonly health: OutputOf<'health.content'>;
  /** A person has checked the crisis numbers for the place: before that no client answers health questions alone. */
  readonly checked: boolean;
  /** Readiness waits for the health questions: they were never gone through, or are open. */
  readonly healthOpen: boolean;
  readonly underAge: boolean;
  readonly asked: string | undefined;
  readonly again: () => unknown;
};

const Prepare = ({ client, forms, states, intake, health, checked, healthOpen, underAge, asked, again }: Ready): JSX.Element => {
  const { t } = useTranslation('consent');
  const { t: tErrors } = useTranslation('errors');
  const { id: clientId, chosenName: name } = client;
  const about = { key: preparationKey(clientId), title: t('prepare.draft', { name }), place: preparePlace(clientId) };
  const { value, set: keep, drop } = useDraft(about, Preparation, () => nothingPrepared);
  const preset = suggested(states, { underAge, asked, intakeOpen: intake.open !== null, healthOpen });
  const chosen = (value.forms ?? preset).filter((id) => checked || id !== healthFormId);
  // What was chosen for this sitting stays chosen, however it is come back to.
  const set = (next: Preparation): void => keep({ ...next, forms: next.forms ?? [...chosen] });
  // Work that was begun before takes in the form that is asked for now, once.
  const [takenIn, setTakenIn] = useState(asked === undefined);
  useEffect(() => {
    if (takenIn) return;
    setTakenIn(true);
    if (asked !== undefined && value.forms && !value.forms.includes(asked)) keep({ ...value, forms: [...value.forms, asked] });
  }, [takenIn, asked, value, keep]);
  const sitting = inReadingOrder(forms, chosen);
  const withIntake = chosen.includes(intakeFormId);
  const withHealth = chosen.includes(healthFormId);
  const besides = [...(withIntake ? [intakeFormId] : []), ...(withHealth ? [healthFormId] : [])];
  const [attempt, setAttempt] = useState(0);
  const running = useRef(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const problems = problemsOf({ consent: t, errors: tErrors }, sitting, value, besides.length > 0);
  const shown = attempt > 0 ? problems : [];
  const problemOf = (field: string): string | undefined => shown.find((problem) => problem.field === field)?.text;
  const fromClient = blanksOf(sitting, 'client');
  const practice = blanksOf(sitting, 'profile');
  const complete = sitting.filter((form) => !form.unfilled.some((blank) => blank.source === 'profile')).map(formKey);

  const begin = async (): Promise<void> => {
    setAttempt(attempt + 1);
    if (problems.length > 0 || running.current) return;
    running.current = true;
    setBusy(true);
    setError(null);
    // Everything typed is in the vault before the screen is the client's; what is called after it arrives after it.
    if (sitting.length > 0) keepDraft(about, { ...value, handedOver: true });
    else if (nothingTyped(value)) drop();
    flushDrafts();
    const begun = [
      withIntake && !intake.open ? await call('intake.start', { clientId }) : null,
      withHealth ? await call('health.start', { clientId }) : null,
    ];
    const reply =
      begun.find((one) => one !== null && !one.ok) ??
      (await call('handover.begin', {
        clientId,
        forms: [...besides.map((formId) => ({ formId })), ...toHandOver(sitting, value, nowInstant())],
      }));
    if (reply.ok) return window.location.reload();
    set({ ...value, handedOver: false });
    setError(reply.error);
    running.current = false;
    setBusy(false);
  };
  return (
    <div className="page-body form-column">
      <ErrorSummary problems={shown} attempt={attempt} goingOn />
      {error ? <BeginRefused clientId={clientId} error={error} /> : null}
      <ChooseForms
        clientId={clientId}
        forms={inReadingOrder(forms, forms.map(formKey))}
        states={states}
        suggested={preset}
        following={asked === undefined ? mayFollow(states, preset) : []}
        intake={intake.open ? 'open' : intake.newest ? 'review' : 'first'}
        long={howLong([...(withIntake ? [intakeParts(intake)] : []), ...(withHealth ? [healthParts(health)] : []), ...sitting])}
        checked={checked}
        chosen={chosen}
        onChosen={(next) => set({ ...value, forms: next })}
        problem={problemOf('forms')}
      />
      <div id="practice-blanks" tabIndex={-1} className="if-any">
        <PracticeBlanks
          blanks={practice}
          again={again}
          onLeaveOut={complete.length + besides.length > 0 ? () => set({ ...value, forms: [...besides, ...complete] }) : null}
        />
      </div>
      {fromClient.some((blank) => blank.placeholder === 'stop_signal') ? (
        <StopSignalBlank clientId={clientId} name={name} />
      ) : (
        <StopSignal client={client} />
      )}
      <div id="client-blanks" tabIndex={-1} className="if-any">
        <ClientBlanks clientId={clientId} blanks={fromClient.filter((blank) => blank.placeholder !== 'stop_signal')} />
      </div>
      <SittingBlanks
        name={name}
        blanks={blanksOf(sitting, 'computed')}
        typed={value.blanks}
        onTyped={(blanks) => set({ ...value, blanks })}
        problemOf={problemOf}
      />
      <OwnParts clientId={clientId} forms={sitting} preparation={value} onChange={set} problemOf={problemOf} />
      <WhoSigns forms={sitting} underAge={underAge} name={name} />
      <div className="prepare-foot">
        <p className="ink-2">{t('prepare.handOverText')}</p>
        <div className="row wrap form-actions">
          <Button leftSection={<Icon icon={IconDeviceTablet} />} disabled={busy} onClick={() => void begin()}>
            {busy ? t('prepare.handingOver') : t('prepare.handOver')}
          </Button>
          <ButtonLink to="/clients/$clientId/consent/paper" params={{ clientId }} variant="default">
            {t('prepare.print')}
          </ButtonLink>
          <ButtonLink to="/clients/$clientId/consent" params={{ clientId }} variant="subtle" onClick={() => drop()}>
            {t('prepare.notNow')}
          </ButtonLink>
        </div>
        <DraftState of={about.key} />
      </div>
    </div>
  );
};

/** Before the screen is handed over: which forms, and every blank in them filled. */
export const PrepareConsent = ({ clientId, asked }: { readonly clientId: string; readonly asked: string | undefined }): JSX.Element => {
  const { t } = useTranslation('consent');
  const client = useCall('clients.get', { id: clientId });
  const list = useCall('consent.ofClient', { clientId });
  const forms = useCall('consent.forms', { clientId, blanks: {} }, { keep: true });
  const facts = useCall('profile.formFacts', {});
  const intake = useCall('intake.ofClient', { clientId });
  const health = useCall('health.content', {});
  const crisis = useCall('crisis.settings', {});
  const readiness = useCall('readiness.of', { clientId }, { fresh: true });
  useEachDay(readiness.again);
  const asking = [client, list, forms, facts, intake, health, crisis, readiness];
  const error = asking.find((one) => one.error)?.error ?? null;
  const again = (): unknown => Promise.all(asking.map((one) => one.again()));
  const localAge = facts.data?.facts.find((fact) => fact.placeholder === 'local_age')?.words ?? '';
  const ready = asking.every((one) => one.data !== undefined);
  return (
    <>
      <PageHead title={t('prepare.title', { name: client.data?.chosenName ?? '' })} windowTitle={t('tab.title')} />
      {error ? (
        <div className="page-body">
          <ErrorNotice error={error} again={again} />
        </div>
      ) : null}
      {!ready && !error ? <Waiting /> : null}
      {client.data?.archivedAt ? (
        <div className="page-body form-column">
          <Notice
            tone="wait"
            title={t('tab.archived')}
            actions={
              <ButtonLink to="/clients/$clientId/consent" params={{ clientId }} variant="default">
                {t('document.back')}
              </ButtonLink>
            }
          />
        </div>
      ) : null}
      {client.data &&
      !client.data.archivedAt &&
      list.data &&
      forms.data &&
      facts.data &&
      intake.data &&
      health.data &&
      crisis.data &&
      readiness.data ? (
        <Prepare
          key={asked ?? ''}
          client={client.data}
          forms={forms.data.forms.filter(({ id }) => !isForOneRecipient(id))}
          states={list.data.forms}
          intake={intake.data}
          health={health.data}
          checked={crisis.data.saved !== null}
          healthOpen={readiness.data.reasons.some(({ code }) => code === 'no-health-screen' || code === 'health-screen-open')}
          underAge={isUnderAge(client.data.birthDate, localAge, today())}
          asked={asked}
          again={again}
        />
      ) : null}
    </>
  );
};
