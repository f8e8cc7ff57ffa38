import { useNavigate } from '@tanstack/react-router';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { today, typedDay } from '../dates.ts';
import { useCall, useSend } from '../use-call.ts';
import { useDraft } from '../use-draft.ts';
import { ClosingTyped, closingOf, endOf, tasksWithoutDay, untold } from './closing-form.ts';
import { useConductor } from './conductor-context.ts';
import { dropBlockDraft } from './use-block-draft.ts';

/** Whom a therapist's task is about: those who are in the care team now. */
export const useTherapists = (clientId: string): { readonly isKnown: boolean; readonly names: readonly string[] } => {
  const team = useCall('careTeam.of', { clientId });
  const names = (team.data?.members ?? []).flatMap(({ role, endedOn, contact }) =>
    role === 'therapist' && endedOn === null ? [contact.name] : [],
  );
  return { isKnown: !team.isPending, names };
};

/** What is typed while closing, kept as a draft until it is told: a stop, a lock or a crash takes nothing of it. */
export const useClosing = (hasTherapist: boolean) => {
  const { t } = useTranslation('closing');
  const { session, content, tell } = useConductor();
  const { id: sessionId, state } = session;
  const navigate = useNavigate();
  const closing = useSend('sessions.close');
  // One id for every try: an answer that was lost is the same close.
  const closeId = useRef(crypto.randomUUID());
  const draft = useDraft({ key: `close-${sessionId}`, title: t('close.draft'), place: '/session' }, ClosingTyped, () =>
    closingOf(content, state, { today: today(), hasTherapist, typed: typedDay }),
  );
  const typed = draft.value;
  const change = (more: Partial<ClosingTyped>): void => draft.set({ ...typed, ...more });
  const isReady = tasksWithoutDay(typed).length === 0 && state.mode !== 'touch' && state.mode !== 'stopping';

  const tellRest = async (): Promise<boolean> => {
    const { aftercare, wayHome, remark } = untold(state, typed);
    if (aftercare && !(await tell('aftercare', { items: typed.aftercare, words: '' }))) return false;
    const { how, withWhom, advised, remember } = typed;
    if (wayHome && !(await tell('way-home', { how, withWhom, advisedAgainstDriving: advised }))) return false;
    return !remark || tell('remark', { words: remember });
  };
  const close = async (): Promise<void> => {
    if (!isReady || !(await tellRest())) return;
    const reply = await closing.send({ sessionId, id: closeId.current, end: endOf(typed) });
    if (!reply.ok) return;
    draft.drop();
    dropBlockDraft(sessionId);
    void navigate({ to: '/session/over/$sessionId', params: { sessionId }, replace: true });
  };
  return { typed, change, isReady, close, closing };
};
