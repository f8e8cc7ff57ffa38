import { createHash } from 'node:crypto';
import { Refusal } from '../../shared/app-error.ts';
import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import { dayIn, type Zone } from '../../shared/time.ts';
import { recordAudit } from '../audit/audit-repository.ts';
import { getClient } from '../clients/clients-service.ts';
import { refuseUnpermittedLetter } from '../letters/letter-document-guard.ts';
import type { Practice } from '../practice/practice.ts';
import { getProfile } from '../practice/profile-service.ts';
import { insertAttachment, sameFileOf } from './attachments-repository.ts';
import { documentsWithSha256, headsOf, insertDocument } from './documents-repository.ts';
import { heldDocument, subjectOf } from './held-documents.ts';
import { idsNamedIn } from './named-document.ts';
import { dropUpload, finishedUpload } from './uploads-service.ts';

const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const zoneOf = async (practice: Practice): Promise<Zone> => practice.zone ?? (await getProfile(practice)).zone;

/** Keeps a scan or a photo as it came, with an entry in the trail that vouches for its bytes. */
export const fileDocument = async (practice: Practice, input: ParsedInputOf<'documents.file'>): Promise<OutputOf<'documents.file'>> => {
  const { content, mediaType } = finishedUpload(practice, input.uploadId);
  if (mediaType === 'text/calendar' || mediaType === 'text/csv') throw new Refusal('file-kind-unknown');
  const { id: clientId } = await getClient(practice, { id: input.clientId });
  if (input.paperOn !== null && input.paperOn > dayIn(practice.now(), await zoneOf(practice))) throw new Refusal('day-in-future');
  const kept = { id: practice.newId(), clientId, kind: 'scan', title: input.title, createdAt: practice.now(), mediaType } as const;
  const sha256 = sha256Of(content);

  await practice.write(async (tx) => {
    const there = input.twice ? null : await sameFileOf(tx, clientId, sha256);
    if (there) throw new Refusal('filed-already', { ...there });
    const auditSeq = await recordAudit(tx, practice, { clientId, recordId: kept.id, digest: sha256 });
    await insertDocument(tx, { ...kept, sha256, auditSeq, pdf: content });
    await insertAttachment(tx, kept.id, { kind: input.kind, paperOn: input.paperOn });
  });
  dropUpload(practice, input.uploadId);
  practice.changed('documents');
  return { ...kept, sha256, bytes: content.length };
};

/** The entry is there before the paper is; where nothing came out of the printer, a second one says so. */
export const printDocument = async (practice: Practice, input: ParsedInputOf<'documents.print'>): Promise<OutputOf<'documents.print'>> => {
  const { head, bytes } = await heldDocument(practice, input.id);
  await refuseUnpermittedLetter(practice, head);
  const { paper } = await getProfile(practice);
  await practice.write((tx) => recordAudit(tx, practice, subjectOf(head)));
  const outcome = await practice.print({ mediaType: head.mediaType, paper, bytes }).catch(() => 'failed' as const);
  if (outcome === 'printed') return { printed: true, clientId: head.clientId };

  await practice.write((tx) => recordAudit(tx, practice, subjectOf(head), 'document-not-printed'));
  if (outcome === 'cancelled') return { printed: false, clientId: head.clientId };
  throw new Refusal(outcome === 'no-printer' ? 'no-printer-here' : 'not-printed');
};

/** Whether it is ours, byte for byte; else whether it says that it is. The upload is used up by the answer. */
export const verifyDocument = async (
  practice: Practice,
  input: ParsedInputOf<'documents.verify'>,
): Promise<OutputOf<'documents.verify'>> => {
  const { content } = finishedUpload(practice, input.uploadId);
  const same = await documentsWithSha256(practice.db, sha256Of(content));
  const named = await headsOf(practice.db, idsNamedIn(content));

  dropUpload(practice, input.uploadId);
  const vouched = same.filter((one) => one.vouched).map((one) => one.head);
  const drawn = vouched.find((head) => head.kind !== 'scan');
  if (drawn) return { verdict: 'genuine', document: drawn };
  // Filed as it came, a changed copy of a document of ours is still a changed copy.
  const copied = named.find(({ id }) => vouched.every((head) => head.id !== id));
  const [scan] = vouched;
  if (scan && !copied) return { verdict: 'genuine', document: scan };
  const altered = copied ?? same[0]?.head;
  return altered ? { verdict: 'altered', document: altered } : { verdict: 'unknown', document: null };
};
