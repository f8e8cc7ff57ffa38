import type { InformationKind } from '../../shared/releases.ts';

/**
 * All that may ever be offered for a letter. What a release is asked about are kinds of information; which kind a blank is of depends on the
 * letter, and the first that the letter names counts. Reflections, single answers, pictures and other people are not here, and so cannot go.
 */
type Row = { readonly fact: string; readonly kinds: readonly InformationKind[] };

export const factLabels: Readonly<Record<string, string>> = {
  visits: 'Dates and number of visits',
  contact: 'Places and firmness of contact',
  distress: 'Distress numbers',
  quotes: 'The client’s own words',
  response: 'How the client responded',
  stops: 'Stop signals',
  pauses: 'Pauses and what happened',
  early: 'Sessions ended early by choice',
  flags: 'Flags in the period',
  goal: 'Goal, in the client’s words',
  plan: 'Plan',
  reach: 'How the client wishes to be reached',
  aftercare: 'Aftercare given',
  condition: 'The health question',
  event: 'What happened, with times',
  seen: 'What was seen and heard',
  grounding: 'Grounding',
  told: 'Who was told, and numbers given',
  closing: 'How the work closes',
  copy: 'What the copy covers',
};

const row = (fact: string, ...kinds: InformationKind[]): Row => ({ fact, kinds });

const visits = row('visits', 'attendance');
const contact = row('contact', 'areas_contact', 'plan', 'incident');
const distress = row('distress', 'response', 'incident');
const quotes = row('quotes', 'response', 'incident');
const event = row('event', 'incident', 'attendance');
const closing = row('closing', 'closing', 'response');

/** By placeholder; one that is not here is a plain blank: about the letter or the practice, never about the client's record. */
const table: Readonly<Record<string, Row>> = {
  sessions_count: visits,
  dates_short: visits,
  dates_times: visits,
  start_date: visits,
  end_date: visits,
  start_time: visits,
  end_time: visits,
  service_name: visits,
  visit_date: row('visits', 'attendance', 'incident'),
  time: event,
  event_time: event,
  stop_time: event,
  leave_time: event,
  end_reason: event,
  what_seen: row('seen', 'incident', 'response'),
  safety_answer: event,
  facts_plain: row('seen', 'incident', 'response'),
  area_words: contact,
  areas_plain: row('contact', 'areas_contact', 'plan'),
  areas_short: contact,
  areas_words: contact,
  clothing_words: contact,
  contact_words: contact,
  contact_minutes: contact,
  minutes: row('contact', 'areas_contact', 'plan'),
  position: contact,
  suds_start: distress,
  suds_peak: distress,
  suds_end: distress,
  suds_now: distress,
  suds_pattern: distress,
  quote_1: quotes,
  quote_2: quotes,
  leaving_state: row('response', 'response', 'incident', 'closing'),
  declined_plain: row('response', 'response'),
  stop_count: row('stops', 'stops_pauses'),
  stop_outcome: row('stops', 'stops_pauses'),
  pause_count: row('pauses', 'stops_pauses'),
  events_plain: row('pauses', 'stops_pauses'),
  early_count: row('early', 'stops_pauses'),
  flags_plain: row('flags', 'stops_pauses'),
  goal_words: row('goal', 'goal'),
  goal_direction: row('goal', 'goal'),
  next_plan: row('plan', 'plan'),
  change_plain: row('plan', 'plan', 'incident'),
  referral_reason: row('response', 'response'),
  client_contact_way: row('reach', 'plan'),
  aftercare_given: row('aftercare', 'aftercare'),
  condition_plain: row('condition', 'health_finding'),
  report_date: row('condition', 'health_finding'),
  ground_minutes: row('grounding', 'incident', 'response'),
  grounding_used: row('grounding', 'incident', 'response'),
  numbers_given: row('told', 'incident'),
  notified_words: row('told', 'incident'),
  followup_agreed: row('told', 'incident'),
  close_reason: closing,
  referrals_plain: closing,
  open_plain: closing,
  scope_plain: row('copy', 'record_copy'),
  from_date: row('copy', 'record_copy'),
  to_date: row('copy', 'record_copy'),
};

export type FactOf = { readonly fact: string; readonly kind: InformationKind };

/** The fact a blank belongs to in a letter of these kinds; null for a plain one. A kind that the letter does not name is still asked for. */
export const factOf = (placeholder: string, kinds: readonly InformationKind[]): FactOf | null => {
  const held = table[placeholder];
  const [first] = held?.kinds ?? [];
  if (!held || !first) return null;
  const kind = held.kinds.find((one) => kinds.includes(one)) ?? first;
  return { fact: held.fact, kind };
};
