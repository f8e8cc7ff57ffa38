import { Button } from '@mantine/core';
import { type FormEvent, type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Issue } from '../../shared/app-error.ts';
import { here } from '../dates.ts';
import { ErrorSummary, type FieldProblem } from '../ui/error-summary.tsx';
import { ErrorNotice } from '../ui/notice.tsx';
import { PageTitle, useTitle } from '../ui/page.tsx';
import { ProfileFields } from '../ui/profile-fields.tsx';
import { emptyProfile, type ProfileField, profileIssues, profileProblems } from '../ui/profile-form.ts';
import { useSend } from '../use-call.ts';
import { useRemembered } from '../use-remembered.ts';
import { BackupStep } from './backup-step.tsx';
import { KitStep } from './kit-step.tsx';
import { Making } from './making.tsx';
import { PassphraseStep, passphraseProblems } from './passphrase-step.tsx';
import { SetupHead } from './setup-step.tsx';
import { Welcome } from './welcome.tsx';

const steps = ['practice', 'you', 'passphrase'] as const;
const fieldsOf: Readonly<Record<'practice' | 'you', readonly ProfileField[]>> = {
  practice: ['practiceName', 'address', 'place', 'zone', 'paper'],
  you: ['practitionerName', 'credential', 'licenceWords'],
};

const noSecret = { first: '', second: '', wroteDown: false };

type FirstRunProps = { readonly onOpen: () => void; readonly onRestore: () => void };

/** From nothing to an open practice. Answers of each step stay when going back, and when the making fails. */
export const FirstRun = ({ onOpen, onRestore }: FirstRunProps): JSX.Element => {
  const { t } = useTranslation('unlock');
  const { t: tErrors } = useTranslation('errors');
  const { t: tSettings } = useTranslation('settings');
  const { t: tUi } = useTranslation('ui');
  const [step, setStep] = useState(-1);
  const [attempt, setAttempt] = useState(0);
  const [refused, setRefused] = useState<readonly Issue[]>([]);
  const [details, setDetails, forgetDetails] = useRemembered('first-run', () => emptyProfile(here().zone));
  const [secret, setSecret] = useState(noSecret);
  const [made, setMade] = useState<'here' | 'with-kit' | 'before' | null>(null);
  const { send, isSending, error, forget } = useSend('vault.create');
  const name = steps[step];
  useTitle(name ? t(`${name}.title`) : t('welcome.title'));

  const open = (): void => {
    setSecret(noSecret);
    setMade('before');
    onOpen();
  };

  if (!name) return <Welcome onGo={() => setStep(0)} onRestore={onRestore} />;
  if (made === 'here') return <KitStep passphrase={secret.first} onMade={() => setSecret(noSecret)} onDone={() => setMade('with-kit')} />;
  if (made === 'with-kit') return <BackupStep onDone={open} />;
  if (isSending || made) return <Making title={t('create.title')} text={t('create.making')} />;

  const issues = [...(name === 'passphrase' ? [] : profileIssues(details, fieldsOf[name])), ...refused];
  const found: readonly FieldProblem[] =
    name === 'passphrase'
      ? passphraseProblems(secret, { unlock: t, ui: tUi })
      : profileProblems(issues, { errors: tErrors, settings: tSettings });
  const problems = attempt > 0 ? found : [];

  const go = (to: number): void => {
    setAttempt(0);
    setRefused([]);
    setStep(to);
  };
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setAttempt(attempt + 1);
    if (found.length > 0) return;
    if (name !== 'passphrase') return go(step + 1);
    const reply = await send({ passphrase: secret.first, profile: details });
    if (reply.ok) {
      forget();
      forgetDetails();
      return setMade('here');
    }
    if (reply.error.code === 'refused' && ['already-open', 'practice-exists'].includes(reply.error.reason)) return open();
    if (reply.error.code !== 'invalid') return;
    const back = steps.findIndex(
      (one) =>
        one !== 'passphrase' &&
        fieldsOf[one].some((field) => reply.error.code === 'invalid' && reply.error.issues.some((issue) => issue.path.includes(field))),
    );
    setRefused(reply.error.issues);
    setStep(Math.max(back, 0));
    setAttempt(1);
  };

  return (
    <main className="setup">
      <form className="setup-column" onSubmit={(event) => void submit(event)} noValidate>
        <SetupHead>
          <span className="ink-2 num">{t('steps.progress', { step: step + 1, steps: steps.length })}</span>
        </SetupHead>
        <PageTitle focusKey={step}>{t(`${name}.title`)}</PageTitle>
        <p className="md ink-2 setup-lead">{t(`${name}.lead`)}</p>
        {error ? <ErrorNotice error={error}>{t('create.failed')}</ErrorNotice> : null}
        <ErrorSummary problems={problems} attempt={attempt} goingOn />
        {name === 'passphrase' ? (
          <PassphraseStep secret={secret} onChange={setSecret} problems={problems} />
        ) : (
          <ProfileFields
            details={details}
            onChange={(next) => {
              setRefused([]);
              setDetails(next);
            }}
            fields={fieldsOf[name]}
            problems={problems}
          />
        )}
        <div className="row form-actions">
          <Button type="submit">{name === 'passphrase' ? t('create.action') : t('steps.next')}</Button>
          <Button variant="subtle" onClick={() => go(step - 1)}>
            {t('steps.back')}
          </Button>
        </div>
      </form>
    </main>
  );
};
