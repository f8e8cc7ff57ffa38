import { type Kysely, sql } from 'kysely';
import { mapsOfSignedForms } from './maps-of-signed-forms.ts';

/** One open round a client at a time; one that was gone through stays as it was. */
const intakes = async (db: Kysely<unknown>): Promise<void> => {
  await sql`create table intakes (
    id text primary key,
    client_id text not null references clients (id),
    number integer not null check (number >= 1),
    started_at text not null,
    started_by text not null references keyholders (id),
    reviewed_at text,
    reviewed_by text references keyholders (id),
    review_due text,
    content_version text not null,
    revision integer not null check (revision >= 0),
    saved_at text not null,
    places_said integer,
    level_said integer,
    entries text not null,
    check ((reviewed_at is null) = (reviewed_by is null) and (reviewed_at is null) = (review_due is null)),
    unique (client_id, number)
  ) strict`.execute(db);
  await sql`create unique index one_open_intake_a_client on intakes (client_id) where reviewed_at is null`.execute(db);
  // All that Today asks of each, so that none of the long entries is read for it.
  await sql`create index intakes_by_review on intakes (client_id, number, reviewed_at, review_due, started_at)`.execute(db);
  await sql`create trigger reviewed_intakes_are_not_changed before update on intakes when old.reviewed_at is not null
    begin select raise(abort, 'a reviewed intake is immutable'); end`.execute(db);
};

/**
 * Every map there was, as it was after all that had been kept by then; a change is a newer one, and the last by `seq` is in force. Beside
 * it stands what was said (`said_areas`, `said_ceiling`; null says nothing of them), when in the order in which things were said (`said`,
 * from the clock below: no clock of a computer), and whether it said everything anew or only closed. `holds`: 0 while nothing was marked yet.
 */
const maps = async (db: Kysely<unknown>): Promise<void> => {
  await sql`create table consent_maps (
    id text primary key,
    client_id text not null references clients (id),
    seq integer not null,
    made_at text not null,
    made_by text not null references keyholders (id),
    source text not null check (source in ('together', 'intake', 'consent', 'handover', 'withdrawal')),
    source_id text,
    ceiling integer not null check (ceiling between 0 and 4),
    areas text not null,
    words text not null,
    content_version text not null,
    holds integer not null check (holds in (0, 1)),
    said integer not null,
    said_kind text not null check (said_kind in ('whole', 'narrower')),
    said_areas text,
    said_ceiling integer check (said_ceiling between 0 and 4),
    unique (client_id, seq)
  ) strict`.execute(db);
  // What is in force is told by what was said, without the maps themselves.
  await sql`create index maps_by_client on consent_maps (client_id, seq, said, said_kind, holds)`.execute(db);
  await sql`create table said_clock (
    one integer primary key check (one = 1),
    at integer not null
  ) strict`.execute(db);
  await sql`insert into said_clock values (1, 0)`.execute(db);
  await sql`create trigger maps_are_not_changed before update on consent_maps begin select raise(abort, 'maps are immutable'); end`.execute(
    db,
  );
  // Places that need their own signed form, and take part only while they stand here.
  await sql`create table sensitive_areas (
    code text primary key,
    turned_on_at text not null,
    turned_on_by text not null references keyholders (id)
  ) strict, without rowid`.execute(db);
  await sql`create table sensitive_areas_version (
    one integer primary key check (one = 1),
    version integer not null
  ) strict`.execute(db);
  await sql`insert into sensitive_areas_version values (1, 0)`.execute(db);
};

/** What was agreed when, and when it was tried. The word and signal in force stand with the client. */
const stopSignals = async (db: Kysely<unknown>): Promise<void> => {
  await sql`create table stop_signals (
    id text primary key,
    client_id text not null references clients (id),
    word text not null,
    gesture text not null,
    agreed_at text not null,
    agreed_by text not null references keyholders (id)
  ) strict`.execute(db);
  await sql`create index stop_signals_by_client on stop_signals (client_id, agreed_at, id)`.execute(db);
  await sql`create trigger stop_signals_are_not_changed before update on stop_signals begin select raise(abort, 'stop signals are immutable'); end`.execute(
    db,
  );
  await sql`create table stop_rehearsals (
    id text primary key,
    client_id text not null references clients (id),
    word text not null,
    gesture text not null,
    rehearsed_at text not null,
    recorded_by text not null references keyholders (id)
  ) strict`.execute(db);
  await sql`create index stop_rehearsals_by_client on stop_rehearsals (client_id, rehearsed_at, id)`.execute(db);
  await sql`create trigger stop_rehearsals_are_not_changed before update on stop_rehearsals begin select raise(abort, 'rehearsals are immutable'); end`.execute(
    db,
  );
  await sql`alter table clients add column stop_rehearsed_at text`.execute(db);
};

/** An `area-consent` is about one place. */
const formsOfOnePlace = async (db: Kysely<unknown>): Promise<void> => {
  await sql`alter table fillings add column area text`.execute(db);
  // When the client last said something of touch in it.
  await sql`alter table fillings add column said integer`.execute(db);
  await sql`alter table consents add column area text`.execute(db);
};

export const up = async (db: Kysely<unknown>): Promise<void> => {
  await intakes(db);
  await maps(db);
  await stopSignals(db);
  await sql`drop trigger consents_are_not_changed`.execute(db);
  await formsOfOnePlace(db);
  await sql`create trigger consents_are_not_changed before update on consents begin select raise(abort, 'consents are immutable'); end`.execute(
    db,
  );
  await mapsOfSignedForms(db);
};
