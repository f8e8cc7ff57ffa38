import { useNavigate } from '@tanstack/react-router';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Reply } from '../../../shared/app-error.ts';
import type { OutputOf } from '../../../shared/calls.ts';
import type { FormText } from '../../../shared/form-texts.ts';
import { call } from '../../call.ts';
import { said } from '../../ui/notice.tsx';
import { useSend } from '../../use-call.ts';
import { disputedParts, mergedWords, type TextDraft, textFrom, type Words, wordsOf } from './text-draft.ts';

type Saved = Reply<OutputOf<'forms.edit'>>;
/** What someone saved meanwhile, and the version it has. */
export type Theirs = { readonly words: Words; readonly version: string };

type About = { readonly formId: string; readonly shipped: FormText; readonly set: (draft: TextDraft) => void; readonly drop: () => void };

/** Saves the words; where someone saved meanwhile, once more on top of theirs as long as there is nothing to ask. */
export const useSaveText = ({ formId, shipped, set, drop }: About) => {
  const { t } = useTranslation('forms');
  const navigate = useNavigate();
  const { send, isSending, error, forget } = useSend('forms.edit');
  const sending = useRef(false);

  const sendOn = async (from: TextDraft): Promise<{ readonly reply: Saved; readonly theirs: Theirs | null }> => {
    set(from);
    const { version: basedOn, kind, note } = from;
    const reply = await send({ formId, basedOn, kind, note, text: textFrom(shipped, from.typed) });
    if (reply.ok || reply.error.code !== 'conflict') return { reply, theirs: null };
    const now = await call('forms.get', { formId });
    if (!now.ok) return { reply, theirs: null };
    const theirs = { words: wordsOf(now.value.text), version: now.value.version };
    const three = { base: from.base, typed: from.typed, theirs: theirs.words };
    if (disputedParts(three).length > 0) return { reply, theirs };
    return sendOn({ ...from, typed: mergedWords(three), base: theirs.words, version: theirs.version });
  };
  /** Gives what stands against it; null once it is saved. */
  const save = async (from: TextDraft): Promise<{ readonly theirs: Theirs | null } | null> => {
    if (sending.current) return { theirs: null };
    sending.current = true;
    const { reply, theirs } = await sendOn(from);
    sending.current = false;
    if (!reply.ok) return { theirs };
    drop();
    said(t(from.kind === 'meaning' ? 'save.savedMeaning' : 'save.savedSpelling', { version: reply.value.version }));
    await navigate({ to: '/settings/$section', params: { section: 'forms' } });
    return null;
  };
  return { save, isSending, error, forget };
};
