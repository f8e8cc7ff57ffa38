import { createHash } from 'node:crypto';
import { Refusal, Refused } from '../../shared/app-error.ts';
import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import { chunkBytes } from '../../shared/uploads.ts';
import type { Upload } from '../practice/memory.ts';
import type { Practice } from '../practice/practice.ts';
import { mediaTypeOf } from './file-kind.ts';

/** Each may be as large as a file may be, so there are few; an older one that nobody used makes room. */
const mostUploads = 3;

/** The file itself is refused with its reason, and nothing of it stays in memory. */
const refuse = (practice: Practice, uploadId: string, reason: 'upload-incomplete' | 'file-kind-unknown'): never => {
  practice.memory.uploads.delete(uploadId);
  throw new Refusal(reason);
};

const uploadOf = (practice: Practice, uploadId: string): Upload => {
  const upload = practice.memory.uploads.get(uploadId);
  if (!upload) throw new Refused({ code: 'not-found', what: 'upload' });
  return upload;
};

/** The name is for the person's eyes and never becomes a path. */
export const beginUpload = async (practice: Practice, input: ParsedInputOf<'uploads.begin'>): Promise<OutputOf<'uploads.begin'>> => {
  const { uploads } = practice.memory;
  const uploadId = practice.newId();
  for (const oldest of [...uploads.keys()].slice(0, Math.max(0, uploads.size - mostUploads + 1))) uploads.delete(oldest);
  uploads.set(uploadId, { name: input.name, bytes: input.bytes, chunks: [], received: 0, finished: null });
  return { uploadId };
};

/** Pieces come in order, each full but the last; the first one tells the kind. */
export const appendUpload = async (practice: Practice, input: ParsedInputOf<'uploads.append'>): Promise<OutputOf<'uploads.append'>> => {
  const { uploadId, index } = input;
  const upload = uploadOf(practice, uploadId);
  const chunk = Buffer.from(input.chunk, 'base64');
  const due = Math.min(chunkBytes, upload.bytes - upload.received);
  if (index !== upload.chunks.length || chunk.length !== due || due === 0) return refuse(practice, uploadId, 'upload-incomplete');
  if (index === 0 && mediaTypeOf(chunk) === null) return refuse(practice, uploadId, 'file-kind-unknown');
  upload.chunks.push(chunk);
  upload.received += chunk.length;
  return { received: upload.received };
};

export const finishUpload = async (practice: Practice, input: ParsedInputOf<'uploads.finish'>): Promise<OutputOf<'uploads.finish'>> => {
  const { uploadId } = input;
  const upload = uploadOf(practice, uploadId);
  const content = Buffer.concat(upload.chunks.splice(0));
  const mediaType = mediaTypeOf(content);
  const isWhole = content.length === upload.bytes && createHash('sha256').update(content).digest('hex') === input.sha256;
  if (!isWhole || mediaType === null) return refuse(practice, uploadId, 'upload-incomplete');
  upload.finished = { content, mediaType };
  return { uploadId, bytes: content.length, mediaType };
};

/** A whole upload, for the call that uses it. @throws not-found, Refusal upload-incomplete */
export const finishedUpload = (practice: Practice, uploadId: string): NonNullable<Upload['finished']> =>
  uploadOf(practice, uploadId).finished ?? refuse(practice, uploadId, 'upload-incomplete');

/** Used up: its memory is given back. */
export const dropUpload = (practice: Practice, uploadId: string): void => {
  practice.memory.uploads.delete(uploadId);
};
