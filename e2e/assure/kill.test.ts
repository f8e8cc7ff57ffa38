import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { announcedChance } from './chance.ts';
import { okOf } from './headless-process.ts';
import { keptIn, keysOf } from './kept-records.ts';
import { lookAgain, lostSaves, nothingTold, saveUntilKilled } from './saving-rounds.ts';
import { openNewPractice, trialFolder, unlocked } from './trial.ts';
import { details, passphrase } from './trial-records.ts';

const now = '2026-11-23T09:00:00Z';

describe('a vault process that is killed', () => {
  it('keeps every save it acknowledged, whole, over 6 kills in 100 saves', { timeout: 120_000 }, async () => {
    const chance = announcedChance('kill');
    const folder = trialFolder();
    let vault = await openNewPractice({ data: folder, now });
    const keys = await keysOf(folder, passphrase);
    const told = nothingTold();
    let kills = 0;
    while (told.saves < 100 || kills < 6) {
      await saveUntilKilled(vault, told, chance, 12 + chance.below(11));
      kills += 1;
      const kept = await keptIn(folder, keys);
      expect({ seed: chance.seed, kills, broken: kept.broken, lost: lostSaves(told, kept) }).toEqual({
        seed: chance.seed,
        kills,
        broken: [],
        lost: [],
      });
      lookAgain(told, kept);
      vault = await unlocked({ data: folder, now });
      const { total } = await okOf(vault.call('clients.search', { query: '' }));
      expect(total).toBe(kept.clients.size);
    }
    console.log(`kill: ${told.saves} saves, ${kills} kills, 0 escapes`);
  });

  it('is caught by this harness when it answers before it writes', { timeout: 120_000 }, async () => {
    const chance = announcedChance('kill, planted defect');
    const folder = trialFolder();
    const made = await openNewPractice({ data: folder, now });
    const client = await okOf(made.call('clients.create', details));
    await made.end();
    const keys = await keysOf(folder, passphrase);
    const program = join(import.meta.dirname, 'early-acknowledgement.ts');
    let caught = 0;
    for (let trial = 0; trial < 8 && caught === 0; trial += 1) {
      const vault = await unlocked({ data: folder, now, program });
      const before = await okOf(vault.call('clients.get', { id: client.id }));
      const told = nothingTold();
      const changed = { ...details, stopWord: `word ${trial}` };
      const { version } = await okOf(vault.call('clients.update', { id: client.id, version: before.version, details: changed }));
      await vault.kill();
      told.saved.set(client.id, { version, details: changed });
      caught += lostSaves(told, await keptIn(folder, keys)).length;
    }
    expect({ seed: chance.seed, caught: caught > 0 }).toEqual({ seed: chance.seed, caught: true });
  });
});
