import { useTranslation } from 'react-i18next';
import type { AppError, Reply } from '../../../shared/app-error.ts';
import { said } from '../../ui/notice.tsx';
import type { Offered } from './offered-list.tsx';

type Kept = Offered & { readonly version: number };
type Details = { readonly name: string; readonly active: boolean };

type Sending<T extends Kept, D extends Details> = {
  readonly send: (save: { readonly id: string; readonly version: number; readonly details: D }) => Promise<Reply<T>>;
  readonly isSending: boolean;
  readonly error: AppError | null;
};

/** Takes something out of use, or uses it again; a press can be taken back with the next. */
export const useTurn = <T extends Kept, D extends Details>(
  { send, isSending, error }: Sending<T, D>,
  detailsOf: (one: T) => D,
): { readonly turn: (one: T, active: boolean) => Promise<void>; readonly error: AppError | null } => {
  const { t } = useTranslation('schedule');
  const turn = async (one: T, active: boolean): Promise<void> => {
    if (isSending) return;
    const reply = await send({ id: one.id, version: one.version, details: { ...detailsOf(one), active } });
    if (reply.ok) said(t(active ? 'setup.turnedOn' : 'setup.turnedOff', { name: one.name }));
  };
  return { turn, error };
};
