/** Rows of tags, of a practice's own fields, of filters and of pictures as SQLite holds them; what each table is for stands in migrations 0012 and 0017. */

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

/** Migration 0017. */
type ClientPhotoTable = { client_id: string; media_type: string; bytes: Buffer; set_at: string; by: string };

export type PeopleSchema = {
  client_tags: ClientTagTable;
  custom_fields: CustomFieldTable;
  client_custom_values: ClientCustomValueTable;
  client_filters: ClientFilterTable;
  client_photos: ClientPhotoTable;
};
