import { DocumentHead } from '../../shared/documents.ts';
import type { Reader, Tx } from '../practice/practice.ts';

const { kind: Kind, mediaType: MediaType } = DocumentHead.shape;

export type NewDocument = {
  readonly id: string;
  readonly clientId: string | null;
  readonly kind: DocumentHead['kind'];
  readonly title: string;
  readonly createdAt: string;
  readonly sha256: string;
  /** Place in the audit chain of the entry that vouches for `sha256`. */
  readonly auditSeq: number;
  readonly mediaType: DocumentHead['mediaType'];
  readonly pdf: Uint8Array;
};

export const insertDocument = async (tx: Tx, document: NewDocument): Promise<void> => {
  await tx
    .insertInto('documents')
    .values({
      id: document.id,
      client_id: document.clientId,
      kind: document.kind,
      title: document.title,
      created_at: document.createdAt,
      sha256: document.sha256,
      audit_seq: document.auditSeq,
      media_type: document.mediaType,
      pdf: Buffer.from(document.pdf),
    })
    .execute();
};

export const documentOf = async (db: Reader, id: string): Promise<NewDocument | null> => {
  const row = await db.selectFrom('documents').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) return null;
  return {
    id: row.id,
    clientId: row.client_id,
    kind: Kind.parse(row.kind),
    title: row.title,
    createdAt: row.created_at,
    sha256: row.sha256,
    auditSeq: row.audit_seq,
    mediaType: MediaType.parse(row.media_type),
    pdf: row.pdf,
  };
};
