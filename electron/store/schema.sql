CREATE TRIGGER audit_has_its_day after insert on audit begin
  insert into trail_days values (substr(new.at, 1, 10), new.seq, new.seq)
  on conflict (day) do update set first_seq = min(first_seq, new.seq), last_seq = max(last_seq, new.seq);
  end;

CREATE TRIGGER audit_is_not_changed before update on audit begin select raise(abort, 'audit is append-only'); end;

CREATE TRIGGER audit_is_not_deleted before delete on audit begin select raise(abort, 'audit is append-only'); end;

CREATE TRIGGER consents_are_not_changed before update on consents begin select raise(abort, 'consents are immutable'); end;

CREATE TRIGGER documents_are_not_changed before update on documents begin select raise(abort, 'documents are immutable'); end;

CREATE TRIGGER form_versions_are_not_changed before update on form_versions begin select raise(abort, 'form versions are immutable'); end;

CREATE TRIGGER maps_are_not_changed before update on consent_maps begin select raise(abort, 'maps are immutable'); end;

CREATE TRIGGER reviewed_intakes_are_not_changed before update on intakes when old.reviewed_at is not null
  begin select raise(abort, 'a reviewed intake is immutable'); end;

CREATE TRIGGER stop_rehearsals_are_not_changed before update on stop_rehearsals begin select raise(abort, 'rehearsals are immutable'); end;

CREATE TRIGGER stop_signals_are_not_changed before update on stop_signals begin select raise(abort, 'stop signals are immutable'); end;

CREATE TRIGGER withdrawals_are_not_changed before update on consent_withdrawals begin select raise(abort, 'withdrawals are immutable'); end;

CREATE TABLE audit (
  seq integer primary key,
  at text not null,
  actor text not null,
  action text not null,
  client_id text,
  record_id text,
  digest text,
  mac blob not null check (length(mac) = 32)
) strict;

CREATE TABLE chain_keys (
  until_seq integer primary key,
  key blob not null check (length(key) = 32),
  mac blob not null check (length(mac) = 32)
) strict;

CREATE TABLE clients (
  id text primary key,
  version integer not null check (version > 0),
  chosen_name text not null check (chosen_name <> ''),
  legal_name text not null,
  pronouns text not null,
  birth_date text,
  phone text not null,
  email text not null,
  contact_wishes text not null,
  stop_word text not null,
  stop_gesture text not null,
  sort_name text not null,
  search_text text not null,
  created_at text not null,
  updated_at text not null,
  archived_at text
  , stop_rehearsed_at text) strict;

CREATE TABLE commits (
  one integer primary key check (one = 1),
  count integer not null check (count >= 0)
) strict;

CREATE TABLE consent_maps (
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
) strict;

CREATE TABLE consent_withdrawals (
  id text primary key,
  consent_id text not null references consents (id),
  withdrawn_at text not null,
  recorded_by text not null references keyholders (id),
  by_whom text not null check (by_whom in ('client', 'guardian', 'decision_maker', 'personal_representative')),
  parts text not null,
  words text not null
) strict;

CREATE TABLE consents (
  id text primary key,
  client_id text not null references clients (id),
  document_id text not null unique references documents (id),
  form_id text not null,
  form_version text not null,
  content_version text not null,
  title text not null,
  signed_at text not null,
  signed_by text not null references keyholders (id),
  shown_sha256 text not null check (length(shown_sha256) = 64),
  shown text not null,
  answers text not null,
  signatures text not null
  , ends_on text, ends_by text check (ends_by in ('period', 'birthday', 'date', 'visit')), under_age integer not null default 0 check (under_age in (0, 1)), place text not null default '', area text) strict;

CREATE TABLE "documents" (
  id text primary key,
  client_id text references clients (id),
  kind text not null check (kind in ('consent', 'scan')),
  title text not null,
  created_at text not null,
  sha256 text not null check (length(sha256) = 64),
  audit_seq integer not null unique references audit (seq),
  media_type text not null check (media_type in ('application/pdf', 'image/png', 'image/jpeg')),
  pdf blob not null
) strict;

CREATE TABLE drafts (
  owner text not null references keyholders (id),
  key text not null,
  title text not null,
  place text not null,
  text text not null,
  saved_at text not null,
  primary key (owner, key)
) strict, without rowid;

CREATE TABLE fillings (
  id text primary key,
  handover_id text not null references handovers (id),
  client_id text not null references clients (id),
  position integer not null,
  form_id text not null,
  form_version text not null,
  shown_sha256 text not null check (length(shown_sha256) = 64),
  blanks text not null,
  answers text not null,
  talk text not null,
  seen text not null,
  reviewed text not null,
  signatures text not null,
  signed_at text not null,
  substitutes_agreed integer not null check (substitutes_agreed in (0, 1)),
  page integer not null,
  revision integer not null,
  saved_at text not null
  , area text, said integer) strict;

