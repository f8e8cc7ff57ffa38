import { type JSX, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Instant } from '../../shared/time.ts';
import { ErrorNotice } from '../ui/notice.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { Broken } from '../unlock/broken.tsx';
import { FirstRun } from '../unlock/first-run.tsx';
import { Locked } from '../unlock/locked.tsx';
import { Restore } from '../unlock/restore.tsx';
import { useCall } from '../use-call.ts';
import { OpenPractice } from './open-practice.tsx';

/** Shows what the vault allows: first run, unlock, why not, or the practice. */
export const Gate = ({ ended }: { readonly ended: boolean }): JSX.Element => {
  const { t } = useTranslation('app');
  const status = useCall('vault.status', {});
  const [restoring, setRestoring] = useState(false);
  const [restored, setRestored] = useState<Instant | null>(null);
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
  const onRestore = (): void => setRestoring(true);
  if (restoring && status.data.state !== 'open') {
    const onDone = async (madeAt: Instant): Promise<void> => {
      setRestored(madeAt);
      await status.again();
      setRestoring(false);
    };
    return <Restore status={status.data} onDone={(madeAt) => void onDone(madeAt)} onBack={() => setRestoring(false)} />;
  }
  switch (status.data.state) {
    case 'no-practice':
      return <FirstRun onOpen={again} onRestore={onRestore} />;
    case 'locked':
      return <Locked status={status.data} ended={ended} restored={restored} onOpen={again} onRestore={onRestore} />;
    case 'unavailable':
      return <Broken problem={status.data.problem ?? 'vault-ended'} again={again} onRestore={onRestore} />;
    case 'open':
      return <OpenPractice />;
  }
};
