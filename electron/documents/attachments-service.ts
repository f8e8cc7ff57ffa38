import { Refusal, Refused } from '../../shared/app-error.ts';
import type { Filed } from '../../shared/attachments.ts';
import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import type { DocumentHead } from '../../shared/documents.ts';
import { recordAudit } from '../audit/audit-repository.ts';
import { getClient } from '../clients/clients-service.ts';
import { refuseWhileHandedOver } from '../consent/returned-service.ts';
import { refuseArchived } from '../intake/refuse-archived.ts';
import type { Practice, Reader, Tx } from '../practice/practice.ts';
import { papersInError } from '../sessions/note-document.ts';
import { filedOf, insertAttachmentError, moveAttachment } from './attachments-repository.ts';
import { headsOf, headsOfClient } from './documents-repository.ts';
import { heldDocument } from './held-documents.ts';
import { isReliedOn } from './paper-relied-repository.ts';

export type Paper = OutputOf<'attachments.ofClient'>['attachments'][number];

/** Heads with what is known of their filing, and whether they are not to be gone by. */
export const papersWithFiling = async (db: Reader, clientId: string): Promise<Paper[]> => {
  const heads = await headsOfClient(db, clientId);
  const notes = await papersInError(db, clientId);
  const filed = await filedOf(
    db,
    heads.flatMap(({ id, kind }) => (kind === 'scan' ? [id] : [])),
  );
  return heads.map((head) => {
    const filing = filed.get(head.id) ?? null;
    return { ...head, inError: notes.has(head.id) || (filing?.inError ?? null) !== null, filed: filing };
  });
};

export const attachmentsOfClient = async (
  practice: Practice,
  input: ParsedInputOf<'attachments.ofClient'>,
): Promise<OutputOf<'attachments.ofClient'>> => {
  const { id } = await getClient(practice, { id: input.clientId });
  const papers = await papersWithFiling(practice.db, id);
  return { attachments: papers.filter(({ filed }) => filed !== null && (input.kind === null || filed.kind === input.kind)) };
};

export const getAttachment = async (practice: Practice, input: { readonly id: string }): Promise<OutputOf<'attachments.get'>> => {
  const { head, bytes } = await heldDocument(practice, input.id);
  const filed = (await filedOf(practice.db, [head.id])).get(head.id) ?? null;
  const notes = head.clientId === null ? new Set<string>() : await papersInError(practice.db, head.clientId);
  const inError = notes.has(head.id) || (filed?.inError ?? null) !== null;
  return { ...head, inError, filed, reliedOn: await isReliedOn(practice.db, head), pdf: Buffer.from(bytes).toString('base64') };
};

/** A paper that was filed and that nothing stands on. @throws not-found document; Refusal paper-relied-on, paper-in-error */
const freePaper = async (
  tx: Tx,
  id: string,
): Promise<{ readonly head: DocumentHead; readonly clientId: string; readonly filed: Filed }> => {
  const [head] = await headsOf(tx, [id]);
  if (!head) throw new Refused({ code: 'not-found', what: 'document' });
  const filed = (await filedOf(tx, [id])).get(id);
  if (!filed || head.clientId === null || (await isReliedOn(tx, head))) throw new Refusal('paper-relied-on');
  if (filed.inError) throw new Refusal('paper-in-error');
  return { head, clientId: head.clientId, filed };
};

/** Both clients have an entry: what lay with the one lies with the other. */
export const moveToClient = async (practice: Practice, input: ParsedInputOf<'attachments.move'>): Promise<OutputOf<'attachments.move'>> => {
  const { id, toClientId, reason } = input;
  await refuseArchived(practice, toClientId);
  await practice.write(async (tx) => {
    await refuseWhileHandedOver(tx);
    const { clientId: fromClientId } = await freePaper(tx, id);
    if (fromClientId === toClientId) throw new Refusal('same-client');
    await moveAttachment(tx, { documentId: id, fromClientId, toClientId, at: practice.now(), by: practice.actor.id, reason });
    await recordAudit(tx, practice, { clientId: fromClientId, recordId: id });
    await recordAudit(tx, practice, { clientId: toClientId, recordId: id });
  });
  practice.changed('documents');
  return { id, clientId: toClientId };
};

/** It stays where it is and is marked. */
export const setPaperInError = async (
  practice: Practice,
  { id, reason }: ParsedInputOf<'attachments.setInError'>,
): Promise<OutputOf<'attachments.setInError'>> => {
  const clientId = await practice.write(async (tx) => {
    await refuseWhileHandedOver(tx);
    const paper = await freePaper(tx, id);
    await insertAttachmentError(tx, id, { at: practice.now(), by: practice.actor.id, reason });
    await recordAudit(tx, practice, { clientId: paper.clientId, recordId: id });
    return paper.clientId;
  });
  practice.changed('documents');
  return { id, clientId };
};
