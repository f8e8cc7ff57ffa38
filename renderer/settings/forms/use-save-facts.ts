import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormFact } from '../../../shared/profile.ts';
import { said } from '../../ui/notice.tsx';
import { useSend } from '../../use-call.ts';
import { type AllTyped, disputedFacts, type FactsDraft, factsToSend, mergedFacts, SavedFacts, typedFrom } from './facts-draft.ts';

/** What someone saved meanwhile, and the version it has. */
export type Theirs = { readonly facts: AllTyped; readonly version: number };

type About = { readonly set: (draft: FactsDraft) => void; readonly drop: (to: FactsDraft) => void };

/** Saves the words that changed; where someone saved meanwhile, once more on top of theirs as long as there is nothing to ask. */
export const useSaveFacts = ({ set, drop }: About) => {
  const { t } = useTranslation('forms');
  const { send, isSending, error, forget } = useSend('profile.setFormFacts');
  const [sent, setSent] = useState<readonly FormFact[]>([]);
  const [theirs, setTheirs] = useState<Theirs | null>(null);

  /** Whether it is saved. */
  const save = async (from: FactsDraft): Promise<boolean> => {
    set(from);
    setTheirs(null);
    const facts = factsToSend(from, t);
    setSent(facts);
    const reply = await send({ version: from.version, facts });
    if (reply.ok) {
      drop({ typed: from.typed, base: from.typed, version: reply.value.version });
      said(t('words.saved'));
      return true;
    }
    const now = reply.error.code === 'conflict' ? SavedFacts.safeParse(reply.error.current).data : undefined;
    if (!now) return false;
    const three = { typed: from.typed, base: from.base, theirs: typedFrom(now.facts) };
    if (disputedFacts(three, t).length === 0) return save({ typed: mergedFacts(three, t), base: three.theirs, version: now.version });
    setTheirs({ facts: three.theirs, version: now.version });
    return false;
  };
  return { save, isSending, error, forget, sent, theirs };
};
