import { Refused } from '../../shared/app-error.ts';
import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import { dayIn } from '../../shared/time.ts';
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
    pdf: Buffer.from(document.pdf).toString('base64'),
  };
};

/** The file's name tells the form and the day, never the person: a sheet may be seen by others at home (domain.md 8.3). */
export const chooseExport = async (practice: Practice, input: { readonly id: string }): Promise<OutputOf<'documents.chooseExport'>> => {
  const document = await found(practice, input.id);
  const zone = practice.zone ?? (await getProfile(practice)).zone;
  const name = `${document.title} ${dayIn(document.createdAt, zone)}`.replace(/[^\p{L}\p{N} .-]+/gu, '-');
  return { fileGrant: await practice.files.chooseSave('documents.export', name, 'pdf') };
};

export const exportDocument = async (
  practice: Practice,
  input: ParsedInputOf<'documents.export'>,
): Promise<OutputOf<'documents.export'>> => {
  const document = await found(practice, input.id);
  const { fileName } = practice.files.save(input.fileGrant, 'documents.export', document.pdf);
  return { fileName, bytes: document.pdf.length, sha256: document.sha256, clientId: document.clientId };
};
