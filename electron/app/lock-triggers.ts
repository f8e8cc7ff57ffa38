import { powerMonitor } from 'electron';
import type { LockTrigger } from '../practice/shell-messages.ts';

/**
 * Locks when the computer turns away from the person. Nothing happens while no passphrase has opened the
 * practice: there is nothing to protect, and a half-typed set-up would be lost.
 */
export function watchLockTriggers(practice: { isUnlocked(): boolean; lock(trigger: LockTrigger): void }): void {
  const lockIfUnlocked = (trigger: LockTrigger) => () => {
    if (practice.isUnlocked()) practice.lock(trigger);
  };
  powerMonitor.on('suspend', lockIfUnlocked('sleep'));
  // A computer that falls asleep at once may say so only when it wakes.
  powerMonitor.on('resume', lockIfUnlocked('sleep'));
  powerMonitor.on('lock-screen', lockIfUnlocked('screen-lock'));
  powerMonitor.on('user-did-resign-active', lockIfUnlocked('screen-lock'));
}
