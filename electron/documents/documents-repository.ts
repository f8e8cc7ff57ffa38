import { sql } from 'kysely';
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
  const row = await db.selectFrom('documents').selectAll().select(titleNow).where('id', '=', id).executeTakeFirst();
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

/** What it is called: a filed paper may have been described anew since. */
export const titleNow = sql<string>`coalesce((select title from attachment_descriptions where document_id = documents.id
  order by seq desc limit 1), documents.title)`.as('title');

const headColumns = ['id', 'client_id', 'kind', 'created_at', 'sha256', 'media_type'] as const;

const heads = (db: Reader) =>
  db
    .selectFrom('documents')
    .leftJoin('audit', 'audit.seq', 'documents.audit_seq')
    .select(headColumns.map((column) => `documents.${column}` as const))
    .select([titleNow, 'audit.digest', (expression) => expression.fn<number>('length', ['documents.pdf']).as('bytes')]);

type HeadRow = Awaited<ReturnType<ReturnType<typeof heads>['executeTakeFirstOrThrow']>>;

const headOf = (row: HeadRow): DocumentHead => ({
  id: row.id,
  clientId: row.client_id,
  kind: Kind.parse(row.kind),
  title: row.title,
  createdAt: row.created_at,
  sha256: row.sha256,
  bytes: row.bytes,
  mediaType: MediaType.parse(row.media_type),
});

/** Documents with these very bytes; `vouched`: the entry of the audit trail that came with it says so too. */
export const documentsWithSha256 = async (
  db: Reader,
  sha256: string,
): Promise<readonly { readonly head: DocumentHead; readonly vouched: boolean }[]> => {
  const rows = await heads(db).where('documents.sha256', '=', sha256).orderBy('documents.created_at').execute();
  return rows.map((row) => ({ head: headOf(row), vouched: row.digest === sha256 }));
};

export const headsOf = async (db: Reader, ids: readonly string[]): Promise<readonly DocumentHead[]> =>
  (await heads(db).where('documents.id', 'in', ids).orderBy('documents.created_at').execute()).map(headOf);

/** Newest first. */
export const headsOfClient = async (db: Reader, clientId: string): Promise<readonly DocumentHead[]> =>
  (
    await heads(db)
      .where('documents.client_id', '=', clientId)
      .orderBy('documents.created_at', 'desc')
      .orderBy('documents.id', 'desc')
      .execute()
  ).map(headOf);

export const isDocumentOf = async (db: Reader, clientId: string, id: string): Promise<boolean> =>
  (await db.selectFrom('documents').select('id').where('id', '=', id).where('client_id', '=', clientId).executeTakeFirst()) !== undefined;
