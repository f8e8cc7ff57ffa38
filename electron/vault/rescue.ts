import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import type { LastWord } from '../../shared/last-word.ts';
import type { Log } from '../practice/log.ts';
import { attempt } from './attempts.ts';
import type { Header } from './header.ts';
import { codeFrom } from './keys-service.ts';
import { endsBehindKey } from './last-words.ts';
import type { Opened } from './opening.ts';
import { openReadOnly } from './read-only.ts';
import { type SalvageWorld, salvagePractice } from './salvage-service.ts';
import { type WayIn, wayIn } from './ways-in.ts';

type RescueWorld = SalvageWorld & {
  readonly log: Log;
  readonly lockedHeader: () => Header;
  readonly noteFailed: () => void;
  /** Somebody with the key reads records whose own trail cannot be written to. */
  readonly noteRead: () => void;
  /** Waits for a backup that is being copied. */
  readonly copied: () => Promise<void>;
  readonly end: (word: LastWord | null) => void;
};

/** What is offered of a practice that cannot be opened: to read what can be read, and to save it. Neither changes anything in it. */
export const createRescue = (world: RescueWorld) => {
  const enter = async (header: Header, kind: 'passphrase' | 'recovery', secret: string): Promise<WayIn> => {
    await world.copied();
    const wrong = kind === 'passphrase' ? 'wrong-passphrase' : 'wrong-recovery-code';
    const { folder, now } = world;
    return attempt({ folder, now, wrong, noteWrong: async () => world.noteFailed() }, () => wayIn(header, kind, secret));
  };

  /** With the key in hand this process is not kept, whatever comes of it. */
  const behindKey = async <T>(kind: 'not-salvaged' | 'not-opened', work: () => Promise<T>): Promise<T> => {
    try {
      world.noteRead();
      return await work();
    } catch (failure) {
      throw endsBehindKey(world.log, kind, world.end, failure);
    }
  };

  return {
    salvage: async ({ secret }: ParsedInputOf<'vault.salvage'>): Promise<OutputOf<'vault.salvage'>> => {
      const header = world.lockedHeader();
      const text = secret.kind === 'passphrase' ? secret.text : codeFrom(secret.text);
      const way = await enter(header, secret.kind, text);
      try {
        const report = await behindKey('not-salvaged', () => salvagePractice(world, header, way));
        world.end({ kind: 'salvaged', report });
        return report;
      } finally {
        way.dataKey.fill(0);
      }
    },
    open: async (passphrase: string): Promise<Opened> => {
      const header = world.lockedHeader();
      const way = await enter(header, 'passphrase', passphrase);
      return behindKey('not-opened', () => openReadOnly(world, header, way));
    },
  };
};
