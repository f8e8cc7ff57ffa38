/** Rows of notes as SQLite holds them; what each table is for stands in migration 0010. */

export type NoteTable = {
  id: string;
  client_id: string;
  author_id: string;
  session_id: string | null;
  happened_on: string;
  created_at: string;
  created_on: string;
  template_id: string | null;
  edition: string;
  revision: number;
  saved_at: string;
  body: string;
  moved_from: string | null;
  signed_at: string | null;
  signature: string | null;
  sha256: string | null;
  document_id: string | null;
  late: number;
};

type NoteTemplateTable = { id: string; version: number; active: number; body: string };

type NoteAddendumTable = { id: string; note_id: string; at: string; by: string; covering: number; reason: string; text: string };

type NoteReviewTable = {
  id: string;
  note_id: string;
  handover_id: string;
  revision: number;
  at: string;
  outcome: string;
  words: string;
};

type NoteErrorTable = { note_id: string; at: string; by: string; reason: string; to_note_id: string | null };

type CoveringTable = { id: string; client_id: string; by: string; at: string; until: string; reason: string };

type ReflectionTable = {
  id: string;
  note_id: string;
  author_id: string;
  created_at: string;
  saved_at: string;
  revision: number;
  text: string;
  locked_at: string | null;
};

type SnippetTable = { id: string; owner: string; version: number; trigger: string; text: string; shared: number };

type LanguageSettingsTable = { owner: string; mode: string; off: string };

type NoteSettingsTable = { one: number; version: number; reflections: number; checked: string };

type SessionWithoutNoteTable = { session_id: string; practitioner_id: string; started_at: string };

/** The search's own table; `rowid` is that of `note_rows`. */
type NoteSearchTable = { rowid: number; keys: string; body: string };

/** Null: the index has yet to read it. */
type NoteRowTable = { id: number | null; note_id: string };

export type NoteSchema = {
  notes: NoteTable;
  note_templates: NoteTemplateTable;
  note_addenda: NoteAddendumTable;
  note_reviews: NoteReviewTable;
  note_errors: NoteErrorTable;
  coverings: CoveringTable;
  sessions_without_note: SessionWithoutNoteTable;
  reflections: ReflectionTable;
  snippets: SnippetTable;
  language_settings: LanguageSettingsTable;
  note_settings: NoteSettingsTable;
  note_rows: NoteRowTable;
  note_search: NoteSearchTable;
};
