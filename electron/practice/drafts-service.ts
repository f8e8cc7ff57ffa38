import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import { limits } from '../../shared/limits.ts';
import { deleteDraft, draftsOf, dropOldestDrafts, hasDraft, replaceDraft } from './drafts-repository.ts';
import type { Practice } from './practice.ts';

/** Each person has their own: nobody sees what another one has not saved yet. */
export const saveDraft = async (practice: Practice, input: ParsedInputOf<'drafts.save'>): Promise<OutputOf<'drafts.save'>> => {
  const savedAt = practice.now();
  await practice.write(async (tx) => {
    await replaceDraft(tx, practice.actor.id, { ...input, savedAt });
    await dropOldestDrafts(tx, practice.actor.id, input.key, limits.drafts);
  });
  return { savedAt };
};

export const getDrafts = async (practice: Practice, { key }: ParsedInputOf<'drafts.get'>): Promise<OutputOf<'drafts.get'>> => ({
  drafts: await draftsOf(practice.db, practice.actor.id, key),
});

export const discardDraft = async (practice: Practice, { key }: ParsedInputOf<'drafts.discard'>): Promise<OutputOf<'drafts.discard'>> => {
  await practice.write((tx) => deleteDraft(tx, practice.actor.id, key));
  return {};
};

/** Whether something this person typed waits for them. */
export const keepsDrafts = (practice: Practice): Promise<boolean> => hasDraft(practice.db, practice.actor.id);
