import { z } from 'zod';
import { call, clinical } from './call.ts';
import { Id } from './ids.ts';

/** Bytes; a picture at the head of a page needs no more. */
export const mostLogoBytes = 2 * 1024 * 1024;

/** Points a side; more is not seen at that size, and every paper would carry it. */
export const mostLogoSide = 2_000;

const Logo = z.strictObject({
  version: z.int().min(1),
  /** Null: there is none. */
  picture: z.strictObject({ mediaType: z.enum(['image/png', 'image/jpeg']), bytes: z.string() }).nullable(),
});

/** The practice's picture at the head of its papers. */
export const logoCalls = {
  'logo.get': call({ input: z.strictObject({}), output: Logo, roles: clinical, states: ['open'], audit: 'none' }),
  /** `uploadId` null takes it away. @throws Refusal file-kind-unknown, upload-incomplete, logo-unfit (too large in bytes or points, or cannot be drawn); conflict; not-found upload */
  'logo.set': call({
    input: z.strictObject({ version: z.int().min(1), uploadId: Id.nullable() }),
    output: Logo,
    roles: ['owner'],
    states: ['open'],
    audit: { by: 'transaction', action: 'logo-changed' },
  }),
};
