import { isDeepStrictEqual } from 'node:util';
import { writeLocked } from '../../electron/vault/locked-journal.ts';
import type { Reply } from '../../shared/app-error.ts';
import type { Client } from '../../shared/clients.ts';
import type { Draft } from '../../shared/drafts.ts';
import type { Handover } from '../../shared/handover.ts';
import { type Headless, okOf } from './headless-process.ts';
import { type Kept, keysOf, type PracticeKeys } from './kept-records.ts';
import { openNewPractice, trialFolder } from './trial.ts';
import { details, filledIn, handOver, openIntake, passphrase, profile, readySigning } from './trial-records.ts';

export const nextPassphrase = 'another river, lantern & "maple"';

export type Base = { readonly folder: string; readonly clients: readonly Client[]; readonly code: string; readonly keys: PracticeKeys };

/** A practice with three clients, a signed consent and a Recovery Kit, closed. */
export const baseFor = async (now: string): Promise<Base> => {
  const folder = trialFolder();
  const vault = await openNewPractice({ data: folder, now });
  const clients: Client[] = [];
  for (const name of ['Ana', 'Ben', 'Cai']) clients.push(await okOf(vault.call('clients.create', { ...details, chosenName: name })));
  await okOf(vault.call('consent.sign', await readySigning(vault, clients[0]!.id)));
  const { groups } = await okOf(vault.call('vault.makeRecoveryKit', { passphrase }));
  await vault.end();
  return { folder, clients, code: groups.join(''), keys: await keysOf(folder, passphrase) };
};

/** What is found after the kill. `opens`: which of the two passphrases still does. */
export type After = {
  readonly told: unknown;
  readonly opens: 'old' | 'new';
  readonly clients: readonly Client[];
  /** The hand-over it came back to. */
  readonly handedOver: Handover | null;
  readonly drafts: readonly Draft[];
  readonly kept: Kept;
};

export type Workflow = {
  readonly name: string;
  readonly starts: 'open' | 'locked' | 'nowhere';
  /** It gives the practice another passphrase. */
  readonly changesPassphrase?: true;
  /** In the closed folder, before the vault starts. */
  readonly before?: (folder: string) => void;
  /** Asks for what may be killed; what it resolves with was told to the person. */
  readonly ready: (vault: Headless, base: Base) => Promise<() => Promise<Reply<unknown>>>;
  /** What is wrong with what was kept beside what was told, in words; null when all is well. */
  readonly wrong?: (after: After, base: Base) => string | null;
};

const lines = 3;
const changed = { ...details, chosenName: 'Ana Changed', contactWishes: 'Only letters, no calls.' };

const onceEach = ({ trail }: Kept, action: string, expected: number): string | null => {
  const found = trail.filter((entry) => entry.action === action);
  if (found.some(({ actor }) => actor !== 'nobody')) return `${action} is somebody’s`;
  return found.length === expected ? null : `${found.length} of ${expected} ${action}`;
};
const isTold = ({ told }: After): boolean => told !== null;
const newWhenTold = (after: After): string | null => (isTold(after) && after.opens === 'old' ? 'told, and the old passphrase opens' : null);

