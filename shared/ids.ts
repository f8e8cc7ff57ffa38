import { z } from 'zod';

/** UUIDv7 in lower case, as `practice.newId()` makes them: sorted by time of making. */
export const Id = z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
export type Id = z.infer<typeof Id>;

/** Made by the window for what is recorded, so that a retry is recognised: any UUID. */
export const EventId = z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);

/** An id the shell gave for a file the person chose in its dialog: good once, for one call and direction. */
export const FileGrant = z.string().min(1).max(100);
export type FileGrant = z.infer<typeof FileGrant>;
