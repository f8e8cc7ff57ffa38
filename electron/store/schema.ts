import type { AttachmentSchema } from './attachment-schema.ts';
import type { ImportSchema } from './import-schema.ts';
import type { LetterSchema } from './letter-schema.ts';
import type { MergeSchema, StandingOfClient } from './merge-schema.ts';
import type { NoteSchema } from './note-schema.ts';
import type { FurtherOfClient, PeopleSchema } from './people-schema.ts';
import type { ScheduleSchema } from './schedule-schema.ts';
import type { SessionSchema } from './session-schema.ts';

/** Rows as SQLite holds them; what each table is for stands in its migration. Kept true by schema.test.ts against schema.sql. */

export type ProfileTable = {
  one: 1;
  version: number;
  practice_name: string;
  address: string;
  practitioner_name: string;
  credential: string;
  licence_words: string;
  place: string;
  zone: string;
  paper: string;
};

export type KeyholderTable = { id: string; wrap_id: string; name: string; role: string; created_at: string };

export type AuditTable = {
  seq: number;
  at: string;
  actor: string;
  action: string;
  client_id: string | null;
  record_id: string | null;
  digest: string | null;
  mac: Uint8Array;
};

export type ClientTable = FurtherOfClient &
  StandingOfClient & {
    id: string;
    version: number;
    chosen_name: string;
    legal_name: string;
    pronouns: string;
    birth_date: string | null;
    phone: string;
    email: string;
    contact_wishes: string;
    stop_word: string;
    stop_gesture: string;
    sort_name: string;
    search_text: string;
    created_at: string;
    updated_at: string;
    archived_at: string | null;
    stop_rehearsed_at: string | null;
  };

export type DocumentTable = {
  id: string;
  client_id: string | null;
  kind: string;
  title: string;
  created_at: string;
  sha256: string;
  audit_seq: number;
  media_type: string;
  pdf: Uint8Array;
};

export type ConsentTable = {
  id: string;
  client_id: string;
  document_id: string;
  form_id: string;
  form_version: string;
  content_version: string;
  title: string;
  signed_at: string;
  signed_by: string;
  shown_sha256: string;
  shown: string;
  answers: string;
  signatures: string;
  ends_on: string | null;
  ends_by: string | null;
  under_age: number;
  place: string;
  area: string | null;
};

export type WithdrawalTable = {
  id: string;
  consent_id: string;
  withdrawn_at: string;
  recorded_by: string;
  by_whom: string;
  parts: string;
  words: string;
};

export type HandoverTable = {
  id: string;
  client_id: string;
  begun_at: string;
  begun_by: string;
  resting: number;
  ended_at: string | null;
  ended_by: string | null;
  calm_at: string | null;
  /** The note it was handed over to read; null for forms. */
  note_id: string | null;
};

export type FillingTable = {
  id: string;
  handover_id: string;
  client_id: string;
  position: number;
  form_id: string;
  form_version: string;
  shown_sha256: string;
  blanks: string;
  answers: string;
  talk: string;
  seen: string;
  reviewed: string;
  signatures: string;
  signed_at: string;
  substitutes_agreed: number;
  page: number;
  revision: number;
  saved_at: string;
  area: string | null;
  said: number | null;
};

export type FormVersionTable = {
  form_id: string;
  version: string;
  language: string;
  kind: string;
  note: string;
  text: string;
  made_at: string;
  made_by: string;
};

export type FormFactTable = { placeholder: string; words: string; checked_on: string | null };

export type FormFactsVersionTable = { one: 1; version: number };

export type IntakeTable = {
  id: string;
  client_id: string;
  number: number;
  started_at: string;
  started_by: string;
  reviewed_at: string | null;
  reviewed_by: string | null;
  review_due: string | null;
  content_version: string;
  revision: number;
  saved_at: string;
  places_said: number | null;
  level_said: number | null;
  entries: string;
};

export type ConsentMapTable = {
  id: string;
  client_id: string;
  seq: number;
  made_at: string;
  made_by: string;
  source: string;
  source_id: string | null;
  ceiling: number;
  areas: string;
  words: string;
  content_version: string;
  holds: number;
  said: number;
  said_kind: string;
  said_areas: string | null;
  said_ceiling: number | null;
};

export type SaidClockTable = { one: 1; at: number };

export type SensitiveAreaTable = { code: string; turned_on_at: string; turned_on_by: string };

export type SensitiveAreasVersionTable = { one: 1; version: number };

export type StopSignalTable = { id: string; client_id: string; word: string; gesture: string; agreed_at: string; agreed_by: string };

export type StopRehearsalTable = {
  id: string;
  client_id: string;
  word: string;
  gesture: string;
  rehearsed_at: string;
  recorded_by: string;
};

