import { Refused } from '../../shared/app-error.ts';
import type { AuditSubject } from '../../shared/call.ts';
import type { DocumentHead } from '../../shared/documents.ts';
import { recordAudit } from '../audit/audit-repository.ts';
import type { Practice } from '../practice/practice.ts';
import { refuseForeignPaper } from '../sessions/note-document.ts';
import { documentOf } from './documents-repository.ts';

export type HeldDocument = { readonly head: DocumentHead; readonly bytes: Uint8Array };

/**
 * A document of the practice, or a sheet drawn for printing that is held until the lock. The front desk has the sheets that were drawn for
 * it since it came in (a day sheet, a slip), and no paper of a client; that it asked for one stands in the trail. @throws not-found, not-allowed; Refusal covering-needed
 */
export const heldDocument = async (practice: Practice, id: string): Promise<HeldDocument> => {
  const sheet = practice.memory.sheets.get(id);
  if (sheet) return sheet;
  if (practice.actor.role === 'front-desk') {
    await practice.write((tx) => recordAudit(tx, practice, { recordId: id }, 'call-refused'));
    throw new Refused({ code: 'not-allowed' });
  }
  const document = await documentOf(practice.db, id);
  if (!document) throw new Refused({ code: 'not-found', what: 'document' });
  if (document.kind === 'note') await refuseForeignPaper(practice, id);
  const { pdf, auditSeq: _, ...head } = document;
  return { head: { ...head, bytes: pdf.length }, bytes: pdf };
};

export const subjectOf = ({ id, clientId }: DocumentHead): AuditSubject => ({ recordId: id, ...(clientId ? { clientId } : {}) });
