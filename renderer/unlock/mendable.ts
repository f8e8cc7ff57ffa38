import type { AppError, Unavailability } from '../../shared/app-error.ts';

const byBackup: readonly Unavailability[] = ['database-missing', 'database-damaged', 'header-damaged', 'header-missing'];

/** The files of the practice themselves are the trouble, which is what a backup mends. */
export const isMendable = (problem: Unavailability): boolean => byBackup.includes(problem);
export const isMendableError = (error: AppError): boolean => error.code === 'unavailable' && isMendable(error.reason);