export type HealthScreenTable = {
  id: string;
  client_id: string;
  number: number;
  started_at: string;
  started_by: string;
  answers: string;
  seen: string;
  done_at: string | null;
  content_version: string;
  revision: number;
  saved_at: string;
};

export type SuitabilityAnswerTable = {
  id: string;
  client_id: string;
  question_id: string;
  outcome: string;
  words: string;
  asked_at: string;
  asked_by: string;
};

export type FindingTable = {
  id: string;
  client_id: string;
  item_id: string;
  item: string;
  content_version: string;
  made_at: string;
  came_with: string;
};

export type FindingEventTable = { finding_id: string; seq: number; what: string; at: string; by: string; event: string };

export type FindingStandingTable = {
  client_id: string;
  finding_id: string;
  attention: string | null;
  care: number;
  since: string;
  cleared_until: string | null;
  edition: string;
};

export type MedicineTable = {
  id: string;
  version: number;
  client_id: string;
  name: string;
  match: string;
  class_id: string | null;
  areas: string | null;
  note: string;
  taken_until: string | null;
  at: string;
  by: string;
};

export type ContactTable = {
  id: string;
  kind: string;
  name: string;
  profession: string;
  organisation: string;
  phone: string;
  email: string;
  address: string;
  note: string;
  search: string;
  version: number;
  created_at: string;
  updated_at: string;
  merged_into: string | null;
};

export type CareTeamTable = {
  client_id: string;
  contact_id: string;
  role: string;
  note: string;
  since: string;
  ended_on: string | null;
};

export type ClearanceTable = {
  id: string;
  client_id: string;
  contact_id: string | null;
  request: string;
  asked_at: string;
  asked_by: string;
};

export type ClearanceReplyTable = { clearance_id: string; reply: string; recorded_at: string; recorded_by: string };

export type HealthChangeTable = {
  id: string;
  client_id: string;
  at: string;
  by: string;
  changed: number;
  words: string;
  settled_at: string | null;
  settled_by: string | null;
  settled_words: string;
};

export type CardReadingTable = { id: string; client_id: string; sha256: string; card: string; read_at: string; read_by: string };

export type CrisisTable = {
  id: string;
  client_id: string;
  opened_at: string;
  findings: string;
  read_at: string | null;
  read_by: string | null;
  words: string;
};

export type CrisisNumbersTable = { place: string; numbers: string; checked_on: string; checked_by: string };

export type CrisisNumbersVersionTable = { one: 1; version: number };

export type CommitsTable = { one: 1; count: number };

export type ChainKeyTable = { until_seq: number; key: Uint8Array; mac: Uint8Array };

export type TrailDayTable = { day: string; first_seq: number; last_seq: number };

export type DraftTable = { owner: string; key: string; title: string; place: string; text: string; saved_at: string };

export type LockingTable = { one: 1; idle_minutes: number };

export type Schema = ScheduleSchema &
  SessionSchema &
  NoteSchema &
  LetterSchema &
  PeopleSchema &
  ImportSchema &
  AttachmentSchema &
  MergeSchema & {
    profile: ProfileTable;
    keyholders: KeyholderTable;
    audit: AuditTable;
    clients: ClientTable;
    documents: DocumentTable;
    consents: ConsentTable;
    consent_withdrawals: WithdrawalTable;
    handovers: HandoverTable;
    fillings: FillingTable;
    form_versions: FormVersionTable;
    form_facts: FormFactTable;
    form_facts_version: FormFactsVersionTable;
    intakes: IntakeTable;
    consent_maps: ConsentMapTable;
    said_clock: SaidClockTable;
    sensitive_areas: SensitiveAreaTable;
    sensitive_areas_version: SensitiveAreasVersionTable;
    stop_signals: StopSignalTable;
    stop_rehearsals: StopRehearsalTable;
    health_screens: HealthScreenTable;
    suitability_answers: SuitabilityAnswerTable;
    findings: FindingTable;
    finding_events: FindingEventTable;
    finding_standings: FindingStandingTable;
    medicines: MedicineTable;
    contacts: ContactTable;
    care_team: CareTeamTable;
    clearances: ClearanceTable;
    clearance_replies: ClearanceReplyTable;
    health_changes: HealthChangeTable;
    card_readings: CardReadingTable;
    crises: CrisisTable;
    crisis_numbers: CrisisNumbersTable;
    crisis_numbers_version: CrisisNumbersVersionTable;
    commits: CommitsTable;
    chain_keys: ChainKeyTable;
    trail_days: TrailDayTable;
    drafts: DraftTable;
    locking: LockingTable;
  };
