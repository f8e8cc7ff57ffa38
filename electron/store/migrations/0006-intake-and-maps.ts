import { type Kysely, sql } from 'kysely';

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
    entries text not null,
    revision integer not null check (revision >= 0),
    saved_at text not null,
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
 * Every map there was; a change is a newer one. `taken_back`: the places this one closed or narrowed because the client said so, whatever
 * they were before; marks that were made earlier and are kept later do not open them again.
 */
const maps = async (db: Kysely<unknown>): Promise<void> => {
  await sql`create table consent_maps (
    id text primary key,
    client_id text not null references clients (id),
    made_at text not null,
    made_by text not null references keyholders (id),
    source text not null check (source in ('together', 'intake', 'consent', 'handover', 'withdrawal')),
    source_id text,
    ceiling integer not null check (ceiling between 0 and 4),
    areas text not null,
    words text not null,
    content_version text not null,
    taken_back text not null
  ) strict`.execute(db);
  await sql`create index maps_by_client on consent_maps (client_id, made_at, id)`.execute(db);
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
  await sql`alter table consents add column area text`.execute(db);
};

type Signed = { id: string; client_id: string; signed_at: string; signed_by: string; answers: string; content_version: string };
type TakenBack = { id: string; withdrawn_at: string; recorded_by: string; parts: string; words: string };
type Marks = { readonly kind: string; readonly areas?: Readonly<Record<string, string>>; readonly value?: string };

const levelOf = (answers: Readonly<Record<string, Marks>>): number =>
  Number(/^C([0-4])$/.exec(answers['contact-level']?.value ?? '')?.[1] ?? 0);

type Places = { readonly areas: object; readonly level: number };

const out = { state: 'no', ceiling: 0 };

/** Places, or the level of contact, that were taken back since: a map of that moment, without them. */
const mapOfWithdrawal = async (db: Kysely<unknown>, consent: Signed, taken: TakenBack, map: Places): Promise<Places> => {
  const parts = JSON.parse(taken.parts) as readonly string[];
  const closed = parts.includes('areas') ? Object.keys(map.areas) : [];
  const areas = { ...map.areas, ...Object.fromEntries(closed.map((code) => [code, out])) };
  const level = parts.includes('contact-level') ? 0 : map.level;
  await sql`insert into consent_maps values (${taken.id}, ${consent.client_id}, ${taken.withdrawn_at}, ${taken.recorded_by}, 'withdrawal',
    ${consent.id}, ${level}, ${JSON.stringify(areas)}, ${taken.words}, ${consent.content_version}, ${JSON.stringify(closed)})`.execute(db);
  return { areas, level };
};

/**
 * Until now the places stood in the signed form alone: each is a map of that moment, and places taken back since are out. The firmest
 * contact is the one chosen there; where none was, there is none. A form taken back as a whole closes everything by itself.
 */
const mapsOfSignedForms = async (db: Kysely<unknown>): Promise<void> => {
  const { rows: signed } = await sql<Signed>`select id, client_id, signed_at, signed_by, answers, content_version from consents
    where form_id = 'informed-consent'`.execute(db);
  for (const consent of signed) {
    const answers = JSON.parse(consent.answers) as Readonly<Record<string, Marks>>;
    const marks = answers.areas;
    if (marks?.kind !== 'map') continue;
    const level = levelOf(answers);
    const areas = Object.fromEntries(
      Object.entries(marks.areas ?? {}).map(([code, state]) => [code, state === 'no' ? out : { state, ceiling: level }]),
    );
    await sql`insert into consent_maps values (${consent.id}, ${consent.client_id}, ${consent.signed_at}, ${consent.signed_by}, 'consent',
      ${consent.id}, ${level}, ${JSON.stringify(areas)}, '', ${consent.content_version}, '[]')`.execute(db);
    const { rows } = await sql<TakenBack>`select id, withdrawn_at, recorded_by, parts, words from consent_withdrawals
      where consent_id = ${consent.id} and exists (select 1 from json_each(parts) where value in ('areas', 'contact-level'))
      order by withdrawn_at, id`.execute(db);
    let map: Places = { areas, level };
    for (const taken of rows) map = await mapOfWithdrawal(db, consent, taken, map);
  }
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
