import { randomBytes } from 'node:crypto';
import type { ParsedInputOf } from '../../shared/calls.ts';
import type { Profile } from '../../shared/profile.ts';
import { attempt } from './attempts.ts';
import { keysFrom, sealDataKey } from './envelope.ts';
import { clearHeader, type Header, headerFormat, headerVersion } from './header.ts';
import { keyholderOfWrap, ownerOf } from './keyholders-repository.ts';
import { codeFrom, refuseWeak } from './keys-service.ts';
import { finishMaking } from './making.ts';
import { fillNewPractice } from './new-practice.ts';
import type { Opening } from './opening.ts';
import type { VaultWorld } from './vault-world.ts';
import { wayIn, withSecret } from './ways-in.ts';

type EntranceWorld = Pick<VaultWorld, 'folder' | 'newId' | 'madeBy'> & {
  readonly now: () => string;
  readonly practice: Opening['practice'];
  /** @throws Refusal already-open, practice-exists */
  readonly lockedHeader: () => Header;
  readonly refuseIfPractice: () => void;
  /** On disk first, then in memory. */
  readonly replace: (header: Header) => void;
  /** A practice was made and waits to be opened. */
  readonly made: () => void;
  readonly noteFailed: () => void;
  /** Waits for a backup that is being copied: the file may not be written to meanwhile. */
  readonly copied: () => Promise<void>;
  /** Opens with the data key, which is gone afterwards. */
  readonly open: (dataKey: Buffer, header: Header, action: Opening['action'], enter: Opening['enter']) => Promise<Profile>;
};

/** The three ways into a practice: by passphrase, by the Recovery Kit, by making it. */
export const createEntrances = (world: EntranceWorld) => {
  const { folder } = world;
  const tryWay = (key: Header, kind: 'passphrase' | 'recovery', secret: string) =>
    attempt(
      {
        folder,
        now: world.now,
        wrong: kind === 'passphrase' ? 'wrong-passphrase' : 'wrong-recovery-code',
        noteWrong: async () => world.noteFailed(),
      },
      () => wayIn(key, kind, secret),
    );

  return {
    unlock: async ({ passphrase }: ParsedInputOf<'vault.unlock'>): Promise<Profile> => {
      const key = world.lockedHeader();
      await world.copied();
      const { dataKey, wrap } = await tryWay(key, 'passphrase', passphrase);
      return world.open(dataKey, key, 'unlocked', (db) => keyholderOfWrap(db, wrap.id));
    },
    recover: async ({ code, passphrase }: ParsedInputOf<'vault.recover'>): Promise<Profile> => {
      const key = world.lockedHeader();
      const typed = codeFrom(code);
      refuseWeak(passphrase, 'passphrase');
      await world.copied();
      const { dataKey } = await tryWay(key, 'recovery', typed);
      return world.open(dataKey, key, 'recovered', async (db) => {
        const owner = await ownerOf(db);
        if (owner) world.replace(await withSecret(key, dataKey, 'passphrase', owner.wrapId, passphrase));
        return owner;
      });
    },
    create: async ({ passphrase, profile }: ParsedInputOf<'vault.create'>): Promise<Profile> => {
      world.refuseIfPractice();
      refuseWeak(passphrase, 'passphrase');
      const binding = { format: headerFormat, version: headerVersion, practiceId: world.newId() } as const;
      const dataKey = randomBytes(32);
      const wrap = await sealDataKey(dataKey, passphrase, world.newId(), binding);
      const owner = { id: world.newId(), name: profile.practitionerName, role: 'owner', wrapId: wrap.id } as const;
      const header: Header = { ...binding, madeBy: world.madeBy, generation: 1, wraps: [wrap] };
      const keys = keysFrom(dataKey, binding.practiceId);
      try {
        clearHeader(folder);
        await fillNewPractice({ folder, keys, owner, profile, practice: world.practice });
        world.replace(header);
        finishMaking(folder);
      } catch (failure) {
        dataKey.fill(0);
        throw failure;
      } finally {
        for (const key of Object.values(keys)) key.fill(0);
      }
      world.made();
      return world.open(dataKey, header, 'unlocked', (db) => keyholderOfWrap(db, wrap.id));
    },
  };
};
