import { IconArrowLeft } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../ui/button-link.tsx';
import { Icon } from '../ui/icon.tsx';
import { ErrorNotice, Notice } from '../ui/notice.tsx';
import { PageHead } from '../ui/page.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { ReplyReading, RequestReading } from './clearance-reading.tsx';
import { RecordForm } from './clearance-record-form.tsx';
import { useHealth } from './use-health.ts';

type Props = { readonly clientId: string; readonly clearanceId: string };

/** One request: its answer is recorded here, and read from then on. */
export const ClearancePage = ({ clientId, clearanceId }: Props): JSX.Element => {
  const { t } = useTranslation('clearance');
  const navigate = useNavigate();
  const { care, error, again } = useHealth(clientId, true);
  const clearance = care?.of.clearances.find(({ id }) => id === clearanceId);
  const params = { clientId };
  const title = clearance?.reply ? t('record.readTitle', { from: clearance.reply.from }) : t('record.title');
  const name = care?.client.chosenName;
  return (
    <>
      <PageHead title={title} windowTitle={t('title')} sub={name ? <span dir="auto">{name}</span> : undefined} />
      <div className="page-body clearance-page">
        <div>
          <ButtonLink to="/clients/$clientId/clearance" params={params} variant="subtle" leftSection={<Icon icon={IconArrowLeft} />}>
            {t('back')}
          </ButtonLink>
        </div>
        {error ? <ErrorNotice error={error} again={again} /> : null}
        {!care && !error ? <Waiting>{t('reading')}</Waiting> : null}
        {care && !clearance ? <ErrorNotice error={{ code: 'not-found', what: 'clearance' }} /> : null}
        {care && clearance ? (
          <>
            <RequestReading clearance={clearance} care={care} />
            {clearance.reply ? (
              <ReplyReading clearance={clearance} care={care} />
            ) : (
              <>
                {care.canWork ? null : <Notice tone="wait" title={t('record.archived')} />}
                <RecordForm
                  key={clearance.id}
                  clearance={clearance}
                  care={care}
                  onDone={() => void navigate({ to: '/clients/$clientId/clearance', params, replace: true })}
                />
              </>
            )}
          </>
        ) : null}
      </div>
    </>
  );
};
