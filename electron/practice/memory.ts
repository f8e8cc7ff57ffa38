import type { DocumentHead } from '../../shared/documents.ts';
import type { UploadedType } from '../../shared/uploads.ts';

/** A sheet drawn for printing, kept nowhere else. */
export type Sheet = { readonly head: DocumentHead; readonly bytes: Uint8Array };

/** A file on its way in, piece by piece. */
export type Upload = {
  readonly name: string;
  readonly bytes: number;
  readonly chunks: Uint8Array[];
  /** Bytes that have come so far. */
  received: number;
  /** Once it is whole. */
  finished: { readonly content: Uint8Array; readonly mediaType: UploadedType } | null;
};

/** What an open practice holds in memory alone; gone with the process at the lock. */
export type Memory = { readonly sheets: Map<string, Sheet>; readonly uploads: Map<string, Upload> };

export const emptyMemory = (): Memory => ({ sheets: new Map(), uploads: new Map() });
