import { IconCircleCheck, IconCircleDashed, IconUserPlus } from '@tabler/icons-react';
import type { JSX, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { today, weekdayWords } from '../dates.ts';
import { usePractice } from '../practice.ts';
import { ButtonLink } from '../ui/button-link.tsx';
import { Icon } from '../ui/icon.tsx';
import { ErrorNotice } from '../ui/notice.tsx';
import { PageHead } from '../ui/page.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { useCall } from '../use-call.ts';
import { useDrafts } from '../use-draft.ts';
import { BackupLine } from './backup-line.tsx';
import { CrisisLine } from './crisis-line.tsx';
import { EvidenceNotice } from './evidence-notice.tsx';
import { Unfinished } from './unfinished.tsx';
import { useAttention } from './use-attention.ts';

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

/** The day. Appointments come with a later part; until then it says what to do first. */
export const Today = (): JSX.Element => {
  const { t } = useTranslation('today');
  const practice = usePractice();
  const list = useCall('clients.search', { query: '', limit: 1 });
  const status = useCall('vault.status', {}).data;
  const total = list.data?.total;
  const waiting = useDrafts().length + useAttention().clients.length;
  const quiet = waiting === 0 ? t('quiet.title') : t('quiet.beside');
  const complete = [practice.address, practice.credential, practice.licenceWords].every((value) => value !== '');
  return (
    <>
      <PageHead title={t('title')} sub={<time dateTime={today()}>{weekdayWords(today())}</time>} />
      <div className="page-body today">
        {status?.evidence ? <EvidenceNotice evidence={status.evidence} /> : null}
        <div className="today-columns">
          <div className="today-day">
            {list.error ? <ErrorNotice error={list.error} again={list.again} /> : null}
            {list.isPending ? <Waiting /> : null}
            {total === undefined ? null : (
              <section className="card first-card" aria-labelledby="first-title">
                <h2 id="first-title" className="first-title" dir="auto">
                  {total === 0 ? t('first.title', { practice: practice.practiceName }) : quiet}
                </h2>
                <p className="ink-2">{total === 0 ? t('first.text') : t('quiet.text')}</p>
                <ol className="first-steps">
                  <FirstStep
                    done={complete}
                    title={complete ? t('first.profile') : t('first.profileBlank')}
                    text={complete ? t('first.profileText') : t('first.profileBlankText')}
                    action={
                      <ButtonLink to="/settings" variant={complete ? 'subtle' : 'default'}>
                        {t('first.profileAction')}
                      </ButtonLink>
                    }
                  />
                  {status?.hasRecoveryKit === false && practice.role === 'owner' ? (
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
                  ) : null}
                  <FirstStep
                    done={total > 0}
                    title={t('first.client')}
                    text={total > 0 ? t('first.clientDone', { count: total }) : t('first.clientText')}
                    action={
                      <ButtonLink to="/clients/new" variant={total > 0 ? 'default' : 'filled'} leftSection={<Icon icon={IconUserPlus} />}>
                        {t('addClient')}
                      </ButtonLink>
                    }
                  />
                  {total === 0 ? <FirstStep done={false} title={t('first.consent')} text={t('first.consentText')} action={null} /> : null}
                </ol>
              </section>
            )}
          </div>
          <div className="today-side">
            <CrisisLine />
            <Unfinished />
            <BackupLine />
          </div>
        </div>
      </div>
    </>
  );
};
