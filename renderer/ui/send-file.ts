import type { Reply } from '../../shared/app-error.ts';
import type { OutputOf } from '../../shared/calls.ts';
import { chunkBytes } from '../../shared/uploads.ts';
import { call } from '../call.ts';

type Uploaded = OutputOf<'uploads.finish'>;

/** Written a little at a time: the browser's own way takes characters, and as many arguments as there are bytes. */
const base64Of = (bytes: Uint8Array): string => {
  const perStep = 0x2000;
  let letters = '';
  for (let at = 0; at < bytes.length; at += perStep) letters += String.fromCharCode(...bytes.subarray(at, at + perStep));
  return btoa(letters);
};

const hexOf = (bytes: ArrayBuffer): string => [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/**
 * Gives a file to the vault in pieces, in order, and what it is known by there; null when `stopped` said so in between.
 * @throws when the browser cannot read the file (a folder that was dropped, a file that was moved)
 */
export const sendFile = async (
  file: File,
  { onShare, stopped }: { readonly onShare: (share: number) => void; readonly stopped: () => boolean },
): Promise<Reply<Uploaded> | null> => {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const begun = await call('uploads.begin', { name: file.name, bytes: bytes.length });
  if (!begun.ok) return begun;
  const { uploadId } = begun.value;
  for (let index = 0; index * chunkBytes < bytes.length; index += 1) {
    if (stopped()) return null;
    const chunk = base64Of(bytes.subarray(index * chunkBytes, (index + 1) * chunkBytes));
    const taken = await call('uploads.append', { uploadId, index, chunk });
    if (!taken.ok) return taken;
    onShare(taken.value.received / bytes.length);
  }
  const sha256 = hexOf(await crypto.subtle.digest('SHA-256', bytes));
  return stopped() ? null : call('uploads.finish', { uploadId, sha256 });
};
