import { Refused } from '../../shared/app-error.ts';
import type { AuditSubject } from '../../shared/call.ts';
import type { DocumentHead } from '../../shared/documents.ts';
import type { Practice } from '../practice/practice.ts';
import { documentOf } from './documents-repository.ts';

export type HeldDocument = { readonly head: DocumentHead; readonly bytes: Uint8Array };

/** A document of the practice, or a sheet drawn for printing that is held until the lock. @throws not-found */
export const heldDocument = async (practice: Practice, id: string): Promise<HeldDocument> => {
  const sheet = practice.memory.sheets.get(id);
  if (sheet) return sheet;
  const document = await documentOf(practice.db, id);
  if (!document) throw new Refused({ code: 'not-found', what: 'document' });
  const { pdf, auditSeq: _, ...head } = document;
  return { head: { ...head, bytes: pdf.length }, bytes: pdf };
};

export const subjectOf = ({ id, clientId }: DocumentHead): AuditSubject => ({ recordId: id, ...(clientId ? { clientId } : {}) });
