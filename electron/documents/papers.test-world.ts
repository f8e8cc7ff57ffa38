import { ready } from '../consent/consent.test-world.ts';
import type { TestWorld } from '../practice/practice.test-world.ts';
import { sent } from './uploads.test-world.ts';

/** An id that no document has. */
export const someId = '0198c0de-0000-7000-8000-000000000000';

/** The newest entries of the trail. */
export const last = async (world: TestWorld, count: number): Promise<readonly unknown[]> =>
  (await world.audit()).slice(-count).map(({ action, client_id, record_id }) => ({ action, client_id, record_id }));

export type Signed = { readonly world: TestWorld; readonly id: string; readonly clientId: string; readonly pdf: Buffer };

/** A world with a consent signed in it, and its bytes. */
export const signed = async (): Promise<Signed> => {
  const { world, input, clientId } = await ready();
  const { documentId: id } = await world.ok('consent.sign', input);
  const { pdf } = await world.ok('documents.get', { id });
  return { world, id, clientId, pdf: Buffer.from(pdf, 'base64') };
};

export const verdictOn = async (world: TestWorld, bytes: Uint8Array) =>
  world.ok('documents.verify', { uploadId: await sent(world, bytes) });
