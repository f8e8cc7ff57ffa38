import type { AppError } from '../../shared/app-error.ts';
import type { OutputOf } from '../../shared/calls.ts';
import { isClinical, usePractice } from '../practice.ts';
import { useCall } from '../use-call.ts';

export type Unsigned = OutputOf<'notes.unsigned'>;

/** One's own notes that are not signed, and one's own sessions without one; for those who write notes. */
export const useUnsignedNotes = (): Unsigned & { readonly error: AppError | null; readonly again: () => unknown } => {
  const { data, error, again } = useCall('notes.unsigned', {}, { enabled: isClinical(usePractice()), fresh: true });
  return { waiting: data?.waiting ?? [], total: data?.total ?? 0, error, again };
};
