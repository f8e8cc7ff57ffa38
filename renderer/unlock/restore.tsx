import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../shared/app-error.ts';
import type { Backup, LookedInside } from '../../shared/backup.ts';
import type { Said } from '../../shared/last-word.ts';
import type { VaultStatus } from '../../shared/vault.ts';
import { call } from '../call.ts';
import { useCountdown } from '../ui/countdown.ts';
import { useTitle } from '../ui/page.tsx';
import { Making } from './making.tsx';
import { RestoreChoice } from './restore-choice.tsx';
import { RestoreSecret } from './restore-secret.tsx';
import { noSecret, secretOf, useForgotten } from './secret-field.tsx';
import { SetupHead } from './setup-step.tsx';

type RestoreProps = {
  readonly status: VaultStatus;
  /** Why the backup chosen on the page before did not come back. */
  readonly failed: Said | null;
  readonly onBack: () => void;
};

/** Where the header of the practice can be read, a backup of another one cannot take its place. */
const knowsPractice = ({ state, problem }: VaultStatus): boolean =>
  state === 'locked' || problem === 'database-missing' || problem === 'database-damaged';

/** From the locked screen, from a practice that cannot be opened, or on a new computer: one backup takes the place of what is here. */
export const Restore = ({ status, failed, onBack }: RestoreProps): JSX.Element => {
  const { t } = useTranslation('backup');
  const [backup, setBackup] = useState<Backup | null>(null);
  const [chosen, setChosen] = useState<Backup | null>(null);
  const [secret, setSecret] = useState(noSecret);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const [contents, setContents] = useState<LookedInside | null>(null);
  const [looking, setLooking] = useState(false);
  const [wait, setWait] = useCountdown(status.waitSeconds);
  const hasPractice = status.state !== 'no-practice';
  useTitle(t('restore.title'));

  useForgotten(secret, () => setSecret({ ...secret, text: '' }));

  const refused = async (why: AppError): Promise<void> => {
    const now = await call('vault.status', {});
    if (now.ok) setWait(now.value.waitSeconds);
    setError(why);
    setSecret({ ...secret, text: '' });
  };
  const restore = async ({ id }: Backup): Promise<void> => {
    setBusy(true);
    setError(null);
    const reply = await call('backup.restore', { id, secret: secretOf(secret) });
    // The next page says so: this one goes with the vault process that held the key.
    if (reply.ok) return;
    await refused(reply.error);
    setBusy(false);
  };
  /** Changes nothing; what was typed stays for the restore. */
  const look = async ({ id }: Backup): Promise<void> => {
    setLooking(true);
    setError(null);
    setContents(null);
    const reply = await call('backup.rehearse', { id, secret: secretOf(secret) });
    if (reply.ok) setContents(reply.value);
    else await refused(reply.error);
    setLooking(false);
  };
  if (busy) return <Making title={t('restore.running')} text={t('restore.runningText')} />;
  return (
    <main className="setup">
      <div className="restore">
        <SetupHead />
        {backup ? (
          <RestoreSecret
            backup={backup}
            hasPractice={hasPractice}
            secret={secret}
            onSecret={(next) => {
              if (next.kind !== secret.kind) setError(null);
              setSecret(next);
            }}
            wait={wait}
            error={error}
            contents={contents}
            looking={looking}
            onLook={() => void look(backup)}
            onRestore={() => void restore(backup)}
            onBack={() => {
              setError(null);
              setSecret(noSecret);
              setContents(null);
              setBackup(null);
            }}
          />
        ) : (
          <RestoreChoice
            hasPractice={hasPractice}
            onlyOurs={knowsPractice(status)}
            chosen={chosen}
            failed={chosen ? null : failed}
            onChoose={(one) => {
              setChosen(one);
              setBackup(one);
            }}
            onBack={onBack}
          />
        )}
      </div>
    </main>
  );
};
