import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { Instant } from '../../shared/time.ts';
import { writeAtomically } from '../practice/atomic-file.ts';

/** What whoever sits down at the locked computer sees, and how often the passphrase was wrong. Nothing secret, nothing of a client. */
export const Door = z.strictObject({
  practiceName: z.string().max(500),
  lockedSince: Instant.nullable(),
  wrongTries: z.int().min(0),
  lastWrongTry: Instant.nullable(),
  /** Something typed and not saved waits for whoever typed it. */
  draftsKept: z.boolean().default(false),
  /** The screen was with a client: whoever finds it should give it back. */
  handedOver: z.boolean().default(false),
  /** A session is open: STOP must be within reach. Nothing of whose. */
  session: z.strictObject({ since: Instant }).nullable().default(null),
});
export type Door = z.infer<typeof Door>;

const file = (folder: string): string => join(folder, 'practice.door.json');
const unknown: Door = {
  practiceName: '',
  lockedSince: null,
  wrongTries: 0,
  lastWrongTry: null,
  draftsKept: false,
  handedOver: false,
  session: null,
};

/** A missing or damaged door keeps nobody out: it is only words and a delay. */
export const readDoor = (folder: string): Door => {
  try {
    return Door.parse(JSON.parse(readFileSync(file(folder), 'utf8')));
  } catch {
    return unknown;
  }
};

export const writeDoor = (folder: string, door: Door): void => writeAtomically(file(folder), `${JSON.stringify(door)}\n`);

/** Where it only shows something, a door that cannot be written keeps nobody out. */
export const showDoor = (folder: string, door: Door, incident: (failure: unknown) => void = () => undefined): void => {
  try {
    writeDoor(folder, door);
  } catch (failure) {
    incident(failure);
  }
};

const freeTries = 3;
const longestWait = 300;

/** Seconds until the next try is taken: none for three tries, then 2, 4, 8 ... at most 300, counted from the last wrong one. */
export const waitSeconds = (door: Door, now: string): number => {
  if (door.lastWrongTry === null || door.wrongTries < freeTries) return 0;
  const wait = Math.min(longestWait, 2 ** Math.min(20, door.wrongTries - freeTries + 1));
  const passed = Temporal.Instant.from(door.lastWrongTry).until(Temporal.Instant.from(now)).total('seconds');
  return Math.max(0, Math.ceil(wait - Math.max(0, passed)));
};

/** The door as it counts now. A wrong try in the future (a clock set back, a flipped bit) is moved to now, or the wait would last until then. */
export const doorAt = (folder: string, now: string): Door => {
  const door = readDoor(folder);
  if (door.lastWrongTry === null || door.lastWrongTry <= now) return door;
  const mended = { ...door, lastWrongTry: now };
  showDoor(folder, mended);
  return mended;
};
