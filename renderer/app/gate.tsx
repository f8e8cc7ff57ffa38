import { type JSX, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LastWord } from '../../shared/last-word.ts';
import type { VaultStatus } from '../../shared/vault.ts';
import { ErrorNotice } from '../ui/notice.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { Broken } from '../unlock/broken.tsx';
import { FirstRun } from '../unlock/first-run.tsx';
import { Locked } from '../unlock/locked.tsx';
import { WithLockedStop } from '../unlock/locked-stop.tsx';
import { Restore } from '../unlock/restore.tsx';
import { Salvage } from '../unlock/salvage.tsx';
import { Salvaged } from '../unlock/salvaged.tsx';
import { useCall } from '../use-call.ts';
import { HandedOverScreen, OpenPractice } from './open-practice.tsx';

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

type GateProps = {
  readonly ended: boolean;
  /** What the vault process before left to say. */
  readonly word: LastWord | null;
};

/** Shows what the vault allows: first run, unlock, why not, or the practice. */
export const Gate = ({ ended, word }: GateProps): JSX.Element => {
  const { t } = useTranslation('app');
  const status = useCall('vault.status', {});
  const [restoring, setRestoring] = useState(word?.kind === 'not-restored');
  const [salvaging, setSalvaging] = useState(word?.kind === 'not-salvaged');
  const [report, setReport] = useState(word?.kind === 'salvaged' ? word.report : null);
  const turned = useTurned(status.data?.state);
  const wasLocked = useRef(false);
  wasLocked.current ||= status.data?.state === 'locked';
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
    const failed = word?.kind === 'not-restored' ? word.error : null;
    return (
      <WithLockedStop session={status.data.session}>
        <Restore status={status.data} failed={failed} onBack={() => setRestoring(false)} />
      </WithLockedStop>
    );
  }
  if (status.data.state === 'locked' && report) return <Salvaged report={report} onBack={() => setReport(null)} />;
  if (status.data.state === 'locked' && salvaging) {
    return (
      <WithLockedStop session={status.data.session}>
        <Salvage
          status={status.data}
          failed={word?.kind === 'not-salvaged' ? word.error : null}
          onOpen={again}
          onRestore={onRestore}
          onBack={() => setSalvaging(false)}
        />
      </WithLockedStop>
    );
  }
  switch (status.data.state) {
    case 'no-practice':
      return <FirstRun onOpen={again} onRestore={onRestore} />;
    case 'locked':
      return (
        <Locked status={status.data} ended={ended} word={word} onOpen={again} onRestore={onRestore} onSalvage={() => setSalvaging(true)} />
      );
    case 'unavailable':
      return (
        <Broken
          problem={status.data.problem ?? 'vault-ended'}
          content={status.data.contentProblem}
          said={word?.kind === 'not-opened' && word.error.code === 'refused' ? word.error : null}
          again={again}
          onRestore={onRestore}
        />
      );
    case 'handed-over':
      return <HandedOverScreen afterLock={wasLocked.current} />;
    case 'open':
      return <OpenPractice />;
  }
};
