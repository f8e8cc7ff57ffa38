import { z } from 'zod';
import { call, clinical } from './call.ts';
import { Id } from './ids.ts';
import { limits } from './limits.ts';

/** Bytes of one piece; a file travels in pieces so that no call is large. */
export const chunkBytes = 256 * 1024;

/** What a document may be, and the file of another calendar or a list of clients, which are read and never kept. */
export const UploadedType = z.enum(['application/pdf', 'image/png', 'image/jpeg', 'text/calendar', 'text/csv']);
export type UploadedType = z.infer<typeof UploadedType>;

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** A file the person dropped or chose in the window. It is held in memory only, until the call that uses it, and never runs or opens. */
export const uploadCalls = {
  /** Three are held at once; an older one that nobody used makes room. Over the limit it is `invalid`. */
  'uploads.begin': call({
    input: z.strictObject({ name: z.string().max(limits.line), bytes: z.int().min(1).max(limits.file) }),
    output: z.strictObject({ uploadId: Id }),
    roles: clinical,
    states: ['open'],
    audit: 'none',
  }),
  /** Pieces in order, each full but the last. @throws Refusal file-kind-unknown by the first bytes, upload-incomplete; then nothing of it is kept */
  'uploads.append': call({
    input: z.strictObject({
      uploadId: Id,
      index: z.int().min(0).max(1_000),
      /** Base64. */
      chunk: z
        .string()
        .max(Math.ceil(chunkBytes / 3) * 4 + 4)
        .regex(/^[A-Za-z0-9+/]*={0,2}$/),
    }),
    output: z.strictObject({ received: z.int() }),
    roles: clinical,
    states: ['open'],
    audit: 'none',
  }),
  /** @throws Refusal upload-incomplete when bytes or hash are not what was announced */
  'uploads.finish': call({
    input: z.strictObject({ uploadId: Id, sha256: Sha256 }),
    output: z.strictObject({ uploadId: Id, bytes: z.int(), mediaType: UploadedType }),
    roles: clinical,
    states: ['open'],
    audit: 'none',
  }),
};
