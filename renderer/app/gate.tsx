import { type JSX, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Instant } from '../../shared/time.ts';
import type { VaultStatus } from '../../shared/vault.ts';
import { HandedOver } from '../handover/handed-over.tsx';
import { ErrorNotice } from '../ui/notice.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { Broken } from '../unlock/broken.tsx';
import { FirstRun } from '../unlock/first-run.tsx';
import { Locked } from '../unlock/locked.tsx';
import { Restore } from '../unlock/restore.tsx';
import { useCall } from '../use-call.ts';
import { OpenPractice } from './open-practice.tsx';

type State = VaultStatus['state'];

/** Whether the screen went from one person to the other in this page: then another page takes over, and nothing of this one stays in memory. */
const useTurned = (state: State | undefined): boolean => {
  const first = useRef<State | undefined>(undefined);
  if (state === 'open' || state === 'handed-over') first.current ??= state;
  const turned = first.current !== undefined && (state === 'open' || state === 'handed-over') && state !== first.current;
  useEffect(() => {
    if (turned) window.location.reload();
  }, [turned]);
  return turned;
};

/** Shows what the vault allows: first run, unlock, why not, or the practice. */
export const Gate = ({ ended }: { readonly ended: boolean }): JSX.Element => {
  const { t } = useTranslation('app');
  const status = useCall('vault.status', {});
  const turned = useTurned(status.data?.state);
  const wasLocked = useRef(false);
  wasLocked.current ||= status.data?.state === 'locked';
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
  if (!status.data || turned) return <Waiting>{t('starting')}</Waiting>;
  const onRestore = (): void => setRestoring(true);
  if (restoring && status.data.state !== 'open' && status.data.state !== 'handed-over') {
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
      return (
        <Broken problem={status.data.problem ?? 'vault-ended'} content={status.data.contentProblem} again={again} onRestore={onRestore} />
      );
    case 'handed-over':
      return <HandedOver afterLock={wasLocked.current} />;
    case 'open':
      return <OpenPractice />;
  }
};
