import { handoverInProgressOf } from '../consent/handover-service.ts';
import { emptyMemory } from '../practice/memory.ts';
import type { HandedOver, OpenPractice, Print, Ticks, VaultSide } from '../practice/practice.ts';

type Lent = {
  readonly ownPassphrase: VaultSide['ownPassphrase'];
  readonly print: Print;
  readonly progress: VaultSide['progress'];
  /** The client has the screen, is resting, or gave it back: how long it may stand untouched. */
  readonly stay: (stay: 'hand-over' | 'resting' | 'ordinary') => void;
  readonly ticks: Ticks;
  /** A session of who is in goes on until about then, in milliseconds from now, or (null) is over. */
  readonly sit: (plannedEnd: number | null) => void;
  /** For whoever finds the computer locked: whether a session is open. */
  readonly showSession: () => Promise<void>;
  /** For whoever finds the computer locked: whether it should be given back. */
  readonly show: (handedOver: boolean) => void;
};

/** What one opening of the practice is lent by its vault. */
export const createVaultSide = ({ ownPassphrase, print, progress, ticks, sit, showSession, stay, show }: Lent): VaultSide => {
  let current: HandedOver | null = null;
  let resting = false;
  return {
    ownPassphrase,
    print,
    progress,
    ticks,
    sitting: {
      begin: async (plannedEnd) => {
        sit(plannedEnd);
        await showSession();
      },
      end: async (own) => {
        if (own) sit(null);
        await showSession();
      },
    },
    memory: emptyMemory(),
    handOver: {
      current: () => current,
      isResting: () => resting,
      begin: (handedOver) => {
        current = handedOver;
        resting = false;
        stay('hand-over');
        show(true);
      },
      rest: (now) => {
        resting = now;
        stay(now ? 'resting' : 'hand-over');
      },
      end: () => {
        current = null;
        resting = false;
        stay('ordinary');
        show(false);
      },
    },
  };
};

/** A lock, a crash or a reload comes back to the hand-over it was in. */
export const resumeHandOver = async (practice: OpenPractice): Promise<void> => {
  const kept = await handoverInProgressOf(practice.database);
  if (!kept) return;
  practice.handOver.begin({ id: kept.id, clientId: kept.clientId });
  if (kept.resting) practice.handOver.rest(true);
};
