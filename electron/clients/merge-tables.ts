import type { MergeKind } from '../../shared/clients-merge.ts';

/**
 * What becomes of a row that names the merged record. `moves`: it names the kept one from then on, and nothing else of it changes.
 * `in order`: so too, and its number (`by`) is its place among the rows of both, told by the moment in `from`. `one for each`: of two
 * rows with the same `key` the kept record's stays, save where `newest` is later in the other, and the one that goes is written into the
 * merge, but for a column that is `letGo`. `written apart`: what the kept record says of it was chosen, and the merge keeps how it was. `stays`: it tells what was.
 */
export type Refiled =
  | { readonly how: 'moves'; readonly kind: MergeKind | null }
  | { readonly how: 'in order'; readonly kind: MergeKind; readonly by: string; readonly from: string }
  | {
      readonly how: 'one for each';
      readonly kind: MergeKind | null;
      readonly key: readonly string[];
      readonly newest: string;
      readonly letGo?: string;
    }
  | { readonly how: 'written apart' }
  | { readonly how: 'stays'; readonly why: string };

const moves = (kind: MergeKind | null): Refiled => ({ how: 'moves', kind });
const stays = (why: string): Refiled => ({ how: 'stays', why });

/** Every column that names a client, by `table.column`; one of a later version that is not here keeps clients from being merged. */
export const refiled: Readonly<Record<string, Refiled>> = {
  'appointments.client_id': moves('appointments'),
  'attachment_moves.from_client': stays('where a paper lay is where it lay'),
  'attachment_moves.to_client': stays('where a paper lay is where it lay'),
  'card_readings.client_id': moves(null),
  'care_team.client_id': { how: 'one for each', kind: 'care-team', key: ['contact_id'], newest: 'since' },
  'clearances.client_id': moves('clearances'),
  'client_custom_values.client_id': { how: 'written apart' },
  'client_errors.client_id': stays('what was said of that record was said of it'),
  'client_merges.into_id': stays('the trace of an earlier merge'),
  'client_merges.merged_id': stays('the trace of an earlier merge'),
  'client_photos.client_id': { how: 'one for each', kind: null, key: [], newest: 'set_at', letGo: 'bytes' },
  'client_tags.client_id': { how: 'written apart' },
  'clients.merged_into': stays('the trace of an earlier merge'),
  'consent_maps.client_id': { how: 'in order', kind: 'maps', by: 'seq', from: 'made_at' },
  'consents.client_id': moves('consents'),
  'coverings.client_id': stays('somebody covered for that record, and for no other'),
  'crises.client_id': moves('findings'),
  'disclosures.client_id': moves('disclosures'),
  'documents.client_id': moves('papers'),
  'fillings.client_id': moves(null),
  'finding_standings.client_id': moves(null),
  'findings.client_id': moves('findings'),
  'handovers.client_id': moves('hand-overs'),
  'health_changes.client_id': moves('health'),
  'health_screens.client_id': { how: 'in order', kind: 'health', by: 'number', from: 'started_at' },
  'holds.client_id': moves('holds'),
  'imported_clients.client_id': stays('with which list a record came'),
  'incidents.client_id': moves('incidents'),
  'intakes.client_id': { how: 'in order', kind: 'intakes', by: 'number', from: 'started_at' },
  'letters.client_id': moves('letters'),
  'medicines.client_id': moves('medicines'),
  'notes.client_id': moves('notes'),
  'release_drafts.client_id': { how: 'one for each', kind: 'permissions', key: ['contact_id', 'form_id'], newest: 'prepared_at' },
  'releases.client_id': moves('permissions'),
  'series.client_id': moves(null),
  'sessions.client_id': moves('sessions'),
  'stop_rehearsals.client_id': moves('stop-signals'),
  'stop_signals.client_id': moves('stop-signals'),
  'suitability_answers.client_id': moves('health'),
  'tasks.client_id': moves('tasks'),
  'wait_list.client_id': moves('waiting'),
};

/** What decides about touch: where both records hold some of it, they are gone through together before hands are laid on. */
export const touchTables: readonly string[] = [
  'clearances',
  'consent_maps',
  'consents',
  'findings',
  'health_changes',
  'health_screens',
  'holds',
  'incidents',
  'intakes',
  'medicines',
  'suitability_answers',
];
