/** Rows of lists of clients that were taken over as SQLite holds them; what each table is for stands in migration 0013. */

type ClientImportTable = {
  /** Given by the database, in order. */
  seq: number | null;
  id: string;
  file_name: string;
  sha256: string;
  clients: number;
  at: string;
  by: string;
  undone_at: string | null;
  undone_by: string | null;
};

type ImportedClientTable = { client_id: string; import_id: string };

export type ImportSchema = { client_imports: ClientImportTable; imported_clients: ImportedClientTable };
