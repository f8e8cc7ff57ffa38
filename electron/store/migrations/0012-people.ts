import { type Kysely, sql } from 'kysely';

/** What a record holds beyond its first lines; people to call and a guardian are few and read with the client alone, so they stand as JSON. */
const furtherOfClients = async (db: Kysely<unknown>): Promise<void> => {
  for (const column of [
    "voicemail text not null default 'not-asked' check (voicemail in ('not-asked', 'yes', 'no'))",
    "discreet_words text not null default ''",
    "language text not null default ''",
    "emergency_contacts text not null default '[]'",
    'guardian text',
  ])
    await sql`alter table clients add column ${sql.raw(column)}`.execute(db);
  // Two records of one person are looked for by birth date while a client is written down.
  await sql`create index clients_by_birth_date on clients (birth_date)`.execute(db);
};

/** `folded` is the tag without accents and capitals: one tag has one `words`. */
const tags = async (db: Kysely<unknown>): Promise<void> => {
  await sql`create table client_tags (
    client_id text not null references clients (id),
    folded text not null,
    words text not null,
    primary key (client_id, folded)
  ) strict`.execute(db);
  await sql`create index client_tags_by_tag on client_tags (folded, client_id)`.execute(db);
};

/** Questions of the practice's own, and what clients' records say to them. */
const customFields = async (db: Kysely<unknown>): Promise<void> => {
  await sql`create table custom_fields (
    id text primary key,
    version integer not null,
    label text not null,
    kind text not null check (kind in ('text', 'number', 'date', 'choice', 'yes-no')),
    options text not null,
    in_use integer not null check (in_use in (0, 1)),
    position integer not null
  ) strict`.execute(db);
  await sql`create table client_custom_values (
    client_id text not null references clients (id),
    field_id text not null references custom_fields (id),
    value text not null check (value <> ''),
    primary key (client_id, field_id)
  ) strict`.execute(db);
  await sql`create index client_custom_values_by_field on client_custom_values (field_id)`.execute(db);
};

/** Of one person, under a name of their own. */
const filters = async (db: Kysely<unknown>): Promise<void> => {
  await sql`create table client_filters (
    id text primary key,
    owner text not null references keyholders (id),
    name text not null,
    folded text not null,
    filter text not null,
    unique (owner, folded)
  ) strict`.execute(db);
};

/** The whole record of a client: whom to call, who speaks for them, tags, fields of the practice's own; and filters of the list. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await furtherOfClients(db);
  await tags(db);
  await customFields(db);
  await filters(db);
};
