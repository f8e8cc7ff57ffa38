import type { DocumentHead } from '../../shared/documents.ts';

export type MediaType = DocumentHead['mediaType'];

/** What the first bytes say a file is; its name says nothing. */
const beginnings: readonly (readonly [MediaType, Buffer])[] = [
  ['application/pdf', Buffer.from('%PDF-', 'latin1')],
  ['image/png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
  ['image/jpeg', Buffer.from([0xff, 0xd8, 0xff])],
];

/** Null for anything but a PDF, a PNG and a JPEG. */
export const mediaTypeOf = (bytes: Uint8Array): MediaType | null =>
  beginnings.find(([, beginning]) => beginning.equals(bytes.subarray(0, beginning.length)))?.[0] ?? null;

/** Endings a file of this kind is saved under, without the dot; the first is offered. */
type Endings = readonly [string, ...string[]];
const endings: Readonly<Record<MediaType, Endings>> = {
  'application/pdf': ['pdf'],
  'image/png': ['png'],
  'image/jpeg': ['jpg', 'jpeg'],
};
export const endingsOf = (mediaType: MediaType): Endings => endings[mediaType];
