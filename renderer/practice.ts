import { createContext, useContext } from 'react';
import type { Profile } from '../shared/profile.ts';
import { call } from './call.ts';
import { flushDrafts } from './drafts.ts';

/** The open practice, for everything shown while it is open. */
export const PracticeContext = createContext<Profile | null>(null);

export const usePractice = (): Profile => {
  const profile = useContext(PracticeContext);
  if (!profile) throw new Error('shown outside an open practice');
  return profile;
};

export const isClinical = (profile: Profile): boolean => profile.role === 'owner' || profile.role === 'practitioner';

/** What is typed goes first; calls keep their order. The answer may never come: the page ends with the lock. */
export const lockPractice = (): void => {
  flushDrafts();
  void call('vault.lock', {});
};
