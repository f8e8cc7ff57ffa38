/** Rows of records that were merged or entered in error as SQLite holds them; what each table is for stands in migration 0015. */

/** What migration 0015 put beside a client. */
export type StandingOfClient = { merged_into: string | null; in_error: number };

export type ClientMergeTable = {
  merged_id: string;
  into_id: string;
  at: string;
  by: string;
  reason: string;
  record: string;
  apart: string;
  touch: number;
  health: number;
  said: number;
  screens: string;
  moved: string | null;
};

type ClientErrorTable = {
  /** Given by the database, in order. */
  seq: number | null;
  client_id: string;
  in_error: number;
  at: string;
  by: string;
  reason: string;
};

export type MergeSchema = { client_merges: ClientMergeTable; client_errors: ClientErrorTable };
