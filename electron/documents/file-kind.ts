import type { DocumentHead } from '../../shared/documents.ts';
import type { UploadedType } from '../../shared/uploads.ts';

export type MediaType = DocumentHead['mediaType'];

/** What the first bytes say a file is; its name says nothing. */
const beginnings: readonly (readonly [MediaType, Buffer])[] = [
  ['application/pdf', Buffer.from('%PDF-', 'latin1')],
  ['image/png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
  ['image/jpeg', Buffer.from([0xff, 0xd8, 0xff])],
];

const calendarMark = /^\uFEFF?\s*BEGIN[ \t]*:[ \t]*VCALENDAR/i;

/** How a calendar file begins, in letters of one byte or of two. */
const beginsCalendar = (bytes: Uint8Array): boolean => {
  const first = Buffer.from(bytes.subarray(0, 128));
  const isTurned = first[0] === 0xfe && first[1] === 0xff;
  return [first.toString('utf8'), (isTurned ? first.swap16() : first).toString('utf16le')].some((text) => calendarMark.test(text));
};

/** Null for anything but a PDF, a PNG, a JPEG and a calendar. */
export const mediaTypeOf = (bytes: Uint8Array): UploadedType | null =>
  beginnings.find(([, beginning]) => beginning.equals(bytes.subarray(0, beginning.length)))?.[0] ??
  (beginsCalendar(bytes) ? 'text/calendar' : null);

/** Endings a file of this kind is saved under, without the dot; the first is offered. */
type Endings = readonly [string, ...string[]];
const endings: Readonly<Record<MediaType, Endings>> = {
  'application/pdf': ['pdf'],
  'image/png': ['png'],
  'image/jpeg': ['jpg', 'jpeg'],
};
export const endingsOf = (mediaType: MediaType): Endings => endings[mediaType];
