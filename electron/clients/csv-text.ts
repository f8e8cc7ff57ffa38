import { isUtf8 } from 'node:buffer';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Refusal } from '../../shared/app-error.ts';
import type { Encoding } from '../../shared/client-import.ts';

/** Bytes at a time; between two pieces other calls have their turn. */
const pieceBytes = 256 * 1024;

/** Every other byte of plain letters in two bytes each is nothing, the second or the first. */
const inTwoBytes = (bytes: Uint8Array): Encoding | null => {
  const sample = bytes.subarray(0, 4_096 & ~1);
  const nothing = [0, 0];
  for (const [at, byte] of sample.entries()) if (byte === 0) nothing[at % 2] = (nothing[at % 2] ?? 0) + 1;
  const [first = 0, second = 0] = nothing;
  const most = sample.length / 2;
  if (second > most * 0.4 && first < most * 0.1) return 'utf-16le';
  return first > most * 0.4 && second < most * 0.1 ? 'utf-16be' : null;
};

/** How the text is written: as its mark says, else UTF-8 where it is that, else the letters of Windows and Latin-1. */
export const encodingOf = (bytes: Uint8Array): Encoding => {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return inTwoBytes(bytes) ?? (isUtf8(bytes) ? 'utf-8' : 'windows-1252');
};

/** The beginning of the text, to tell by how it is written on. */
export const beginningOf = (bytes: Uint8Array, encoding: Encoding): string =>
  new TextDecoder(encoding).decode(bytes.subarray(0, pieceBytes), { stream: true });

/** The text piece by piece. @throws Refusal csv-unreadable where it is none */
export async function* textOf(bytes: Uint8Array, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for (let at = 0; at < bytes.length; at += pieceBytes) {
    const piece = decoder.decode(bytes.subarray(at, at + pieceBytes), { stream: at + pieceBytes < bytes.length });
    if (piece.includes('\0')) throw new Refusal('csv-unreadable', { row: 0 });
    if (piece !== '') yield piece;
    await nextTurn();
  }
}
