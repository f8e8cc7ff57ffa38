import type { ParsedInputOf } from '../../shared/calls.ts';
import type { Stay } from '../../shared/idle.ts';
import type { Topic } from '../../shared/notices.ts';
import { recordAudit } from '../audit/audit-repository.ts';
import { type OpenPractice, practiceFor } from '../practice/practice.ts';
import { type IdleWatch, watchIdle } from './idle-watch.ts';
import { idleMinutesOf, setIdleMinutes } from './locking-repository.ts';

type LockingWorld = {
  readonly practice: () => OpenPractice;
  readonly idleSeconds: number | null;
  readonly announce: (topics: readonly Topic[]) => void;
  readonly onIdle: () => void;
};

export type Locking = {
  readonly begin: (practice: OpenPractice) => Promise<void>;
  readonly touch: () => Record<string, never>;
  /** Null while nothing is open. */
  readonly idleMinutes: () => number | null;
  /** As it counts, which in a trial may be less. */
  readonly idleSeconds: () => number | null;
  readonly change: (input: ParsedInputOf<'vault.changeLocking'>) => Promise<{ idleMinutes: number }>;
  /** The client has the screen, is resting, or it is the practitioner's again; counts as a touch. */
  readonly stay: (stay: 'hand-over' | 'resting' | 'ordinary') => void;
  /** A session is open until about then (milliseconds from now), or (null) none is any more. */
  readonly sit: (plannedEnd: number | null) => void;
  readonly end: () => void;
};

/** When an open practice locks by itself. The vault keeps the time, so that a page that hangs locks too. */
export const createLocking = ({ practice, idleSeconds, announce, onIdle }: LockingWorld): Locking => {
  let watch: IdleWatch | null = null;
  let minutes: number | null = null;
  let handedOver = false;
  /** On the clock of the watch. */
  let plannedEnd: number | null = null;
  const ordinary = (settled: number): Stay => {
    const idleMinutes = idleSeconds === null ? settled : idleSeconds / 60;
    return plannedEnd === null ? { kind: 'ordinary', idleMinutes } : { kind: 'session', idleMinutes, plannedEnd };
  };

  return {
    begin: async (open) => {
      minutes = await idleMinutesOf(open.database);
      watch = watchIdle(ordinary(minutes), onIdle);
    },
    touch: () => {
      watch?.touch();
      return {};
    },
    idleMinutes: () => minutes,
    idleSeconds: () => minutes && (idleSeconds ?? minutes * 60),
    change: async ({ idleMinutes }) => {
      const call = practiceFor(practice(), 'lock-settings-changed');
      await call.write(async (tx) => {
        await setIdleMinutes(tx, idleMinutes);
        await recordAudit(tx, call, { recordId: String(idleMinutes) });
      });
      minutes = idleMinutes;
      if (!handedOver) watch?.stay(ordinary(idleMinutes));
      announce(['vault']);
      return { idleMinutes };
    },
    stay: (stay) => {
      handedOver = stay !== 'ordinary';
      watch?.stay(handedOver ? { kind: 'hand-over', resting: stay === 'resting' } : ordinary(minutes ?? 1));
    },
    sit: (end) => {
      plannedEnd = end === null ? null : performance.now() + end;
      if (!handedOver) watch?.stay(ordinary(minutes ?? 1));
    },
    end: () => {
      handedOver = false;
      plannedEnd = null;
      watch?.stop();
      watch = null;
      minutes = null;
    },
  };
};
