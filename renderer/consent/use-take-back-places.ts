import { useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../shared/app-error.ts';
import type { OutputOf } from '../../shared/calls.ts';
import { said } from '../ui/notice.tsx';
import { keyOf, useSend } from '../use-call.ts';

type TakingBack = {
  /** True once it is out. `done` is said then. */
  readonly takeBack: (places: { readonly areas: readonly string[]; readonly words?: string; readonly done: string }) => Promise<boolean>;
  /** One place, in one touch. */
  readonly takeBackOne: (code: string, place: string) => Promise<boolean>;
  readonly error: AppError | null;
  readonly isSending: boolean;
};

/** The button goes with the place it took back; what says the place's name takes the focus. */
const keepFocus = (): (() => void) => {
  const from = document.activeElement?.closest('.area-row, .chosen-area, .map-panel');
  return () => {
    if (document.activeElement && document.activeElement !== document.body) return;
    const name = from?.querySelector<HTMLElement>('button.area-row-name') ?? document.querySelector<HTMLElement>('.map-panel-title');
    name?.focus({ preventScroll: true });
  };
};

/** Places are taken back at once, whatever else is going on in the window. */
export const useTakeBackPlaces = (clientId: string): TakingBack => {
  const { t } = useTranslation('maps');
  const queries = useQueryClient();
  const { send, isSending, error } = useSend('consentMap.withdraw');
  const running = useRef(false);
  const takeBack: TakingBack['takeBack'] = async ({ areas, words = '', done }) => {
    if (running.current) return false;
    running.current = true;
    const focus = keepFocus();
    const reply = await send({ clientId, areas: [...areas], words });
    running.current = false;
    if (!reply.ok) return false;
    queries.setQueryData<OutputOf<'consentMap.get'>>(keyOf('consentMap.get', { clientId }), (before) =>
      before ? { ...before, map: reply.value } : before,
    );
    said(done);
    setTimeout(focus);
    return true;
  };
  return {
    takeBack,
    takeBackOne: (code, place) => takeBack({ areas: [code], done: t('takeBack.done', { place }) }),
    error,
    isSending,
  };
};
