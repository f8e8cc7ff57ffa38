import { z } from 'zod';
import type { AppError } from '../../shared/app-error.ts';
import { Id } from '../../shared/ids.ts';

const There = z.object({ id: Id, title: z.string() });

/** The paper a client has already, where the very same file was to be filed once more; whoever only needs a paper goes on with that one. */
export const paperThere = (error: AppError): { readonly documentId: string; readonly title: string } | null => {
  if (error.code !== 'refused' || error.reason !== 'filed-already') return null;
  const there = There.safeParse(error.details).data;
  return there ? { documentId: there.id, title: there.title } : null;
};
