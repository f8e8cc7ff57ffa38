import { z } from 'zod';
import { type AuditSubject, call, clinical } from './call.ts';
import { FileGrant, Id } from './ids.ts';
import { Instant } from './time.ts';

export const DocumentHead = z.strictObject({
  id: Id,
  clientId: Id.nullable(),
  kind: z.enum(['consent']),
  title: z.string(),
  createdAt: Instant,
  /** Of the bytes, hex. */
  sha256: z.string(),
  bytes: z.int(),
});
export type DocumentHead = z.infer<typeof DocumentHead>;

const about = (input: { readonly id: string }, output: { readonly clientId: string | null }): AuditSubject => ({
  recordId: input.id,
  ...(output.clientId ? { clientId: output.clientId } : {}),
});

export const documentCalls = {
  /** The document with its PDF in base64. */
  'documents.get': call({
    input: z.strictObject({ id: Id }),
    output: DocumentHead.extend({ pdf: z.string() }),
    roles: clinical,
    states: ['open'],
    audit: { by: 'dispatch', action: 'document-opened', about },
  }),
  /** Asks the shell for its save dialog. `fileGrant` is null when the person thought better of it. */
  'documents.chooseExport': call({
    input: z.strictObject({ id: Id }),
    output: z.strictObject({ fileGrant: FileGrant.nullable() }),
    roles: clinical,
    states: ['open'],
    audit: 'none',
  }),
  /** Writes the PDF to the chosen file: readable by anyone who has that file. The entry stands before the file does. */
  'documents.export': call({
    input: z.strictObject({ id: Id, fileGrant: FileGrant }),
    output: z.strictObject({ fileName: z.string(), bytes: z.int(), sha256: z.string(), clientId: Id.nullable() }),
    roles: clinical,
    states: ['open'],
    audit: { by: 'transaction', action: 'document-exported' },
  }),
};
