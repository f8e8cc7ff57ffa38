import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import { dayIn } from '../../shared/time.ts';
import { recordAudit } from '../audit/audit-repository.ts';
import { getClient } from '../clients/clients-service.ts';
import { refuseUnpermittedLetter } from '../letters/letter-document-guard.ts';
import type { Practice } from '../practice/practice.ts';
import { getProfile } from '../practice/profile-service.ts';
import { movedAwayFrom } from './attachments-repository.ts';
import { papersWithFiling } from './attachments-service.ts';
import { endingsOf } from './file-kind.ts';
import { fileNameFrom } from './file-name.ts';
import { heldDocument, subjectOf } from './held-documents.ts';

export const documentsOfClient = async (
  practice: Practice,
  input: { readonly clientId: string },
): Promise<OutputOf<'documents.ofClient'>> => {
  const { id } = await getClient(practice, { id: input.clientId });
  return { documents: await papersWithFiling(practice.db, id), movedAway: await movedAwayFrom(practice.db, id) };
};

export const getDocument = async (practice: Practice, input: { readonly id: string }): Promise<OutputOf<'documents.get'>> => {
  const { head, bytes } = await heldDocument(practice, input.id);
  return { ...head, pdf: Buffer.from(bytes).toString('base64') };
};

/** The file's name tells the form and the day, never the person: a sheet may be seen by others at home (domain.md 8.3). */
export const chooseExport = async (practice: Practice, input: { readonly id: string }): Promise<OutputOf<'documents.chooseExport'>> => {
  const { head } = await heldDocument(practice, input.id);
  await refuseUnpermittedLetter(practice, head);
  const zone = practice.zone ?? (await getProfile(practice)).zone;
  const name = fileNameFrom(head.title, dayIn(head.createdAt, zone));
  const [ending] = endingsOf(head.mediaType);
  return { fileGrant: await practice.files.chooseSave({ call: 'documents.export', subject: head.id }, name, ending) };
};

/** The entry is there before the file is: nothing readable lies outside the practice without a word about it. */
export const exportDocument = async (
  practice: Practice,
  input: ParsedInputOf<'documents.export'>,
): Promise<OutputOf<'documents.export'>> => {
  const { head, bytes } = await heldDocument(practice, input.id);
  await refuseUnpermittedLetter(practice, head);
  await practice.write((tx) => recordAudit(tx, practice, subjectOf(head)));
  try {
    const purpose = { call: 'documents.export', subject: head.id } as const;
    const { fileName } = practice.files.save(input.fileGrant, purpose, bytes, endingsOf(head.mediaType));
    return { fileName, bytes: bytes.length, sha256: head.sha256, clientId: head.clientId };
  } catch (failure) {
    await practice.write((tx) => recordAudit(tx, practice, subjectOf(head), 'document-not-written'));
    throw failure;
  }
};
