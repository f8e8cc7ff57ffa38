import { type JSX, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorNotice } from '../ui/notice.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { Broken } from '../unlock/broken.tsx';
import { FirstRun } from '../unlock/first-run.tsx';
import { Locked } from '../unlock/locked.tsx';
import { useCall } from '../use-call.ts';
import { OpenPractice } from './open-practice.tsx';

/** Shows what the vault allows: first run, unlock, why not, or the practice. */
export const Gate = ({ ended }: { readonly ended: boolean }): JSX.Element => {
  const { t } = useTranslation('app');
  const status = useCall('vault.status', {});
  const again = useMemo(() => () => void status.again(), [status.again]);
  if (status.error) {
    return (
      <main className="alone">
        <div className="alone-column">
          <ErrorNotice error={status.error} again={status.again} />
        </div>
      </main>
    );
  }
  if (!status.data) return <Waiting>{t('starting')}</Waiting>;
  switch (status.data.state) {
    case 'no-practice':
      return <FirstRun onOpen={again} />;
    case 'locked':
      return <Locked status={status.data} ended={ended} onOpen={again} />;
    case 'unavailable':
      return <Broken problem={status.data.problem ?? 'vault-ended'} again={again} />;
    case 'open':
      return <OpenPractice />;
  }
};
