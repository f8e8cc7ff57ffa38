import { Refused } from '../../shared/app-error.ts';

export type SealedKeys = { readonly database: Buffer; readonly anchor: Buffer };

/** The keys the cipher works with, kept beside it while the practice is open: a second process that copies or verifies is lent them. */
export const createSealedKeys = () => {
  let held: SealedKeys | null = null;
  const forget = (): void => {
    held?.database.fill(0);
    held?.anchor.fill(0);
    held = null;
  };
  return {
    keep: ({ database, anchor }: SealedKeys): void => {
      forget();
      held = { database: Buffer.from(database), anchor: Buffer.from(anchor) };
    },
    /** @throws Refused locked */
    lend: (): SealedKeys => {
      if (!held) throw new Refused({ code: 'locked' });
      return held;
    },
    forget,
  };
};