CREATE TABLE form_facts (
  placeholder text primary key,
  words text not null,
  checked_on text
) strict, without rowid;

CREATE TABLE form_facts_version (
  one integer primary key check (one = 1),
  version integer not null
) strict;

CREATE TABLE form_versions (
  form_id text not null,
  version text not null,
  language text not null,
  kind text not null check (kind in ('meaning', 'spelling')),
  note text not null,
  text text not null,
  made_at text not null,
  made_by text not null references keyholders (id),
  primary key (form_id, version)
) strict, without rowid;

CREATE TABLE handovers (
  id text primary key,
  client_id text not null references clients (id),
  begun_at text not null,
  begun_by text not null references keyholders (id),
  resting integer not null default 0 check (resting in (0, 1)),
  ended_at text,
  ended_by text references keyholders (id)
) strict;

CREATE TABLE intakes (
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
) strict;

CREATE TABLE keyholders (
  id text primary key,
  wrap_id text not null unique,
  name text not null,
  role text not null check (role in ('owner', 'practitioner', 'front-desk', 'bookkeeper')),
  created_at text not null
) strict;

CREATE TABLE locking (
  one integer primary key check (one = 1),
  idle_minutes integer not null check (idle_minutes between 1 and 60)
) strict;

CREATE TABLE profile (
  one integer primary key check (one = 1),
  version integer not null,
  practice_name text not null,
  address text not null,
  practitioner_name text not null,
  credential text not null,
  licence_words text not null,
  place text not null,
  zone text not null,
  paper text not null check (paper in ('letter', 'a4'))
) strict;

CREATE TABLE said_clock (
  one integer primary key check (one = 1),
  at integer not null
) strict;

CREATE TABLE sensitive_areas (
  code text primary key,
  turned_on_at text not null,
  turned_on_by text not null references keyholders (id)
) strict, without rowid;

CREATE TABLE sensitive_areas_version (
  one integer primary key check (one = 1),
  version integer not null
) strict;

CREATE TABLE stop_rehearsals (
  id text primary key,
  client_id text not null references clients (id),
  word text not null,
  gesture text not null,
  rehearsed_at text not null,
  recorded_by text not null references keyholders (id)
) strict;

CREATE TABLE stop_signals (
  id text primary key,
  client_id text not null references clients (id),
  word text not null,
  gesture text not null,
  agreed_at text not null,
  agreed_by text not null references keyholders (id)
) strict;

CREATE TABLE trail_days (
  day text primary key,
  first_seq integer not null,
  last_seq integer not null
) strict, without rowid;

CREATE INDEX audit_by_action on audit (action, seq);

CREATE INDEX audit_by_actor on audit (actor, action, seq, at);

CREATE INDEX audit_by_client on audit (client_id, seq, action, actor) where client_id is not null;

CREATE INDEX audit_while_locked on audit (record_id) where actor = 'nobody';

CREATE INDEX clients_by_name on clients (sort_name, id);

CREATE INDEX clients_found on clients (archived_at, sort_name, id, search_text);

CREATE INDEX consents_by_client on consents (client_id, signed_at);

CREATE INDEX consents_by_end on consents (ends_on, client_id, form_id, signed_at, id, ends_by)
  where ends_on is not null and ends_by <> 'visit';

CREATE INDEX consents_by_form on consents (client_id, form_id, signed_at, id);

CREATE INDEX documents_by_client on documents (client_id, created_at);

CREATE INDEX documents_by_sha256 on documents (sha256);

CREATE INDEX fillings_by_client on fillings (client_id, form_id);

CREATE INDEX fillings_by_handover on fillings (handover_id, position);

CREATE INDEX intakes_by_review on intakes (client_id, number, reviewed_at, review_due, started_at);

CREATE INDEX maps_by_client on consent_maps (client_id, seq, said, said_kind, holds);

CREATE UNIQUE INDEX one_handover_at_a_time on handovers ((1)) where ended_at is null;

CREATE UNIQUE INDEX one_open_intake_a_client on intakes (client_id) where reviewed_at is null;

CREATE INDEX stop_rehearsals_by_client on stop_rehearsals (client_id, rehearsed_at, id);

CREATE INDEX stop_signals_by_client on stop_signals (client_id, agreed_at, id);

CREATE INDEX withdrawals_by_consent on consent_withdrawals (consent_id, withdrawn_at);
