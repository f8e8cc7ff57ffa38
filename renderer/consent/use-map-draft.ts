import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../shared/app-error.ts';
import type { OutputOf } from '../../shared/calls.ts';
import type { Client } from '../../shared/clients.ts';
import { ConsentMap } from '../../shared/consent-map.ts';
import { keepDraft } from '../drafts.ts';
import { said } from '../ui/notice.tsx';
import { keyOf, useSend } from '../use-call.ts';
import { useDraft } from '../use-draft.ts';
import { areasOf, draftFrom, isChanged, type Joined, joined, MapDraft } from './map-edit.ts';

type Found = OutputOf<'consentMap.get'>;

export const mapDraftKey = (clientId: string): string => `map-${clientId}`;

type Drafting = {
  readonly draft: MapDraft;
  readonly set: (draft: MapDraft) => void;
  readonly discard: () => void;
  readonly found: boolean;
  /** The map in force is another one, and both changed the same: to be decided first. */
  readonly conflict: Joined | null;
  /** The newer map that was joined in meanwhile. */
  readonly meanwhile: ConsentMap | null;
  readonly save: () => Promise<void>;
  readonly isSending: boolean;
  readonly error: AppError | null;
};

/** The map that is being made: kept as a draft, joined with whatever is made elsewhere meanwhile, saved when the person says so. */
export const useMapDraft = (client: Client, { map }: Found): Drafting => {
  const { t } = useTranslation('maps');
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { id: clientId, chosenName: name } = client;
  const about = { key: mapDraftKey(clientId), title: t('draft', { name }), place: `/clients/${clientId}/map/change` };
  const { value: draft, set, drop, found } = useDraft(about, MapDraft, () => draftFrom(map));
  const { send, isSending, error, forget } = useSend('consentMap.set');
  const [meanwhile, setMeanwhile] = useState<ConsentMap | null>(null);

  const both = draft.basedOn === (map?.id ?? null) ? null : joined(draft, map);
  const isOpen = both !== null && (both.disputed.length > 0 || both.ceilingDisputed);
  useEffect(() => {
    if (!both || isOpen) return;
    if (isChanged(draft) || draft.words !== '') {
      set(both.draft);
      setMeanwhile(map);
    } else {
      drop(draftFrom(map));
    }
  }, [both, isOpen, draft, map, set, drop]);

  const takeUpAgain = async (): Promise<void> => {
    keepDraft(about, draft);
    await navigate({ to: '/clients/$clientId/map/change', params: { clientId } });
  };
  const save = async (): Promise<void> => {
    if (isSending) return;
    const { now, basedOn, words } = draft;
    const reply = await send({ clientId, basedOn, ceiling: now.ceiling, areas: areasOf(now), words });
    const key = keyOf('consentMap.get', { clientId });
    const put = (newest: ConsentMap): unknown =>
      queries.setQueryData<Found>(key, (before) => (before ? { ...before, map: newest } : before));
    if (!reply.ok) {
      const newer = reply.error.code === 'conflict' ? ConsentMap.safeParse(reply.error.current).data : undefined;
      if (!newer) return;
      forget();
      put(newer);
      return;
    }
    drop(draftFrom(reply.value));
    put(reply.value);
    said(t('change.saved'));
    void navigate({ to: '/clients/$clientId/map', params: { clientId }, replace: true });
  };
  return {
    draft,
    set: (next) => {
      forget();
      set(next);
    },
    discard: () => {
      drop(draftFrom(map));
      if (isChanged(draft) || draft.words !== '') said(t('change.left'), { word: t('change.undo'), run: () => void takeUpAgain() });
      void navigate({ to: '/clients/$clientId/map', params: { clientId } });
    },
    found,
    conflict: isOpen ? both : null,
    meanwhile,
    save,
    isSending,
    error,
  };
};
