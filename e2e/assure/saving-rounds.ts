import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import type { Client, ClientDetails } from '../../shared/clients.ts';
import type { Chance } from './chance.ts';
import { type Headless, okOf } from './headless-process.ts';
import type { Kept } from './kept-records.ts';
import { anyDetails } from './trial-records.ts';

/** What the person at the screen was told is saved, and the one save they had no answer for yet. */
export type Told = {
  readonly saved: Map<string, { readonly version: number; readonly details: ClientDetails }>;
  readonly unanswered: { id: string | null; details: ClientDetails }[];
  saves: number;
};

export const nothingTold = (): Told => ({ saved: new Map(), unanswered: [], saves: 0 });

const save = async (vault: Headless, told: Told, chance: Chance, details: ClientDetails): Promise<void> => {
  const ids = [...told.saved.keys()];
  const id = ids.length > 0 && chance.below(3) > 0 ? chance.pick(ids) : null;
  told.unanswered.push({ id, details });
  const before = id === null ? null : told.saved.get(id)!;
  const asked =
    id && before ? vault.call('clients.update', { id, version: before.version, details }) : vault.call('clients.create', details);
  const { id: savedId, version, createdAt, updatedAt, archivedAt, stopRehearsedAt, inError, ...kept }: Client = await okOf(asked);
  told.unanswered.pop();
  told.saved.set(savedId, { version, details: kept });
  told.saves += 1;
};

/** Waits a part of a millisecond without giving the moment away to a timer. */
const spin = (microseconds: number): void => {
  const until = process.hrtime.bigint() + BigInt(microseconds) * 1_000n;
  while (process.hrtime.bigint() < until);
};

/** Saves one after the other, and kills the process somewhere within the last one: before, while or just after it is answered. */
export const saveUntilKilled = async (vault: Headless, told: Told, chance: Chance, saves: number): Promise<void> => {
  const typed = fc.sample(anyDetails, { seed: chance.below(2 ** 31), numRuns: saves });
  for (const details of typed.slice(0, -1)) await save(vault, told, chance, details);
  const last = save(vault, told, chance, typed.at(-1)!).catch(() => undefined);
  if (chance.below(4) === 0) await last;
  else {
    // Gives the line its way out, then waits up to four times what a save takes.
    await new Promise(setImmediate);
    spin(chance.below(12_000));
  }
  await vault.kill();
  await last;
};

/** Saves that were told and are not there as told, in words; what nobody was told may be there or not, but only whole. */
export const lostSaves = (told: Told, kept: Kept): string[] => {
  const open = told.unanswered;
  const wrong = [...told.saved].flatMap(([id, saved]) => {
    const found = kept.clients.get(id);
    if (isDeepStrictEqual(found, saved)) return [];
    const later = open.find(
      (one) => one.id === id && found?.version === saved.version + 1 && isDeepStrictEqual(found.details, one.details),
    );
    return later ? [] : [`told ${JSON.stringify(saved)}, kept ${JSON.stringify(found)}`];
  });
  const strangers = [...kept.clients].filter(
    ([id, client]) => !told.saved.has(id) && !open.some((one) => one.id === null && isDeepStrictEqual(client.details, one.details)),
  );
  return [...wrong, ...strangers.map(([id]) => `client ${id} was never sent`)];
};

/** After a kill the person looks again: what is there is what they go on from. */
export const lookAgain = (told: Told, kept: Kept): void => {
  told.unanswered.length = 0;
  told.saved.clear();
  for (const [id, client] of kept.clients) told.saved.set(id, client);
};
