import { createHash } from 'node:crypto';
import { Refusal, Refused } from '../../shared/app-error.ts';
import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import { notFilled } from '../../shared/note-values.ts';
import { isSigned } from '../../shared/signatures.ts';
import { dayIn } from '../../shared/time.ts';
import { auditHead, recordAudit } from '../audit/audit-repository.ts';
import { refuseWhileHandedOver } from '../consent/returned-service.ts';
import { insertDocument } from '../documents/documents-repository.ts';
import type { Practice } from '../practice/practice.ts';
import { wordsToReread } from './language-service.ts';
import { zoneOf } from './note-draft-service.ts';
import { indexLater } from './note-index.ts';
import { drawNote, unprintableInNote } from './note-pdf.ts';
import { noteToPrint } from './note-to-print.ts';
import { keptNote, refuseUnchangeable, seenInside, seenNote } from './note-view.ts';
import { type KeptNote, noteById, signNoteRow } from './notes-repository.ts';
import { lockReflections } from './reflections-repository.ts';

type Asked = ParsedInputOf<'notes.sign'>;

export const sha256Of = (words: string | Uint8Array): string => createHash('sha256').update(words).digest('hex');

/** @throws Refusal note-unfinished, words-to-reread, signatures-incomplete */
const refuseIncomplete = async (practice: Practice, kept: KeptNote, { signature, reread }: Asked): Promise<void> => {
  const fields = notFilled(practice.content.notes, kept.body);
  if (fields.length > 0) throw new Refusal('note-unfinished', { fields: [...fields] });
  if (signature.signer !== 'practitioner' || !isSigned(signature))
    throw new Refusal('signatures-incomplete', { signers: ['practitioner'] });
  const again = reread ? [] : await wordsToReread(practice, kept.body);
  if (again.length > 0) throw new Refusal('words-to-reread', { words: again.map(({ words, why }) => ({ words, why })) });
};

type Signing = { readonly kept: KeptNote; readonly head: string; readonly signed: NonNullable<KeptNote['signed']>; readonly title: string };

/** Keeps paper, note and audit entry; or nothing when the trail or the note has moved on since the paper was drawn. */
const keep = (practice: Practice, { kept, head, signed, title }: Signing, pdf: Uint8Array): Promise<boolean> =>
  practice.write(async (tx) => {
    await refuseWhileHandedOver(tx);
    const now = await noteById(tx, kept.id);
    if (!now) throw new Refused({ code: 'not-found', what: 'note' });
    await refuseUnchangeable(tx, practice, now);
    if (now.revision !== kept.revision || (await auditHead(tx)) !== head) return false;
    const digest = sha256Of(pdf);
    const auditSeq = await recordAudit(tx, practice, { clientId: kept.clientId, recordId: kept.id, digest });
    await insertDocument(tx, {
      id: signed.documentId,
      clientId: kept.clientId,
      kind: 'note',
      title,
      createdAt: signed.at,
      sha256: digest,
      auditSeq,
      mediaType: 'application/pdf',
      pdf,
    });
    await signNoteRow(tx, kept.id, signed);
    await lockReflections(tx, kept.id, signed.at);
    await indexLater(tx, kept.id);
    return true;
  });

const mostDrawings = 5;

/** Draws the paper, then keeps it with the note in one transaction; if another entry came in between, all is gathered and drawn again. */
export const signNote = async (practice: Practice, asked: Asked): Promise<OutputOf<'notes.sign'>> => {
  const zone = await zoneOf(practice);
  for (let drawing = 0; drawing < mostDrawings; drawing += 1) {
    const kept = await keptNote(practice.db, asked.noteId);
    await refuseUnchangeable(practice.db, practice, kept);
    if (kept.revision !== asked.revision) throw new Refused({ code: 'conflict', current: await seenInside(practice, practice.db, kept) });
    await refuseIncomplete(practice, kept, asked);
    const head = await auditHead(practice.db);
    const at = practice.now();
    const signed = {
      at,
      signature: asked.signature,
      sha256: sha256Of(kept.bytes),
      documentId: practice.newId(),
      late: dayIn(at, zone) > kept.on,
    };
    const paper = await noteToPrint(practice, { ...kept, signed }, { head, substitutesAgreed: asked.acceptSubstitutes });
    const unprintable = unprintableInNote(paper);
    if (unprintable.length > 0 && !asked.acceptSubstitutes)
      throw new Refusal('characters-unprintable', { unprintable: unprintable.map((one) => ({ ...one })) });
    if (!(await keep(practice, { kept, head, signed, title: paper.title }, await drawNote(paper)))) continue;
    practice.changed('notes', 'documents');
    return seenNote(practice, await keptNote(practice.db, kept.id));
  }
  throw new Error('the audit trail did not stand still');
};
