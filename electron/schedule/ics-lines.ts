/** A content line of a calendar file, put together again where it was folded. */
export type ContentLine = {
  /** In capitals; empty where the line has none. */
  readonly name: string;
  readonly text: () => string;
  /** False where it is longer than any line we need: what is left of it says nothing. */
  readonly isWhole: boolean;
};

/** Bytes of one line that are kept; pictures that hang on an event may be of megabytes. */
const longestLine = 64 * 1024;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const isFold = (byte: number | undefined): boolean => byte === 0x20 || byte === 0x09;

const strict = new TextDecoder('utf-8', { fatal: true });
const western = new TextDecoder('windows-1252');

/** Line by line, since some programs mix: UTF-8 where it is that, else the letters Windows and Latin-1 share. */
const decoded = (bytes: Uint8Array): string => {
  try {
    return strict.decode(bytes);
  } catch {
    return western.decode(bytes);
  }
};

const lineOf = (pieces: readonly Buffer[], isWhole: boolean): ContentLine => {
  const bytes = pieces.length === 1 && pieces[0] ? pieces[0] : Buffer.concat(pieces);
  const [, name = ''] = /^\s*([A-Za-z0-9-]+)\s*[:;]/.exec(bytes.toString('latin1', 0, 80)) ?? [];
  return { name: name.toUpperCase(), text: () => decoded(bytes).trim(), isWhole };
};

const inUtf8 = (bytes: Uint8Array): Buffer => {
  const [first, second, third] = bytes;
  if (first === 0xff && second === 0xfe) return Buffer.from(new TextDecoder('utf-16le').decode(bytes), 'utf8');
  if (first === 0xfe && second === 0xff) return Buffer.from(new TextDecoder('utf-16be').decode(bytes), 'utf8');
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return first === 0xef && second === 0xbb && third === 0xbf ? file.subarray(3) : file;
};

/** The lines of a file one after the other (RFC 5545, 3.1), ended by CRLF or LF. Unfolded as bytes: some programs fold inside a letter. */
export function* linesIn(bytes: Uint8Array): Generator<ContentLine> {
  const file = inUtf8(bytes);
  let pieces: Buffer[] = [];
  let length = 0;
  for (let at = 0; at < file.length; ) {
    const feed = file.indexOf(lineFeed, at);
    const next = feed < 0 ? file.length : feed + 1;
    const end = feed < 0 ? file.length : feed;
    const line = file.subarray(at, end > at && file[end - 1] === carriageReturn ? end - 1 : end);
    if (isFold(line[0]) && pieces.length > 0) {
      length += line.length - 1;
      if (length <= longestLine) pieces.push(line.subarray(1));
    } else {
      if (length > 0) yield lineOf(pieces, length <= longestLine);
      pieces = line.length <= longestLine ? [line] : [line.subarray(0, 80)];
      length = line.length;
    }
    at = next;
  }
  if (length > 0) yield lineOf(pieces, length <= longestLine);
}
