/** Rows of tags, of a practice's own fields and of filters as SQLite holds them; what each table is for stands in migration 0012. */

/** What migration 0012 put beside the first lines of a client. */
export type FurtherOfClient = {
  voicemail: string;
  discreet_words: string;
  language: string;
  emergency_contacts: string;
  guardian: string | null;
};

type ClientTagTable = { client_id: string; folded: string; words: string };

export type CustomFieldTable = {
  id: string;
  version: number;
  label: string;
  kind: string;
  options: string;
  in_use: number;
  position: number;
};

type ClientCustomValueTable = { client_id: string; field_id: string; value: string };

export type ClientFilterTable = { id: string; owner: string; name: string; folded: string; filter: string };

export type PeopleSchema = {
  client_tags: ClientTagTable;
  custom_fields: CustomFieldTable;
  client_custom_values: ClientCustomValueTable;
  client_filters: ClientFilterTable;
};
