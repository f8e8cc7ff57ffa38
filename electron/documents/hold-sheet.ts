import { createHash } from 'node:crypto';
import type { DocumentHead } from '../../shared/documents.ts';
import type { Practice } from '../practice/practice.ts';

/** Sheets held at once; the oldest goes when a further one comes. */
const mostSheets = 5;

type Drawn = Pick<DocumentHead, 'id' | 'clientId' | 'title' | 'createdAt'> & { readonly bytes: Uint8Array };

/** Holds a sheet in memory, to be printed or saved under its id until the lock, and gives it to the page. */
export const holdSheet = ({ memory: { sheets } }: Practice, { bytes, ...drawn }: Drawn): DocumentHead & { readonly pdf: string } => {
  const head: DocumentHead = {
    ...drawn,
    kind: 'blank',
    sha256: createHash('sha256').update(bytes).digest('hex'),
    bytes: bytes.length,
    mediaType: 'application/pdf',
  };
  sheets.set(head.id, { head, bytes });
  for (const id of [...sheets.keys()].slice(0, Math.max(0, sheets.size - mostSheets))) sheets.delete(id);
  return { ...head, pdf: Buffer.from(bytes).toString('base64') };
};
