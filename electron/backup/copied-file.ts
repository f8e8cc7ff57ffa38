import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import type { Alive } from './folder-patience.ts';

const chunkBytes = 1024 * 1024;
/** Synced as it goes, so that a slow stick is seen to take steps, where one sync at the end may take minutes. */
const syncEvery = 8 * chunkBytes;

type Work = { readonly signal?: AbortSignal | undefined; readonly alive?: Alive };

/** Reads a file to its end in chunks, so that the process goes on answering in between. */
const eachChunk = async (file: FileHandle, { signal, alive }: Work, take: (chunk: Buffer) => Promise<void>): Promise<void> => {
  const buffer = Buffer.allocUnsafe(chunkBytes);
  for (;;) {
    signal?.throwIfAborted();
    const { bytesRead } = await readFrom(file.read(buffer, 0, chunkBytes, null));
    if (bytesRead === 0) return;
    await take(buffer.subarray(0, bytesRead));
    alive?.();
  }
};

/** Marks that it was the file read from that failed, not the one written to. */
const unreadable = 'SOURCE_UNREADABLE';
const readFrom = <T>(work: Promise<T>): Promise<T> =>
  work.catch((cause: unknown) => {
    throw Object.assign(new Error('the file copied from cannot be read', { cause }), { code: unreadable });
  });
export const isUnreadable = (failure: unknown): boolean => (failure as { code?: unknown } | null)?.code === unreadable;

export type Copied = { readonly bytes: number; readonly sha256: string };

export const hashOf = async (path: string, work: Work = {}): Promise<Copied> => {
  const file = await readFrom(open(path, 'r'));
  const hash = createHash('sha256');
  let bytes = 0;
  try {
    await eachChunk(file, work, async (chunk) => {
      hash.update(chunk);
      bytes += chunk.length;
    });
    return { bytes, sha256: hash.digest('hex') };
  } finally {
    await file.close();
  }
};

/** A file may be written in more than one go. */
const writeAll = async (file: FileHandle, bytes: Uint8Array): Promise<void> => {
  for (let written = 0; written < bytes.length; ) written += (await file.write(bytes, written)).bytesWritten;
};

export const writeSynced = async (path: string, bytes: Uint8Array): Promise<Copied> => {
  const file = await open(path, 'wx', 0o600);
  try {
    await writeAll(file, bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  return { bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
};

/** A new file with the bytes of another, on the disk when it returns; the hash is of what was read. */
export const copyFile = async (from: string, to: string, work: Work = {}): Promise<Copied> => {
  const source = await readFrom(open(from, 'r'));
  try {
    const target = await open(to, 'wx', 0o600);
    const hash = createHash('sha256');
    let bytes = 0;
    try {
      await eachChunk(source, work, async (chunk) => {
        hash.update(chunk);
        bytes += chunk.length;
        await writeAll(target, chunk);
        if (bytes % syncEvery === 0) await target.sync();
      });
      await target.sync();
    } finally {
      await target.close();
    }
    return { bytes, sha256: hash.digest('hex') };
  } finally {
    await source.close();
  }
};
