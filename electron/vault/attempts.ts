import { Refusal, type RefusalReason } from '../../shared/app-error.ts';
import { doorAt, showDoor, waitSeconds, writeDoor } from './door.ts';

export type Attempt = {
  readonly folder: string;
  readonly now: () => string;
  readonly wrong: RefusalReason;
  /** Writes down that someone tried: in the locked journal, or in the trail of an open practice. */
  readonly noteWrong: () => Promise<void>;
};

/**
 * One try with a passphrase or recovery code: not before the delay is over; a wrong one is counted, whatever was wrong with it.
 * @throws Refusal wait-before-next-try, or `wrong`, both with the seconds until the next try
 */
export const attempt = async <T>({ folder, now, wrong, noteWrong }: Attempt, open: () => Promise<T | null>): Promise<T> => {
  const wait = waitSeconds(doorAt(folder, now()), now());
  if (wait > 0) throw new Refusal('wait-before-next-try', { seconds: wait });
  const opened = await open();
  if (opened !== null) return opened;
  await noteWrong();
  const door = doorAt(folder, now());
  const counted = { ...door, wrongTries: door.wrongTries + 1, lastWrongTry: now() };
  writeDoor(folder, counted);
  throw new Refusal(wrong, { seconds: waitSeconds(counted, now()) });
};

/** The right one was typed into an open practice: slips of a whole day do not pile up. A door that cannot be written still opens. */
export const forgetWrongTries = (folder: string, now: string): void => {
  const door = doorAt(folder, now);
  if (door.wrongTries > 0) showDoor(folder, { ...door, wrongTries: 0, lastWrongTry: null });
};
