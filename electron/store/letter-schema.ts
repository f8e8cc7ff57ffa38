/** Rows of releases, letters and disclosures as SQLite holds them; what each table is for stands in migration 0011. */

type OfRelease = {
  id: string;
  client_id: string;
  contact_id: string;
  form_id: string;
  recipient: string;
  direction: string;
  replaces: string | null;
  prepared_at: string;
};

export type ReleaseDraftTable = OfRelease & { prepared_by: string };

export type ReleaseTable = OfRelease & {
  consent_id: string;
  kinds: string;
  measures: string;
  purposes: string;
  purpose_words: string;
  special: string;
  covers_words: string;
  authority: string;
  end_event: string;
};

type ReleaseEventTable = { release_id: string; happened_on: string; at: string; by: string; words: string };

export type LetterTable = {
  id: string;
  client_id: string;
  author_id: string;
  kind_id: string;
  edition: string;
  contact_id: string | null;
  recipient: string;
  from_kind: string | null;
  from_id: string | null;
  period_from: string;
  period_to: string;
  corrects: string | null;
  created_at: string;
  version: number;
  saved_at: string;
  body: string;
  send_by: string | null;
  reply_by: string | null;
  set_aside_at: string | null;
  finalised_at: string | null;
  release_id: string | null;
  unseen_reason: string;
  signature: string | null;
  sha256: string | null;
  document_id: string | null;
};

type LetterPreviewTable = { id: string; letter_id: string; version: number; at: string; by: string; way: string; words: string };

type LetterEventTable = {
  id: string;
  letter_id: string;
  kind: string;
  at: string;
  by: string;
  happened_on: string;
  way: string;
  words: string;
  document_id: string | null;
};

export type DisclosureTable = {
  id: string;
  client_id: string;
  happened_on: string;
  at: string;
  by: string;
  contact_id: string | null;
  to_name: string;
  way: string;
  kinds: string;
  what: string;
  purpose: string | null;
  why: string;
  basis: string;
  release_id: string | null;
  basis_words: string;
  letter_id: string | null;
};

type PracticeLogoTable = { one: number; version: number; media_type: string | null; bytes: Buffer | null };

export type LetterSchema = {
  release_drafts: ReleaseDraftTable;
  releases: ReleaseTable;
  release_events: ReleaseEventTable;
  letters: LetterTable;
  letter_previews: LetterPreviewTable;
  letter_events: LetterEventTable;
  disclosures: DisclosureTable;
  practice_logo: PracticeLogoTable;
};
