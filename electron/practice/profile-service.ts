import { Refused } from '../../shared/app-error.ts';
import type { Profile, ProfileDetails } from '../../shared/profile.ts';
import { recordAudit } from '../audit/audit-repository.ts';
import type { Practice, Tx } from './practice.ts';
import { insertProfile, profileOf, replaceProfile } from './profile-repository.ts';

export const getProfile = async (practice: Practice): Promise<Profile> => ({
  ...(await profileOf(practice.db)),
  role: practice.actor.role,
});

export const updateProfile = async (
  practice: Practice,
  input: { readonly version: number; readonly details: ProfileDetails },
): Promise<Profile> => {
  const saved = await practice.write(async (tx) => {
    if (!(await replaceProfile(tx, input.version, input.details))) throw new Refused({ code: 'conflict', current: await profileOf(tx) });
    await recordAudit(tx, practice, {});
    return profileOf(tx);
  });
  practice.changed('profile', 'consents');
  return { ...saved, role: practice.actor.role };
};

/** The profile a practice is made with, in the transaction that makes it. */
export const startProfile = (tx: Tx, details: ProfileDetails): Promise<void> => insertProfile(tx, details);
