import { Refused, type Unavailability } from '../../shared/app-error.ts';

/** What went wrong underneath, where it has a name the person can act on; null for our own mistakes. */
export const storeProblem = (failure: unknown): Unavailability | null => {
  const code = (failure as { code?: unknown } | null)?.code;
  if (typeof code !== 'string') return null;
  if (code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'EDQUOT') return 'disk-full';
  if (code.startsWith('SQLITE_READONLY') || code === 'EROFS' || code === 'EACCES' || code === 'EPERM') return 'folder-read-only';
  if (code.startsWith('SQLITE_IOERR') || code.startsWith('SQLITE_CANTOPEN') || code === 'EIO') return 'disk-failing';
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB') return 'database-damaged';
  return null;
};

/** Why a folder cannot be worked with, whatever it was that failed. */
export const unavailabilityOf = (failure: unknown): Unavailability => {
  if (failure instanceof Refused && failure.error.code === 'unavailable') return failure.error.reason;
  return storeProblem(failure) ?? 'folder-read-only';
};
