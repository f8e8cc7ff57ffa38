import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import type { Reply } from '../../shared/app-error.ts';
import { openFiles } from './found-text.ts';
import { okOf } from './headless-process.ts';
import type { FaultWorkflow, Life } from './io-fault-place.ts';
import { keysOf } from './kept-records.ts';
import { nextPassphrase } from './kill-workflows.ts';
import { passphrase } from './trial-records.ts';

const stateOf = async ({ vault }: Life): Promise<string> => (await okOf(vault.call('vault.status', {}))).state;
const unlock = ({ vault, secret }: Life): Promise<Reply<unknown>> => vault.call('vault.unlock', { passphrase: secret });

const lock: FaultWorkflow = {
  name: 'locking',
  share: 2,
  life: 'saves',
  mayBeDone: true,
  ready: async (life) => ({
    asked: () => life.vault.call('vault.lock', {}),
    wrong: async () => {
      const held = openFiles(life.vault.pid).filter((path) => path.startsWith(join(life.places.practice, 'practice.db')));
      if (held.length > 0) return `locked, and holds ${held.length} files open`;
      const state = await stateOf(life);
      return state === 'locked' ? null : `asked to lock, and ${state}`;
    },
    again: () => unlock(life),
  }),
};

const open: FaultWorkflow = {
  name: 'unlocking',
  share: 3,
  life: 'saves',
  mayBeDone: true,
  ready: async (life) => {
    await okOf(life.vault.call('vault.lock', {}));
    return {
      asked: () => unlock(life),
      wrong: async (first) => {
        const state = await stateOf(life);
        return state === (first.ok ? 'open' : 'locked') ? null : `${first.ok ? 'opened' : 'refused'}, and ${state}`;
      },
      again: async (first) => (first.ok ? first : unlock(life)),
    };
  },
};

/** A passphrase that was not the right one makes the next try wait. */
const patient = async (ask: () => Promise<Reply<unknown>>): Promise<Reply<unknown>> => {
  const reply = await ask();
  if (reply.ok || reply.error.code !== 'refused' || reply.error.reason !== 'wait-before-next-try') return reply;
  await after(Number(reply.error.details?.seconds ?? 1) * 1_000);
  return patient(ask);
};

const otherThan = (secret: string): string => (secret === passphrase ? nextPassphrase : passphrase);

/** Locks, and finds out which of the two opens: told that it is new, the new one; otherwise the old one or, where the disk failed in the middle, the new one. */
const opensWith = async (life: Life, first: Reply<unknown>): Promise<Reply<unknown>> => {
  if ((await stateOf(life)) === 'open') await okOf(life.vault.call('vault.lock', {}));
  const opened = await patient(() => unlock(life));
  if (opened.ok || first.ok || opened.error.code !== 'refused' || opened.error.reason !== 'wrong-passphrase') return opened;
  life.secret = otherThan(life.secret);
  return patient(() => unlock(life));
};

const renewing = (name: string, call: 'vault.changePassphrase' | 'vault.newKey', share: number): FaultWorkflow => ({
  name,
  share,
  life: 'saves',
  // One of the two copies of the key file is enough.
  mayBeDone: true,
  changesKey: true,
  ready: async (life) => {
    const change = async (): Promise<Reply<unknown>> => {
      const next = otherThan(life.secret);
      const reply = await life.vault.anyCall(call, { passphrase: life.secret, next });
      if (reply.ok) life.secret = next;
      return reply;
    };
    return {
      asked: change,
      again: async (first) => {
        const opened = await opensWith(life, first);
        const reply = opened.ok && !first.ok ? await change() : opened;
        if (call === 'vault.newKey') life.keys = await keysOf(life.places.practice, life.secret);
        return reply;
      },
    };
  },
});

const whole: readonly unknown[] = ['copied', 'verified'];

const backUp: FaultWorkflow = {
  name: 'a backup when asked',
  share: 1,
  life: 'backups',
  mayBeDone: true,
  ready: async ({ vault }) => ({
    asked: () => vault.call('backup.run', {}),
    wrong: async (first) => {
      const { problem, problemAt, last } = await okOf(vault.call('backup.settings', {}));
      if (!whole.includes(last?.state)) return `the last backup is ${last?.state}`;
      const { error } = first.ok ? { error: null } : first;
      if (error?.code !== 'refused' || error.reason !== 'backup-not-written') return null;
      // Where its own disk fails too it can only be said, not written down.
      return problem === null || (problem === error.details?.problem && problemAt !== null)
        ? null
        : `told ${JSON.stringify(error)}, noted ${problem}`;
    },
  }),
};

const noneDamaged = async ({ vault }: Life): Promise<string | null> => {
  const { backups } = await okOf(vault.call('backup.list', {}));
  const damaged = backups.filter(({ state }) => state === 'damaged');
  return damaged.length === 0 ? null : 'a whole backup is called damaged, since it could not be looked at';
};

/** The oldest that is still there: what was made first gives way to later ones. */
const oldest = async ({ vault }: Life): Promise<string> => (await okOf(vault.call('backup.list', {}))).backups.at(-1)!.id;

const verify: FaultWorkflow = {
  name: 'verifying a backup',
  share: 1,
  life: 'backups',
  mayBeDone: true,
  ready: async (life) => {
    const id = await oldest(life);
    return { asked: () => life.vault.call('backup.verify', { id }), wrong: () => noneDamaged(life) };
  },
};

const rehearse: FaultWorkflow = {
  name: 'rehearsing a backup',
  share: 1,
  life: 'backups',
  mayBeDone: true,
  ready: async (life) => {
    const id = await oldest(life);
    return { asked: () => life.vault.call('backup.rehearse', { id, secret: null }), wrong: () => noneDamaged(life) };
  },
};

/** The old practice or the restored one, and what was replaced is kept. */
const restore: FaultWorkflow = {
  name: 'restoring a backup',
  share: 1,
  life: 'fresh',
  mayBeDone: true,
  ready: async (life) => {
    const { vault, places } = life;
    const asked = () => vault.call('backup.restore', { id: places.earlier, secret: { kind: 'passphrase', text: passphrase } });
    const wrong = async (first: Reply<unknown>): Promise<string | null> => {
      const opened = await unlock(life);
      if (!opened.ok) return `does not open: ${JSON.stringify(opened.error)}`;
      const { clients } = await okOf(vault.call('clients.search', { query: '' }));
      const names = clients.map(({ chosenName }) => chosenName).sort();
      if (first.ok && names.join() !== 'Ana') return 'told that it is restored, and it is not';
      if (!['Ana', 'Ana,Ben'].includes(names.join())) return `neither the old practice nor the restored one: ${names}`;
      if (names.length === 1 && !existsSync(join(places.practice, 'kept'))) return 'what was replaced is gone';
      await okOf(vault.call('vault.lock', {}));
      return null;
    };
    return {
      asked,
      wrong,
      again: async () => {
        const reply = await asked();
        const problem = reply.ok ? await wrong(reply) : null;
        if (problem !== null) throw new Error(problem);
        return reply;
      },
    };
  },
};

export const faultyDoors: readonly FaultWorkflow[] = [
  lock,
  open,
  renewing('changing the passphrase', 'vault.changePassphrase', 2),
  renewing('making a new data key', 'vault.newKey', 1),
  backUp,
  verify,
  rehearse,
  restore,
];
