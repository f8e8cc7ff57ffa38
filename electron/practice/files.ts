import { basename } from 'node:path';
import { Refusal } from '../../shared/app-error.ts';
import type { CallName } from '../../shared/calls.ts';
import { writeAtomically } from '../vault/atomic-file.ts';

/** Files a person chose in the shell's dialog. Paths never come from the page; it holds an id, good once, for one call. */
export type Files = {
  /** Asks the shell for its save dialog; the id of the choice, or null. */
  readonly chooseSave: (call: CallName, suggestedName: string, extension: string) => Promise<string | null>;
  /** Uses the grant up and writes the file whole; on failure nothing is left. */
  readonly save: (grant: string, call: CallName, bytes: Uint8Array) => { readonly fileName: string };
};

export type Dialog = (suggestedName: string, extension: string) => Promise<{ readonly grant: string; readonly path: string } | null>;

export type GrantedFiles = Files & {
  /** For hosts without a dialog (`headless`): a path the person typed themselves. */
  readonly grantPath: (grant: string, call: CallName, path: string) => void;
};

export const grantedFiles = (dialog: Dialog): GrantedFiles => {
  const grants = new Map<string, { readonly call: CallName; readonly path: string }>();
  return {
    chooseSave: async (call, suggestedName, extension) => {
      const chosen = await dialog(suggestedName, extension);
      if (!chosen) return null;
      grants.set(chosen.grant, { call, path: chosen.path });
      return chosen.grant;
    },
    save: (grant, call, bytes) => {
      const granted = grants.get(grant);
      grants.delete(grant);
      if (granted?.call !== call) throw new Refusal('file-grant-unknown');
      try {
        writeAtomically(granted.path, bytes);
      } catch (failure) {
        throw new Refusal('file-not-written', {
          fileName: basename(granted.path),
          cause: (failure as NodeJS.ErrnoException).code ?? 'unknown',
        });
      }
      return { fileName: basename(granted.path) };
    },
    grantPath: (grant, call, path) => {
      grants.set(grant, { call, path });
    },
  };
};
