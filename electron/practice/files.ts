import { closeSync, lstatSync, openSync, realpathSync, rmSync } from 'node:fs';
import { basename, dirname, extname, relative } from 'node:path';
import { Refusal } from '../../shared/app-error.ts';
import type { CallName } from '../../shared/calls.ts';
import { writeAtomically } from './atomic-file.ts';

/** What a grant is for: one call, and the record it was chosen for. */
type Purpose = { readonly call: CallName; readonly subject: string };

/** Files a person chose in the shell's dialog. Paths never come from the page; it holds an id, good once, for one call. */
export type Files = {
  /** Asks the shell for its save dialog; the id of the choice, or null. */
  readonly chooseSave: (purpose: Purpose, suggestedName: string, extension: string) => Promise<string | null>;
  /**
   * Uses the grant up and writes the file whole, under one of the endings (PDF unless told); on failure nothing is left. It takes the place
   * of a file the dialog asked about, and of no other: what came there or changed since the choice stays.
   */
  readonly save: (grant: string, purpose: Purpose, bytes: Uint8Array, endings?: readonly string[]) => { readonly fileName: string };
  /** Asks the shell for its folder dialog; the id of the choice, or null. */
  readonly chooseFolder: (call: CallName) => Promise<string | null>;
  /** Uses the grant up; the folder it is for. @throws Refusal file-grant-unknown */
  readonly folderOf: (grant: string, call: CallName) => string;
};

export type Dialog = (suggestedName: string, extension: string) => Promise<{ readonly grant: string; readonly path: string } | null>;

export type FolderDialog = () => Promise<{ readonly grant: string; readonly path: string } | null>;

export type GrantedFiles = Files & {
  /** For hosts without a dialog (`headless`): a path the person typed themselves. */
  readonly grantPath: (grant: string, call: CallName, path: string) => void;
};

/** What lay at a path: which file, and as it was then. Null for nothing. */
const standAt = (path: string): string | null => {
  const there = lstatSync(path, { throwIfNoEntry: false, bigint: true });
  return there ? [there.dev, there.ino, there.size, there.mtimeNs].join(' ') : null;
};

/** At the moment of the choice: a folder that cannot be looked into says so when the file is written. */
const standAtChoice = (path: string): string | null => {
  try {
    return standAt(path);
  } catch {
    return null;
  }
};

type Granted = { readonly call: CallName; readonly subject: string | null; readonly path: string; readonly stand: string | null };

/** Nothing is written into the practice's own folder, under another ending, over what is no plain file (a device, a link), or over what nobody was asked about. */
const unfit = ({ path, stand }: Granted, endings: readonly string[], practiceFolder: string): string | null => {
  const ending = extname(path).slice(1).toLowerCase();
  if (!endings.includes(ending)) return 'another-ending';
  const inside = relative(realpathSync(practiceFolder), realpathSync(dirname(path)));
  if (inside === '' || !(inside.startsWith('..') || inside.includes(':'))) return 'inside-the-practice';
  const there = lstatSync(path, { throwIfNoEntry: false });
  if (there && !there.isFile()) return 'not-a-file';
  return standAt(path) === stand ? null : 'changed-meanwhile';
};

/** Takes a name that was free, so that whoever comes for it at the same moment is told; the file that is given it later replaces only this. */
const takeName = (path: string): void => {
  try {
    closeSync(openSync(path, 'wx', 0o600));
  } catch (failure) {
    if ((failure as NodeJS.ErrnoException).code !== 'EEXIST') throw failure;
    throw Object.assign(new Error('changed-meanwhile'), { code: 'changed-meanwhile' });
  }
};

const writeGranted = (granted: Granted, bytes: Uint8Array, endings: readonly string[], practiceFolder: string): void => {
  const cause = unfit(granted, endings, practiceFolder);
  if (cause) throw Object.assign(new Error(cause), { code: cause });
  if (granted.stand === null) takeName(granted.path);
  try {
    writeAtomically(granted.path, bytes, { evenIfFolderCannotSync: true });
  } catch (failure) {
    if (granted.stand === null) rmSync(granted.path, { force: true });
    throw failure;
  }
};

export const grantedFiles = (dialogs: { readonly save: Dialog; readonly folder: FolderDialog }, practiceFolder: string): GrantedFiles => {
  const grants = new Map<string, Granted>();
  const granted = (call: CallName, subject: string | null, path: string): Granted => ({ call, subject, path, stand: standAtChoice(path) });
  return {
    chooseSave: async ({ call, subject }, suggestedName, extension) => {
      const chosen = await dialogs.save(suggestedName, extension);
      if (!chosen) return null;
      grants.set(chosen.grant, granted(call, subject, chosen.path));
      return chosen.grant;
    },
    save: (grant, { call, subject }, bytes, endings = ['pdf']) => {
      const chosen = grants.get(grant);
      grants.delete(grant);
      if (chosen?.call !== call || (chosen.subject !== null && chosen.subject !== subject)) throw new Refusal('file-grant-unknown');
      const fileName = basename(chosen.path);
      try {
        writeGranted(chosen, bytes, endings, practiceFolder);
      } catch (failure) {
        throw new Refusal('file-not-written', { fileName, cause: (failure as NodeJS.ErrnoException).code ?? 'unknown' });
      }
      return { fileName };
    },
    chooseFolder: async (call) => {
      const chosen = await dialogs.folder();
      if (!chosen) return null;
      grants.set(chosen.grant, granted(call, null, chosen.path));
      return chosen.grant;
    },
    folderOf: (grant, call) => {
      const chosen = grants.get(grant);
      grants.delete(grant);
      if (chosen?.call !== call) throw new Refusal('file-grant-unknown');
      return chosen.path;
    },
    grantPath: (grant, call, path) => {
      grants.set(grant, granted(call, null, path));
    },
  };
};
