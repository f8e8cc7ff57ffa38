import { AttachmentKind, type Filed, type PaperBefore, type PaperDeed } from '../../shared/attachments.ts';
import type { DocumentHead } from '../../shared/documents.ts';
import type { CalendarDay } from '../../shared/time.ts';
import { idsOfRecord } from '../clients/merge-standing.ts';
import type { Reader, Tx } from '../practice/practice.ts';
import { titleNow } from './documents-repository.ts';

export const insertAttachment = async (
  tx: Tx,
  documentId: string,
  { kind, paperOn }: { readonly kind: AttachmentKind; readonly paperOn: CalendarDay | null },
): Promise<void> => {
  await tx.insertInto('attachments').values({ document_id: documentId, kind, paper_on: paperOn }).execute();
};

const push = <T>(map: Map<string, T[]>, key: string, value: T): void => {
  map.set(key, [...(map.get(key) ?? []), value]);
};

const movesInto = async (db: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, PaperDeed[]>> => {
  const rows = await db
    .selectFrom('attachment_moves')
    .innerJoin('keyholders', 'keyholders.id', 'attachment_moves.by')
    .select(['document_id', 'at', 'reason', 'keyholders.name as by_name'])
    .where('document_id', 'in', ids)
    .orderBy('seq')
    .execute();
  const byPaper = new Map<string, PaperDeed[]>();
  for (const { document_id, at, by_name, reason } of rows) push(byPaper, document_id, { at, byName: by_name, reason });
  return byPaper;
};

/** What is said of a paper. */
type Description = Pick<PaperBefore, 'title' | 'kind' | 'paperOn'>;

const describedOf = async (db: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, PaperBefore[]>> => {
  const rows = await db
    .selectFrom('attachment_descriptions')
    .innerJoin('keyholders', 'keyholders.id', 'attachment_descriptions.by')
    .select(['document_id', 'at', 'title', 'kind', 'paper_on', 'keyholders.name as by_name'])
    .where('document_id', 'in', ids)
    .orderBy('seq')
    .execute();
  const byPaper = new Map<string, PaperBefore[]>();
  for (const row of rows)
    push(byPaper, row.document_id, {
      at: row.at,
      byName: row.by_name,
      title: row.title,
      kind: AttachmentKind.parse(row.kind),
      paperOn: row.paper_on,
    });
  return byPaper;
};

/** What counts now, and what was said until each time it was said anew. */
const saidOf = (first: Description, anew: readonly PaperBefore[]): { readonly now: Description; readonly before: PaperBefore[] } => ({
  now: anew.at(-1) ?? first,
  before: anew.map(({ at, byName }, index) => {
    const { title, kind, paperOn } = anew[index - 1] ?? first;
    return { at, byName, title, kind, paperOn };
  }),
});

/** What is known of each of these papers that was filed; a paper that was signed here is not among them. */
export const filedOf = async (db: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, Filed>> => {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('attachments')
    .innerJoin('documents', 'documents.id', 'attachments.document_id')
    .leftJoin('audit', 'audit.seq', 'documents.audit_seq')
    .leftJoin('keyholders as filer', 'filer.id', 'audit.actor')
    .leftJoin('attachment_errors as error', 'error.document_id', 'attachments.document_id')
    .leftJoin('keyholders as judge', 'judge.id', 'error.by')
    .select(['attachments.document_id as id', 'attachments.kind', 'attachments.paper_on', 'documents.title', 'filer.name as by_name'])
    .select(['error.at as error_at', 'error.reason as error_reason', 'judge.name as error_by'])
    .where('attachments.document_id', 'in', ids)
    .execute();
  const [moves, described] = [await movesInto(db, ids), await describedOf(db, ids)];
  return new Map(
    rows.map((row) => {
      const first = { title: row.title, kind: AttachmentKind.parse(row.kind), paperOn: row.paper_on };
      const { now, before } = saidOf(first, described.get(row.id) ?? []);
      const inError = row.error_at === null ? null : { at: row.error_at, byName: row.error_by ?? '', reason: row.error_reason ?? '' };
      const { kind, paperOn } = now;
      return [row.id, { kind, paperOn, byName: row.by_name ?? '', moves: moves.get(row.id) ?? [], before, inError }];
    }),
  );
};

/** Papers that lay with this client and went to another, newest first; which papers and whose is not told here. */
export const movedAwayFrom = async (db: Reader, clientId: string): Promise<PaperDeed[]> => {
  const rows = await db
    .selectFrom('attachment_moves')
    .innerJoin('keyholders', 'keyholders.id', 'attachment_moves.by')
    .select(['at', 'reason', 'keyholders.name as by_name'])
    .where('from_client', 'in', await idsOfRecord(db, clientId))
    .orderBy('seq', 'desc')
    .execute();
  return rows.map(({ at, by_name, reason }) => ({ at, byName: by_name, reason }));
};

/** A paper of this client with these very bytes that is not entered in error. */
export const sameFileOf = async (
  db: Reader,
  clientId: string,
  sha256: string,
): Promise<Pick<DocumentHead, 'id' | 'title' | 'createdAt'> | null> => {
  const row = await db
    .selectFrom('documents')
    .leftJoin('attachment_errors', 'attachment_errors.document_id', 'documents.id')
    .select(['documents.id', titleNow, 'documents.created_at'])
    .where('documents.client_id', '=', clientId)
    .where('documents.sha256', '=', sha256)
    .where('attachment_errors.document_id', 'is', null)
    .orderBy('documents.created_at')
    .executeTakeFirst();
  return row ? { id: row.id, title: row.title, createdAt: row.created_at } : null;
};

/** The trace comes first: the database lets a paper go only where its newest move says so. */
export const moveAttachment = async (
  tx: Tx,
  move: {
    readonly documentId: string;
    readonly fromClientId: string;
    readonly toClientId: string;
    readonly at: string;
    readonly by: string;
    readonly reason: string;
  },
): Promise<void> => {
  await tx
    .insertInto('attachment_moves')
    .values({
      seq: null,
      document_id: move.documentId,
      from_client: move.fromClientId,
      to_client: move.toClientId,
      at: move.at,
      by: move.by,
      reason: move.reason,
    })
    .execute();
  await tx.updateTable('documents').set({ client_id: move.toClientId }).where('id', '=', move.documentId).execute();
};

export const insertAttachmentError = async (
  tx: Tx,
  documentId: string,
  error: { readonly at: string; readonly by: string; readonly reason: string },
): Promise<void> => {
  await tx
    .insertInto('attachment_errors')
    .values({ document_id: documentId, ...error })
    .execute();
};

/** Beside what was said before, which stays. */
export const insertDescription = async (
  tx: Tx,
  documentId: string,
  { kind, title, paperOn, at, by }: Description & { readonly at: string; readonly by: string },
): Promise<void> => {
  await tx
    .insertInto('attachment_descriptions')
    .values({ seq: null, document_id: documentId, at, by, title, kind, paper_on: paperOn })
    .execute();
};
