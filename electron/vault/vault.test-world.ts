import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import type { Reply } from '../../shared/app-error.ts';
import type { CallName, InputOf, OutputOf } from '../../shared/calls.ts';
import { secondHere } from '../backup/second.test-world.ts';
import { flagsOf, type House, openHouse } from '../practice/house.ts';
import { clinicalContent, profileDetails } from '../practice/practice.test-world.ts';
import type { OpenPractice } from '../practice/practice.ts';

export const passphrase = 'quiet river under stones';

/** A real vault in a folder of its own for each test: the same house the vault process opens, without a shell. */
export const vaultWorld = (name: string) => {
  let folder = '';
  let houses: House[] = [];
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), `stillpoint-${name}-`));
  });
  afterEach(async () => {
    for (const house of houses) await house.vault.close();
    houses = [];
    rmSync(folder, { recursive: true, force: true });
  });

  const open = (now = '2026-11-24T10:00:00Z', ends: Partial<Parameters<typeof openHouse>[2]> = {}): House => {
    const flags = flagsOf([`--data=${folder}`, `--now=${now}`]);
    const house = openHouse(flags, 'trial', {
      dialog: async () => null,
      announce: () => undefined,
      ended: () => undefined,
      second: secondHere,
      ...(ends.clinical ? {} : { content: clinicalContent() }),
      ...ends,
    });
    houses.push(house);
    return house;
  };
  const call = <N extends CallName>(house: House, callName: N, input: InputOf<N>): Promise<Reply<OutputOf<N>>> =>
    house.dispatch(callName, input) as Promise<Reply<OutputOf<N>>>;
  const ok = async <N extends CallName>(house: House, callName: N, input: InputOf<N>): Promise<OutputOf<N>> => {
    const reply = await call(house, callName, input);
    if (!reply.ok) throw new Error(`${callName}: ${JSON.stringify(reply.error)}`);
    return reply.value;
  };
  return {
    folder: () => folder,
    file: (fileName: string) => join(folder, fileName),
    open,
    call,
    ok,
    /** A new practice, open. */
    made: async (ends?: Partial<Parameters<typeof openHouse>[2]>): Promise<House> => {
      const house = open(undefined, ends);
      await ok(house, 'vault.create', { passphrase, profile: profileDetails });
      return house;
    },
    /** Locked and opened again in a new house, as after a lock. */
    again: async (house: House, now = '2026-11-24T11:00:00Z', ends?: Partial<Parameters<typeof openHouse>[2]>): Promise<House> => {
      await house.vault.close();
      const next = open(now, ends);
      await ok(next, 'vault.unlock', { passphrase });
      return next;
    },
    practiceOf: (house: House): OpenPractice => {
      const standing = house.vault.standing();
      if (standing.state !== 'open') throw new Error('not open');
      return standing.practice;
    },
  };
};
