/** Kinds of record as a person would call them, each of which lies in one or more tables. */
export const recordKinds = [
  'clients',
  'consents',
  'health',
  'sessions',
  'notes',
  'letters',
  'documents',
  'appointments',
  'contacts',
  'drafts',
  'trail',
  'settings',
  'search',
] as const;
export type RecordKind = (typeof recordKinds)[number];

const kindsOfTables: Readonly<Record<Exclude<RecordKind, 'settings'>, readonly string[]>> = {
  clients: ['clients', 'client_tags', 'client_custom_values', 'client_photos', 'client_imports', 'imported_clients'],
  consents: [
    ...['consents', 'consent_maps', 'consent_withdrawals', 'paper_consents', 'intakes', 'handovers', 'fillings'],
    ...['stop_signals', 'stop_rehearsals', 'sensitive_areas', 'form_versions'],
  ],
  health: [
    ...['health_screens', 'health_changes', 'findings', 'finding_events', 'finding_standings', 'medicines', 'clearances'],
    ...['clearance_replies', 'suitability_answers', 'holds', 'crises', 'card_readings', 'coverings'],
  ],
  sessions: ['sessions', 'session_events', 'incidents', 'sessions_without_note'],
  notes: ['notes', 'note_rows', 'note_addenda', 'note_errors', 'note_reviews', 'reflections'],
  letters: ['letters', 'letter_events', 'letter_previews', 'releases', 'release_events', 'release_drafts', 'disclosures'],
  documents: ['documents', 'attachments', 'attachment_errors', 'attachment_moves'],
  appointments: ['appointments', 'appointment_changes', 'series', 'wait_list', 'reminders_done', 'tasks', 'ics_taken'],
  contacts: ['contacts', 'care_team'],
  drafts: ['drafts'],
  trail: ['audit', 'trail_days', 'chain_keys', 'commits'],
  search: ['note_search', 'note_search_data', 'note_search_idx', 'note_search_content', 'note_search_config'],
};

const kinds = new Map(
  Object.entries(kindsOfTables).flatMap(([kind, tables]) => tables.map((table) => [table, kind as RecordKind] as const)),
);

/** What no other kind claims is a setting of the practice: rooms, services, hours, templates. */
export const kindOfTable = (table: string): RecordKind => kinds.get(table) ?? 'settings';
