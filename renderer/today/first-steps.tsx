import { IconCircleCheck, IconCircleDashed, IconUserPlus } from '@tabler/icons-react';
import type { JSX, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { usePractice } from '../practice.ts';
import { ButtonLink } from '../ui/button-link.tsx';
import { Icon } from '../ui/icon.tsx';
import { useCall } from '../use-call.ts';

type StepProps = { readonly done: boolean; readonly title: string; readonly text: string; readonly action: ReactNode };

const FirstStep = ({ done, title, text, action }: StepProps): JSX.Element => {
  const { t } = useTranslation('today');
  return (
    <li className="first-step">
      <Icon icon={done ? IconCircleCheck : IconCircleDashed} size={22} tone={done ? 'sage' : 'ink-3'} />
      <div className="grow">
        <div className="md b">
          {title}
          {done ? <span className="visually-hidden"> ({t('first.done')})</span> : null}
        </div>
        <div className="ink-2">{text}</div>
      </div>
      {action}
    </li>
  );
};

type Steps = { readonly total: number; readonly complete: boolean; readonly needsKit: boolean };

/** What a new practice does first; null while that is not known, and once nothing of it is left. */
export const useFirstSteps = (): Steps | null => {
  const { role, address, credential, licenceWords } = usePractice();
  const total = useCall('clients.search', { query: '', limit: 1 }).data?.total;
  const status = useCall('vault.status', {}).data;
  if (total === undefined || !status) return null;
  const complete = [address, credential, licenceWords].every((value) => value !== '');
  const needsKit = status.hasRecoveryKit === false && role === 'owner';
  return total > 0 && complete && !needsKit ? null : { total, complete, needsKit };
};

const Kit = (): JSX.Element => {
  const { t } = useTranslation('today');
  return (
    <FirstStep
      done={false}
      title={t('first.kit')}
      text={t('first.kitText')}
      action={
        <ButtonLink to="/settings/$section" params={{ section: 'passphrase' }} variant="default">
          {t('first.kitAction')}
        </ButtonLink>
      }
    />
  );
};

/** The card of a practice that is new. */
export const FirstSteps = ({ total, complete, needsKit }: Steps): JSX.Element => {
  const { t } = useTranslation('today');
  const practice = usePractice();
  const isFresh = total === 0;
  return (
    <section className="card first-card" aria-labelledby="first-title">
      <h2 id="first-title" className="first-title" dir="auto">
        {isFresh ? t('first.title', { practice: practice.practiceName }) : t('first.left')}
      </h2>
      <p className="ink-2">{t(isFresh ? 'first.text' : 'first.leftText')}</p>
      <ol className="first-steps">
        <FirstStep
          done={complete}
          title={t(complete ? 'first.profile' : 'first.profileBlank')}
          text={t(complete ? 'first.profileText' : 'first.profileBlankText')}
          action={
            <ButtonLink to="/settings" variant={complete ? 'subtle' : 'default'}>
              {t('first.profileAction')}
            </ButtonLink>
          }
        />
        {needsKit ? <Kit /> : null}
        <FirstStep
          done={!isFresh}
          title={t('first.client')}
          text={isFresh ? t('first.clientText') : t('first.clientDone', { count: total })}
          action={
            <ButtonLink to="/clients/new" variant={isFresh ? 'filled' : 'default'} leftSection={<Icon icon={IconUserPlus} />}>
              {t('addClient')}
            </ButtonLink>
          }
        />
        {isFresh ? <FirstStep done={false} title={t('first.consent')} text={t('first.consentText')} action={null} /> : null}
      </ol>
    </section>
  );
};
