/** Rows of sessions as SQLite holds them; what each table is for stands in migration 0009. */

export type SessionTable = {
  id: string;
  client_id: string;
  practitioner_id: string;
  appointment_id: string | null;
  started_at: string;
  planned_minutes: number;
  talk_only: number;
  edition: string;
  run: string;
  ticks: number;
  ended_at: string | null;
  ended_offset: number | null;
  ended_by: string | null;
  close_id: string | null;
  ending: string | null;
  summary: string | null;
};

export type SessionEventTable = {
  session_id: string;
  seq: number;
  id: string;
  at: string;
  run: string;
  ticks: number;
  offset: number;
  kind: string;
  body: string;
  while_locked: number;
  by: string;
};

export type IncidentTable = {
  id: string;
  session_id: string;
  episode: number;
  client_id: string;
  opened_at: string;
  resolved_at: string | null;
  resolved_by: string | null;
  resolution: string | null;
};

export type HoldTable = {
  id: string;
  client_id: string;
  session_id: string;
  incident_id: string;
  cause: string;
  what: string;
  since: string;
  ended_at: string | null;
  ended_by: string | null;
  ended_how: string | null;
  words: string;
};

export type SessionSchema = {
  sessions: SessionTable;
  session_events: SessionEventTable;
  incidents: IncidentTable;
  holds: HoldTable;
};
