import { Refused } from '../../shared/app-error.ts';
import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import { dayIn } from '../../shared/time.ts';
import { recordAudit } from '../audit/audit-repository.ts';
import type { Practice } from '../practice/practice.ts';
import { getProfile } from '../practice/profile-service.ts';
import { documentOf, type NewDocument } from './documents-repository.ts';

const found = async (practice: Practice, id: string): Promise<NewDocument> => {
  const document = await documentOf(practice.db, id);
  if (!document) throw new Refused({ code: 'not-found', what: 'document' });
  return document;
};

export const getDocument = async (practice: Practice, input: { readonly id: string }): Promise<OutputOf<'documents.get'>> => {
  const document = await found(practice, input.id);
  return {
    id: document.id,
    clientId: document.clientId,
    kind: document.kind,
    title: document.title,
    createdAt: document.createdAt,
    sha256: document.sha256,
    bytes: document.pdf.length,
    mediaType: document.mediaType,
    pdf: Buffer.from(document.pdf).toString('base64'),
  };
};

/** The file's name tells the form and the day, never the person: a sheet may be seen by others at home (domain.md 8.3). */
export const chooseExport = async (practice: Practice, input: { readonly id: string }): Promise<OutputOf<'documents.chooseExport'>> => {
  const document = await found(practice, input.id);
  const zone = practice.zone ?? (await getProfile(practice)).zone;
  const name = `${document.title} ${dayIn(document.createdAt, zone)}`.replace(/[^\p{L}\p{N} .-]+/gu, '-');
  return { fileGrant: await practice.files.chooseSave({ call: 'documents.export', subject: document.id }, name, 'pdf') };
};

/** The entry is there before the file is: nothing readable lies outside the practice without a word about it. */
export const exportDocument = async (
  practice: Practice,
  input: ParsedInputOf<'documents.export'>,
): Promise<OutputOf<'documents.export'>> => {
  const document = await found(practice, input.id);
  const about = { recordId: document.id, ...(document.clientId ? { clientId: document.clientId } : {}) };
  await practice.write((tx) => recordAudit(tx, practice, about));
  try {
    const { fileName } = practice.files.save(input.fileGrant, { call: 'documents.export', subject: document.id }, document.pdf);
    return { fileName, bytes: document.pdf.length, sha256: document.sha256, clientId: document.clientId };
  } catch (failure) {
    await practice.write((tx) => recordAudit(tx, practice, about, 'document-not-written'));
    throw failure;
  }
};
