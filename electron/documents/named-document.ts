import { Id } from '../../shared/ids.ts';

/** So far back from the end of a file, and no further, one of these marks is looked for again: a file made of marks alone ends the search. */
const mostMarks = 20_000;
const mostIds = 200;
/** Each of these may lead through the whole file once. */
const mostReferences = 8;
/** A string in a PDF that holds an id is not longer, however it is written. */
const longestValue = 400;

/** What stands in a PDF's literal string, with its backslashes undone. */
const literalFrom = (text: string): string | null => {
  const [, inside] = text.match(/^\s*\(((?:[^()\\]|\\[\s\S])*)\)/) ?? [];
  return (
    inside?.replace(/\\([0-7]{1,3}|[\s\S])/g, (_, code: string) =>
      /^[0-7]/.test(code) ? String.fromCharCode(Number.parseInt(code, 8) & 0xff) : code,
    ) ?? null
  );
};

const hexFrom = (text: string): string | null => {
  const [, inside] = text.match(/^\s*<([0-9A-Fa-f\s]*)>/) ?? [];
  return inside === undefined ? null : Buffer.from(inside.replace(/\s/g, ''), 'hex').toString('latin1');
};

/** Without a byte order mark and the zeros of UTF-16: an id has plain letters only. */
const plain = (text: string): string => text.replace(/[\0\xfe\xff]/g, '');

const valueAt = (text: string): string | null => literalFrom(text) ?? hexFrom(text);

const dashed = (hex: string): string => hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');

/** The first of the two strings of `/ID [...]`: other programs leave it as it is when they save a file anew. */
const idInTrailer = (text: string): string | null => {
  const [, list] = text.match(/^\s*\[([\s\S]*)/) ?? [];
  const value = list === undefined ? null : valueAt(list);
  return value === null ? null : dashed(Buffer.from(value, 'latin1').toString('hex'));
};

/** The object a reference like `151 0 R` means: what stands behind the last `151 0 obj`. */
const referredTo = (file: Buffer, text: string): string | null => {
  const [, object, generation] = text.match(/^\s*(\d{1,10})\s+(\d{1,5})\s+R/) ?? [];
  if (object === undefined) return null;
  const opening = `\n${object} ${generation} obj`;
  const at = file.lastIndexOf(opening, undefined, 'latin1');
  return at < 0 ? null : file.toString('latin1', at + opening.length, at + opening.length + longestValue);
};

const infoMark = '/StillpointDocument';
const trailerMark = '/ID';

/** What stands behind each place of a mark, from the end of the file on. */
function* behind(file: Buffer, mark: string, most: number): Generator<string> {
  let at = file.lastIndexOf(mark, undefined, 'latin1');
  for (let seen = 0; at >= 0 && seen < most; seen += 1) {
    const from = at + mark.length;
    yield file.toString('latin1', from, from + longestValue);
    at = at === 0 ? -1 : file.lastIndexOf(mark, at - 1, 'latin1');
  }
}

/**
 * The ids a PDF gives for itself where our frame writes them: in its Info dictionary and in its trailer. Read byte by byte and from the end,
 * without following the file's own structure, so that a damaged or hostile file costs no more than one that is sound.
 */
export const idsNamedIn = (bytes: Uint8Array): readonly string[] => {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const ids = new Set<string>();
  const take = (value: string | null): void => {
    const id = Id.safeParse(value === null ? null : plain(value));
    if (id.success && ids.size < mostIds) ids.add(id.data);
  };
  for (const text of behind(file, trailerMark, mostMarks)) take(idInTrailer(text));
  for (const text of behind(file, infoMark, mostMarks)) take(valueAt(text));
  for (const text of behind(file, infoMark, mostReferences)) take(valueAt(referredTo(file, text) ?? ''));
  return [...ids];
};
