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
  return [first.toString('utf8'), (isTurned ? first.subarray(0, first.length & ~1).swap16() : first).toString('utf16le')].some((text) =>
    calendarMark.test(text),
  );
};

/** Signs no text has: controls but for tabs and the ends of lines and pages. */
const noText = /(?![\t\n\r\f])[^ -\uffff]/;
/** Pages and records for programs, which have commas too. */
const marksUp = /^\uFEFF?\s*[<{[]/;

/** The beginning as its letters are read: of two bytes where a mark says so, or where every other byte is nothing. */
const lettersOf = (bytes: Uint8Array): string => {
  const first = Buffer.from(bytes.subarray(0, Math.min(bytes.length, 2_048) & ~1));
  const [one, two] = first;
  const nothing = [0, 1].map((odd) => first.filter((byte, at) => byte === 0 && at % 2 === odd).length);
  const [even = 0, odd = 0] = nothing.map((times) => times / Math.max(1, first.length / 2));
  if ((one === 0xfe && two === 0xff) || (even > 0.4 && odd < 0.1)) return first.swap16().toString('utf16le');
  return (one === 0xff && two === 0xfe) || (odd > 0.4 && even < 0.1) ? first.toString('utf16le') : first.toString('latin1');
};

/** Text with something between its cells; how it goes on is for whoever reads it to say. */
const beginsList = (bytes: Uint8Array): boolean => {
  const text = lettersOf(bytes);
  return !noText.test(text) && !marksUp.test(text) && /[,;\t]/.test(text);
};

/** Null for anything but a PDF, a PNG, a JPEG, a calendar and a list of cells. */
export const mediaTypeOf = (bytes: Uint8Array): UploadedType | null =>
  beginnings.find(([, beginning]) => beginning.equals(bytes.subarray(0, beginning.length)))?.[0] ??
  (beginsCalendar(bytes) ? 'text/calendar' : beginsList(bytes) ? 'text/csv' : null);

/** Endings a file of this kind is saved under, without the dot; the first is offered. */
type Endings = readonly [string, ...string[]];
const endings: Readonly<Record<MediaType, Endings>> = {
  'application/pdf': ['pdf'],
  'image/png': ['png'],
  'image/jpeg': ['jpg', 'jpeg'],
};
export const endingsOf = (mediaType: MediaType): Endings => endings[mediaType];
