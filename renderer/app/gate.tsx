import { type JSX, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LastWord } from '../../shared/last-word.ts';
import { ErrorNotice } from '../ui/notice.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { Broken } from '../unlock/broken.tsx';
import { FirstRun } from '../unlock/first-run.tsx';
import { Locked } from '../unlock/locked.tsx';
import { Restore } from '../unlock/restore.tsx';
import { useCall } from '../use-call.ts';
import { OpenPractice } from './open-practice.tsx';

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
    const failed = word?.kind === 'not-restored' ? word.error : null;
    return <Restore status={status.data} failed={failed} onBack={() => setRestoring(false)} />;
  }
  switch (status.data.state) {
    case 'no-practice':
      return <FirstRun onOpen={again} onRestore={onRestore} />;
    case 'locked':
      return <Locked status={status.data} ended={ended} word={word} onOpen={again} onRestore={onRestore} />;
    case 'unavailable':
      return (
        <Broken
          problem={status.data.problem ?? 'vault-ended'}
          said={word?.kind === 'not-opened' && word.error.code === 'refused' ? word.error : null}
          again={again}
          onRestore={onRestore}
        />
      );
    case 'open':
      return <OpenPractice />;
  }
};
