import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { whenTrialEnds } from './clearing.ts';
import { type Headless, type HeadlessOptions, okOf, startHeadless } from './headless-process.ts';
import { keepNotes } from './note-records.ts';
import { keepSessions } from './session-records.ts';
import { details, passphrase, profile, readySigning } from './trial-records.ts';

/** A new folder that is gone after the trial. */
export const trialFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'stillpoint-assure-'));
  whenTrialEnds(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

/** A headless process that no trial leaves behind. */
export const startTrial = (options: HeadlessOptions): Headless => {
  const vault = startHeadless(options);
  whenTrialEnds(() => vault.kill());
  return vault;
};

export const unlocked = async (options: HeadlessOptions): Promise<Headless> => {
  const vault = startTrial(options);
  await okOf(vault.call('vault.unlock', { passphrase }));
  return vault;
};

/** Makes a practice in the folder and leaves it open. */
export const openNewPractice = async (options: HeadlessOptions): Promise<Headless> => {
  const vault = startTrial(options);
  await okOf(vault.call('vault.create', { passphrase, profile }));
  return vault;
};

/** A copy of a closed practice to do harm to. */
export const copyOf = (practice: string): string => {
  const copy = join(trialFolder(), 'practice');
  cpSync(practice, copy, { recursive: true });
  return copy;
};

/** A practice with some clients, a signed consent, sessions and notes, closed as at the end of a day; for a whole test file, which removes it. */
export const closedPractice = async (now: string): Promise<{ readonly folder: string; readonly remove: () => void }> => {
  const folder = mkdtempSync(join(tmpdir(), 'stillpoint-assure-'));
  const vault = startHeadless({ data: folder, now });
  await okOf(vault.call('vault.create', { passphrase, profile }));
  for (let number = 1; number <= 20; number += 1) {
    const client = await okOf(vault.call('clients.create', { ...details, chosenName: `${details.chosenName} ${number}` }));
    if (number === 1) await okOf(vault.call('consent.sign', await readySigning(vault, client.id)));
  }
  await keepNotes(vault, await keepSessions(vault, () => 'x'), () => 'x');
  await vault.end();
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
};
