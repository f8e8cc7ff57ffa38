import { type JSX, useState } from 'react';
import type { LastWord } from '../../shared/last-word.ts';
import type { VaultStatus } from '../../shared/vault.ts';
import { useCountdown } from '../ui/countdown.ts';
import { WithLockedStop } from './locked-stop.tsx';
import { Recover } from './recover.tsx';
import { Unlock } from './unlock.tsx';

type LockedProps = {
  readonly status: VaultStatus;
  readonly ended: boolean;
  /** What the vault process before left to say. */
  readonly word: LastWord | null;
  readonly onOpen: () => void;
  readonly onRestore: () => void;
  readonly onSalvage: () => void;
};

/** Two ways in, with one pause after wrong tries for both. */
export const Locked = ({ status, ended, word, onOpen, onRestore, onSalvage }: LockedProps): JSX.Element => {
  const [way, setWay] = useState<'passphrase' | 'kit'>('passphrase');
  const [wait, setWait] = useCountdown(status.waitSeconds);
  const shared = { status, wait, onWait: setWait, onOpen };
  return (
    <WithLockedStop session={status.session}>
      {way === 'kit' ? (
        <Recover {...shared} onBack={() => setWay('passphrase')} />
      ) : (
        <Unlock {...shared} ended={ended} word={word} onUseKit={() => setWay('kit')} onRestore={onRestore} onSalvage={onSalvage} />
      )}
    </WithLockedStop>
  );
};