export const workflows: readonly Workflow[] = [
  {
    name: 'changing a client',
    starts: 'open',
    ready: async (vault, { clients: [first] }) => {
      const { version } = await okOf(vault.call('clients.get', { id: first!.id }));
      return () => vault.call('clients.update', { id: first!.id, version, details: changed });
    },
    wrong: (after, { clients: [first] }) => {
      const now = after.clients.find(({ id }) => id === first!.id);
      if (isTold(after)) return isDeepStrictEqual(now, after.told) ? null : 'told, and not there as told';
      return now?.version === first!.version
        ? null
        : now?.contactWishes === changed.contactWishes
          ? null
          : 'neither as before nor as changed';
    },
  },
  {
    name: 'adding a client',
    starts: 'open',
    ready: async (vault) => () => vault.call('clients.create', details),
    wrong: (after) => (isTold(after) && !after.clients.some((one) => isDeepStrictEqual(one, after.told)) ? 'told, and not there' : null),
  },
  {
    name: 'signing',
    starts: 'open',
    ready: async (vault, { clients }) => {
      const signing = await readySigning(vault, clients[1]!.id);
      return () => vault.call('consent.sign', signing);
    },
    wrong: (after) => (isTold(after) && after.kept.consentIds.size !== 2 ? 'told, and not kept' : null),
  },
  {
    name: 'answering while the screen is handed over',
    starts: 'open',
    ready: async (vault, { clients }) => {
      const { form, ...held } = await handOver(vault, clients[1]!.id);
      return () => vault.call('handover.answer', { ...filledIn(form), ...held });
    },
    wrong: (after) => {
      const [filling] = after.handedOver?.fillings ?? [];
      if (!filling) return 'it did not come back to the hand-over';
      const isThere = isDeepStrictEqual(filling.answers, filledIn(filling.form).answers) && filling.signatures.length === 1;
      if (isTold(after)) return isThere ? null : 'told, and not kept';
      return isThere || Object.keys(filling.answers).length === 0 ? null : 'half of what was answered was kept';
    },
  },
  {
    name: 'giving the screen back',
    starts: 'open',
    ready: async (vault, { clients }) => {
      const { handoverId } = await handOver(vault, clients[1]!.id);
      return () => vault.call('handover.end', { handoverId, passphrase });
    },
    wrong: (after) => (isTold(after) && after.handedOver ? 'told, and still handed over' : null),
  },
  {
    name: 'keeping an intake',
    starts: 'open',
    ready: async (vault, { clients }) => {
      const intakeId = await openIntake(vault, clients[1]!.id);
      return () => vault.call('intake.save', { intakeId, revision: 2, changes: { 's-easier': { note: 'kept' } } });
    },
    wrong: (after) => {
      const [intake] = [...after.kept.intakes.values()];
      const isThere = intake?.revision === 3 && 's-easier' in intake.entries;
      return !intake || intake.revision < 2 ? 'what was kept before is gone' : isTold(after) && !isThere ? 'told, and not kept' : null;
    },
  },
  {
    name: 'giving an intake back',
    starts: 'open',
    ready: async (vault, { clients }) => {
      const clientId = clients[1]!.id;
      await okOf(vault.call('intake.start', { clientId }));
      const { form, ...held } = await handOver(vault, clientId, 'safe-intake');
      await okOf(vault.call('handover.answer', { ...filledIn(form), ...held }));
      return () => vault.call('handover.end', { handoverId: held.handoverId, passphrase });
    },
    wrong: (after) => {
      const [intake] = [...after.kept.intakes.values()];
      if (isTold(after) && after.handedOver) return 'told, and still handed over';
      if (after.handedOver?.fillings.some(({ answers }) => !('s-distress' in answers)))
        return 'what the client answered is gone from the screen';
      // Where it came back to the hand-over, looking through the practice gave the screen back.
      return intake && 's-distress' in intake.entries ? null : 'what the client answered is not taken in';
    },
  },
  {
    name: 'taking a place back',
    starts: 'open',
    ready: async (vault, { clients }) => {
      const clientId = clients[0]!.id;
      const { map } = await okOf(vault.call('consentMap.get', { clientId }));
      const areas = Object.keys(map?.areas ?? {}).slice(0, 1);
      return () => vault.call('consentMap.withdraw', { clientId, areas, words: 'Not there' });
    },
    // One is of the consent they signed.
    wrong: (after) => (isTold(after) && after.kept.maps !== 2 ? 'told, and not kept' : null),
  },
  {
    name: 'trying the stop signal',
    starts: 'open',
    ready: async (vault, { clients }) => {
      const { stopWord: word, stopGesture: gesture } = details;
      return () => vault.call('stopSignal.rehearsed', { clientId: clients[1]!.id, word, gesture });
    },
    wrong: (after, { clients }) => {
      const isTried = after.clients.find(({ id }) => id === clients[1]!.id)?.stopRehearsedAt != null;
      if (isTried !== (after.kept.rehearsals === 1)) return 'half of it was kept';
      return isTold(after) && !isTried ? 'told, and not kept' : null;
    },
  },
  {
    name: 'taking a consent back',
    starts: 'open',
    ready: async (vault, { clients }) => {
      const { consents } = await okOf(vault.call('consent.ofClient', { clientId: clients[0]!.id }));
      return () => vault.call('consent.withdraw', { consentId: consents[0]!.id, by: 'client', parts: [], words: 'No more' });
    },
    wrong: (after) => (isTold(after) && after.kept.withdrawals !== 1 ? 'told, and not kept' : null),
  },
  {
    name: 'keeping a draft',
    starts: 'open',
    ready: async (vault) => () =>
      vault.call('drafts.save', { key: 'new-client', title: 'New client', place: '/clients/new', text: '{"chosenName":"Dee"}' }),
    wrong: (after) => (isTold(after) && after.drafts.length !== 1 ? 'told, and not kept' : null),
  },
  { name: 'locking', starts: 'open', ready: async (vault) => () => vault.call('vault.lock', {}) },
  {
    name: 'changing the passphrase',
    starts: 'open',
    changesPassphrase: true,
    ready: async (vault) => () => vault.call('vault.changePassphrase', { passphrase, next: nextPassphrase }),
    wrong: newWhenTold,
  },
  {
    name: 'making a new data key',
    starts: 'open',
    changesPassphrase: true,
    ready: async (vault) => () => vault.call('vault.newKey', { passphrase, next: nextPassphrase }),
    wrong: newWhenTold,
  },
  { name: 'making a Recovery Kit', starts: 'open', ready: async (vault) => () => vault.call('vault.makeRecoveryKit', { passphrase }) },
  {
    name: 'recovering',
    starts: 'locked',
    changesPassphrase: true,
    ready:
      async (vault, { code }) =>
      () =>
        vault.call('vault.recover', { code, passphrase: nextPassphrase }),
    wrong: newWhenTold,
  },
  {
    name: 'unlocking after things were written down while locked',
    starts: 'locked',
    before: (folder) => {
      for (let line = 0; line < lines; line += 1)
        writeLocked(folder, { kind: 'failed-unlock', at: '2026-11-23T08:00:00.000Z', monotonic: line });
    },
    ready: async (vault) => () => vault.call('vault.unlock', { passphrase }),
    wrong: ({ kept }) => onceEach(kept, 'failed-unlock', lines),
  },
  {
    name: 'a wrong passphrase',
    starts: 'locked',
    ready: async (vault) => async () => {
      const reply = await vault.call('vault.unlock', { passphrase: 'not the one at all' });
      return reply.ok ? { ok: false, error: { code: 'not-allowed' } } : { ok: true, value: reply.error };
    },
    wrong: (after) => (isTold(after) ? onceEach(after.kept, 'failed-unlock', 1) : null),
  },
  { name: 'making a practice', starts: 'nowhere', ready: async (vault) => () => vault.call('vault.create', { passphrase, profile }) },
];
