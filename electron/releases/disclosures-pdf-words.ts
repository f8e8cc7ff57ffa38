import type { Disclosure } from '../../shared/disclosures.ts';
import type { InformationKind, SharingPurpose } from '../../shared/releases.ts';
import { words as printed } from '../consent/consent-pdf-words.ts';

/** What the accounting says beside the words of those who wrote it. */
export const words = {
  title: 'What left this practice',
  page: printed.page,
  name: printed.name,
  called: printed.called,
  born: printed.born,
  made: 'Made',
  entries: 'Entries',
  what: 'This is every time something of this record was given to somebody outside the practice, newest first: on which day, to whom and how, what it was, why, and on what it stood. What was told by phone or in person is here too. Nothing is ever taken out of this list.',
  none: 'Nothing of this record has left the practice.',
  columns: { day: 'Day', to: 'To whom, and how', what: 'What', why: 'Why, and on what' },
  recordedLater: (day: string, by: string) => `written down ${day} by ${by}`,
  recordedBy: (by: string) => `written down by ${by}`,
  kinds: {
    attendance: 'dates of visits',
    goal: 'the client’s goal',
    plan: 'what is planned',
    areas_contact: 'places worked on, and how firm',
    response: 'the response',
    stops_pauses: 'stop signals and pauses',
    aftercare: 'aftercare given',
    limits_advice: 'what to leave out, early signs',
    health_finding: 'a health question',
    medicines: 'medicines',
    incident: 'what happened in a stopped session',
    score_totals: 'totals of questionnaires',
    score_answers: 'single answers in questionnaires',
    closing: 'a summary at the end',
    record_copy: 'a copy of the record',
  } satisfies Record<InformationKind, string>,
  purposes: {
    at_my_request: 'At the client’s request',
    coordinate_care: 'To work together',
    medical_clearance: 'To ask if contact is safe',
    referral: 'To send on to another service',
    safety: 'For safety after a hard session',
    closing: 'To finish the work well',
    attendance_proof: 'To show that they came',
    other: 'Something else',
  } satisfies Record<SharingPurpose, string>,
  bases: {
    release: 'With the client’s signed permission',
    to_client: 'Given to the client',
    legal_duty: 'Under a legal duty',
    emergency: 'In an emergency',
    none: 'Without a permission',
  } satisfies Record<Disclosure['basis'], string>,
  release: (id: string) => `permission ${id}`,
} as const;
