import type { VaultStatus } from '../../shared/vault.ts';
import type { Standing } from '../practice/dispatch.ts';
import { type Door, waitSeconds } from './door.ts';

type Seen = Pick<VaultStatus, 'contentProblem' | 'idleMinutes' | 'idleSeconds' | 'hasRecoveryKit' | 'demo' | 'appVersion'> & {
  readonly standing: Standing;
  readonly door: Door;
  readonly now: string;
};

/** What anyone at the computer may know: of a locked practice only what stands at the door. */
export const statusOf = ({ standing, door, now, ...seen }: Seen): VaultStatus => {
  const isLocked = standing.state === 'locked';
  const client = standing.state === 'open' && standing.practice.handOver.current() !== null;
  return {
    ...seen,
    state: client ? 'handed-over' : standing.state,
    problem: standing.state === 'unavailable' ? standing.problem : null,
    practiceName: door.practiceName || null,
    lockedSince: isLocked ? door.lockedSince : null,
    waitSeconds: isLocked ? waitSeconds(door, now) : 0,
    draftsKept: isLocked && door.draftsKept,
    handedOver: client || (isLocked && door.handedOver),
    session: isLocked ? door.session : null,
    readOnly: standing.state === 'open' && standing.practice.readOnly === true,
    evidence: standing.state === 'open' ? standing.practice.anchor.opening : null,
  };
};
