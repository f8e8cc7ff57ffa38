import { mkdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Refusal } from '../../shared/app-error.ts';
import type { Finding } from '../../shared/evidence.ts';
import type { Topic } from '../../shared/notices.ts';
import { recordAudit } from '../audit/audit-repository.ts';
import { finishSwapIn, isSwapBegun, keptIn, stagingIn, swapIn } from '../backup/restore-swap.ts';
import { practiceFor } from '../practice/practice.ts';
import { contentHash } from '../store/copy-under-key.ts';
import { type Committed, committedIn, type Ledger } from '../store/dialect.ts';
import { type Connection, openDatabase, refuseUnsound } from '../store/open.ts';
import { walOf } from '../store/wal-frames.ts';
import { type Anchor, anchorFile, openAnchor } from './anchor.ts';
import { found } from './files-found.ts';
import { type Header, writeHeader } from './header.ts';
import { keepTags } from './kept-tags.ts';
import { databaseFile } from './making.ts';
import type { Opened } from './opening.ts';
import type { SealedKeys } from './sealed-keys.ts';
import { watchFiles } from './watched-files.ts';

type MendingWorld = {
  readonly folder: string;
  readonly clock: () => number;
  readonly now: () => string;
  readonly header: () => Header;
  /** @throws Refused locked */
  readonly keys: () => SealedKeys;
  readonly announce: (topics: readonly Topic[]) => void;
  readonly incident: (failure: unknown) => void;
};

/** How often the files are looked at while nothing is saved. */
const everyMs = 2_000;

/**
 * Another program put files in the place of those that are open, as one does that keeps folders in step. SQLite goes on writing to files that
 * have no name any more, and what is acknowledged would be gone with the lock. So all of it is written out and put back in its place, what was
 * put there is kept, and the practice goes on. Where the open file itself was written over, nothing can be put back and nothing more is saved.
 */
export const createMending = (world: MendingWorld) => {
  const { folder } = world;
  let opened: Opened | null = null;
  let findings: readonly Finding[] = [];
  /** Nothing can be put back, or gone on with. */
  let isOver = false;
  let ticking: ReturnType<typeof setInterval> | null = null;

  const tell = (finding: Finding): void => {
    findings = [...findings.filter(({ kind }) => kind !== finding.kind), finding];
    world.announce(['vault']);
  };

  /** What the open connection holds, whole and proven, with an anchor and the key envelope of its own. */
  const stage = (from: Connection, known: Committed, keys: SealedKeys): void => {
    const staging = stagingIn(folder);
    const path = databaseFile(staging);
    rmSync(staging, { recursive: true, force: true });
    mkdirSync(staging, { mode: 0o700 });
    from.prepare('vacuum into ?').run(path);
    const copy = openDatabase(path, keys.database, { create: false });
    try {
      refuseUnsound(copy);
      if (contentHash(copy) !== contentHash(from)) throw new Error('the copy does not hold the same');
    } finally {
      copy.close();
    }
    const files = watchFiles(path, () => world.header().generation, null);
    const anchor = openAnchor({ path: anchorFile(staging), key: keys.anchor, clock: world.clock, known, files });
    anchor.before();
    anchor.close();
    writeHeader(staging, world.header());
  };

  /** Put in its place, from wherever that was cut off; gives the name of the folder with what was there. */
  const swap = (from: Connection, anchor: Anchor, known: Committed, keys: SealedKeys): string => {
    const isBegun = isSwapBegun(folder);
    if (!isBegun) stage(from, known, keys);
    const kept = isBegun ? finishSwapIn(folder) : swapIn(folder, world.now());
    // All of it stands in what was put back; beside a file it is no log of, it would only harm that one.
    const log = walOf(databaseFile(kept));
    if (anchor.isLog(log)) rmSync(log);
    return join(basename(keptIn(folder)), basename(kept));
  };

  const goOn = (from: Connection, anchor: Anchor, known: Committed, keys: SealedKeys): Connection => {
    const path = databaseFile(folder);
    try {
      from.close();
      anchor.renewed(keys.anchor, known, () => watchFiles(path, () => world.header().generation, null));
      return openDatabase(path, keys.database, { create: false });
    } catch (failure) {
      isOver = true;
      throw failure;
    }
  };

  const putBack = (from: Connection, anchor: Anchor): Connection => {
    const keys = world.keys();
    const known = committedIn(from);
    const kept = swap(from, anchor, known, keys);
    const next = goOn(from, anchor, known, keys);
    const tags = anchor.tags();
    if (tags) keepTags(folder, tags);
    const before = findings.find(({ kind }) => kind === 'files-replaced');
    tell(found('files-replaced', { count: (before?.count ?? 0) + 1, names: [...(before?.names ?? []), kept].slice(-20) }));
    return next;
  };

  /** Its entry stands after what was being saved. */
  const recordSoon = (): void => {
    if (!opened) return;
    const call = practiceFor(opened.practice, 'found-files-replaced');
    call.write((tx) => recordAudit(tx, call, {})).catch(world.incident);
  };

  const refuseOver = (anchor: Anchor): void => {
    if (!isOver && anchor.stand() === 'overwritten') {
      isOver = true;
      tell(found('files-overwritten'));
    }
    if (isOver) throw new Refusal('files-overwritten');
  };

  const standing = (anchor: Anchor, current: Connection): Connection => {
    const isBegun = isSwapBegun(folder);
    if (!isBegun) refuseOver(anchor);
    if (!isBegun && anchor.stand() === 'ours') return current;
    const next = putBack(current, anchor);
    recordSoon();
    return next;
  };

  /** One that goes on failing is written down once. */
  const look = (layer: Opened['layer']): (() => void) => {
    let failed = false;
    return () => {
      layer.stands().then(
        () => {
          failed = false;
        },
        (failure: unknown) => {
          if (!failed) world.incident(failure);
          failed = true;
        },
      );
    };
  };

  return {
    /** The anchor, and with it a look at the files at each commit. */
    ledger: (anchor: Anchor): Ledger => ({
      ...anchor,
      before: () => {
        if (isSwapBegun(folder)) throw new Refusal('files-overwritten');
        refuseOver(anchor);
        anchor.before();
      },
      standing: (current) => standing(anchor, current),
    }),
    begin: (one: Opened): void => {
      opened = one;
      ticking = setInterval(look(one.layer), everyMs);
      ticking.unref();
    },
    end: (): void => {
      if (ticking) clearInterval(ticking);
      ticking = null;
    },
    /** What was found since the practice opened. */
    findings: () => findings,
  };
};

export type Mending = ReturnType<typeof createMending>;
