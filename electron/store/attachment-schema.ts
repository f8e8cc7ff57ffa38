/** Rows of papers that were filed as SQLite holds them; what each table is for stands in migration 0014. */

type AttachmentTable = { document_id: string; kind: string; paper_on: string | null };

type AttachmentMoveTable = {
  /** Given by the database, in order. */
  seq: number | null;
  document_id: string;
  from_client: string;
  to_client: string;
  at: string;
  by: string;
  reason: string;
};

type AttachmentErrorTable = { document_id: string; at: string; by: string; reason: string };

type AttachmentDescriptionTable = {
  /** Given by the database, in order. */
  seq: number | null;
  document_id: string;
  at: string;
  by: string;
  title: string;
  kind: string;
  paper_on: string | null;
};

type PaperConsentTable = { consent_id: string; signed_on: string; signers: string; seen_by: string; seen_name: string };

export type AttachmentSchema = {
  attachments: AttachmentTable;
  attachment_moves: AttachmentMoveTable;
  attachment_errors: AttachmentErrorTable;
  attachment_descriptions: AttachmentDescriptionTable;
  paper_consents: PaperConsentTable;
};
