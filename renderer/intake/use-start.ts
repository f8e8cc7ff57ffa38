import { useQueryClient } from '@tanstack/react-query';
import type { AppError } from '../../shared/app-error.ts';
import { call } from '../call.ts';
import { usePressed } from '../ui/use-pressed.ts';
import { keyOf } from '../use-call.ts';

type Starting = { readonly busy: boolean; readonly error: AppError | null; readonly start: () => Promise<void> };

/** Begins the intake, or a review of it. */
export const useStart = (clientId: string): Starting => {
  const queries = useQueryClient();
  const { busy, error, press } = usePressed(async () => {
    const reply = await call('intake.start', { clientId });
    if (!reply.ok) return reply.error;
    await queries.invalidateQueries({ queryKey: keyOf('intake.ofClient', { clientId }) });
    return null;
  });
  return { busy, error, start: press };
};
