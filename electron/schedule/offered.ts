import { type AppError, Refusal, Refused } from '../../shared/app-error.ts';
import { textToFind } from '../../shared/clients.ts';
import { limits } from '../../shared/limits.ts';
import { byWords } from '../../shared/text.ts';
import { recordAudit } from '../audit/audit-repository.ts';
import type { Practice, Reader, Tx } from '../practice/practice.ts';

/** A service, a room or a practitioner: what the practice has to offer, kept for good and taken out of use instead of deleted. */
export type Offered = { readonly id: string; readonly version: number; readonly name: string; readonly active: boolean };

type Kept<T> = {
  readonly what: Extract<AppError, { code: 'not-found' }>['what'];
  readonly all: (db: Reader) => Promise<readonly T[]>;
  readonly insert: (tx: Tx, one: T) => Promise<void>;
  readonly replace: (tx: Tx, one: T) => Promise<void>;
};

type Asked<T> = {
  /** Null: a new one. */
  readonly seen: { readonly id: string | null; readonly version: number };
  readonly made: (head: { readonly id: string; readonly version: number }, before: T | null) => T;
};

/** Keeps a new one, or changes one as it was seen. @throws Refusal schedule-full; not-found; conflict with it as it stands */
export const saveOffered = async <T extends Offered>(practice: Practice, kept: Kept<T>, { seen, made }: Asked<T>): Promise<T> => {
  const saved = await practice.write(async (tx) => {
    const all = await kept.all(tx);
    const before = all.find(({ id }) => id === seen.id) ?? null;
    if (seen.id !== null && !before) throw new Refused({ code: 'not-found', what: kept.what });
    if (before && before.version !== seen.version) throw new Refused({ code: 'conflict', current: before });
    if (!before && all.length >= limits.page) throw new Refusal('schedule-full');

    const after = made(before ? { id: before.id, version: before.version + 1 } : { id: practice.newId(), version: 1 }, before);
    await (before ? kept.replace(tx, after) : kept.insert(tx, after));
    await recordAudit(tx, practice, { recordId: after.id });
    return after;
  });
  practice.changed('schedule');
  return saved;
};

/** Those in use first; otherwise the order they came in. */
export const inUseFirst = <T extends Offered>(all: readonly T[]): T[] =>
  [...all].sort((one, other) => Number(other.active) - Number(one.active));

/** Those in use first, by name, with accents and capitals counting for nothing. */
export const byName = <T extends Offered>(all: readonly T[]): T[] =>
  inUseFirst([...all].sort((one, other) => byWords(textToFind([one.name], ''), textToFind([other.name], '')) || byWords(one.id, other.id)));
