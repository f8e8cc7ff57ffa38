import { createHash } from 'node:crypto';
import type { Reply } from '../../shared/app-error.ts';
import type { OutputOf } from '../../shared/calls.ts';
import { chunkBytes } from '../../shared/uploads.ts';
import type { TestWorld } from '../practice/practice.test-world.ts';

/** One black point. */
export const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==', 'base64');
/** The beginning of a JPEG; nobody here looks further. */
export const jpeg = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.from('JFIF and what a scanner made of it', 'latin1')]);

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** As the window does: begin, every piece in order, finish. */
export const trySending = async (world: TestWorld, bytes: Uint8Array, name = 'scan.pdf'): Promise<Reply<OutputOf<'uploads.finish'>>> => {
  const begun = await world.call('uploads.begin', { name, bytes: bytes.length });
  if (!begun.ok) return begun;
  const { uploadId } = begun.value;
  for (let index = 0; index * chunkBytes < bytes.length; index += 1) {
    const chunk = Buffer.from(bytes.subarray(index * chunkBytes, (index + 1) * chunkBytes)).toString('base64');
    const taken = await world.call('uploads.append', { uploadId, index, chunk });
    if (!taken.ok) return taken;
  }
  return world.call('uploads.finish', { uploadId, sha256: sha256Of(bytes) });
};

export const sent = async (world: TestWorld, bytes: Uint8Array, name?: string): Promise<string> => {
  const reply = await trySending(world, bytes, name);
  if (!reply.ok) throw new Error(`not taken: ${JSON.stringify(reply.error)}`);
  return reply.value.uploadId;
};
