import { lstatSync, realpathSync } from 'node:fs';
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
  /** Uses the grant up and writes the file whole; on failure nothing is left. */
  readonly save: (grant: string, purpose: Purpose, bytes: Uint8Array) => { readonly fileName: string };
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

/** Nothing is written into the practice's own folder, under another ending, or over what is no plain file (a device, a link). */
const unfit = (path: string, practiceFolder: string): string | null => {
  if (extname(path).toLowerCase() !== '.pdf') return 'not-a-pdf';
  const inside = relative(realpathSync(practiceFolder), realpathSync(dirname(path)));
  if (inside === '' || !(inside.startsWith('..') || inside.includes(':'))) return 'inside-the-practice';
  const there = lstatSync(path, { throwIfNoEntry: false });
  return there && !there.isFile() ? 'not-a-file' : null;
};

export const grantedFiles = (dialogs: { readonly save: Dialog; readonly folder: FolderDialog }, practiceFolder: string): GrantedFiles => {
  const grants = new Map<string, { readonly call: CallName; readonly subject: string | null; readonly path: string }>();
  return {
    chooseSave: async ({ call, subject }, suggestedName, extension) => {
      const chosen = await dialogs.save(suggestedName, extension);
      if (!chosen) return null;
      grants.set(chosen.grant, { call, subject, path: chosen.path });
      return chosen.grant;
    },
    save: (grant, { call, subject }, bytes) => {
      const granted = grants.get(grant);
      grants.delete(grant);
      if (granted?.call !== call || (granted.subject !== null && granted.subject !== subject)) throw new Refusal('file-grant-unknown');
      const fileName = basename(granted.path);
      try {
        const cause = unfit(granted.path, practiceFolder);
        if (cause) throw Object.assign(new Error(cause), { code: cause });
        writeAtomically(granted.path, bytes, { evenIfFolderCannotSync: true });
      } catch (failure) {
        throw new Refusal('file-not-written', { fileName, cause: (failure as NodeJS.ErrnoException).code ?? 'unknown' });
      }
      return { fileName };
    },
    chooseFolder: async (call) => {
      const chosen = await dialogs.folder();
      if (!chosen) return null;
      grants.set(chosen.grant, { call, subject: null, path: chosen.path });
      return chosen.grant;
    },
    folderOf: (grant, call) => {
      const granted = grants.get(grant);
      grants.delete(grant);
      if (granted?.call !== call) throw new Refusal('file-grant-unknown');
      return granted.path;
    },
    grantPath: (grant, call, path) => {
      grants.set(grant, { call, subject: null, path });
    },
  };
};
