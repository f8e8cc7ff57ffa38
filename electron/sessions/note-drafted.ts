import { fieldsOf, type NoteFormat, narrativeField } from '../../shared/note-content.ts';
import { emptyValue, type NoteValue, type NoteValues } from '../../shared/note-values.ts';
import { type SessionSummary, summaryOf } from '../../shared/session-summary.ts';
import type { Zone } from '../../shared/time.ts';
import { mapHistory } from '../consent/maps-service.ts';
import type { Practice, Reader } from '../practice/practice.ts';
import { incidentsOfSession } from './incidents-repository.ts';
import { nowIn, type Told } from './kept-session.ts';
import { blockLines, pauseLines } from './note-drafted-blocks.ts';
import { aftercareGiven, coordination, howTheyLeft } from './note-drafted-ending.ts';
import { contactMinutes, type DraftFacts, eventsOf, listed, wallOf } from './note-drafted-facts.ts';
import { narrativeFrom } from './note-drafted-narrative.ts';
import { clientWords, healthChange, spokenConsent, takenBackLines } from './note-drafted-said.ts';
import { flagLines, highestGrades, seenLines, stopLines } from './note-drafted-stops.ts';
import { namesOf } from './sessions-repository.ts';

type Marks = DraftFacts['marks'];

/**
 * The map the client had when the session was over, whatever they changed since; what they left out on the day is out. Where none is dated
 * before that, since a clock was set back, it is left to the writer.
 */
const marksThen = async (practice: Practice, { kept, state, last }: Told): Promise<Marks> => {
  const { maps } = await mapHistory(practice, { clientId: kept.clientId });
  const then = maps.find(({ madeAt }) => madeAt <= (kept.ended?.at ?? last.at));
  if (maps.length > 0 && !then) return null;
  return {
    ...Object.fromEntries(Object.entries(then?.areas ?? {}).map(([code, { state: marked }]) => [code, marked])),
    ...Object.fromEntries([...state.leftOut, ...state.takenBack].map((code) => [code, 'no' as const])),
  };
};

const factsOf = async (practice: Practice, db: Reader, told: Told, zone: Zone): Promise<DraftFacts> => ({
  told,
  content: practice.content,
  zone,
  names: await namesOf(
    db,
    told.rows.map(({ by }) => by),
  ),
  incidents: new Set((await incidentsOfSession(db, told.kept.id)).map(({ episode }) => episode)),
  marks: await marksThen(practice, told),
});

type Filled = Readonly<Record<string, Partial<NoteValue> | null>>;

const words = (text: string | null): Partial<NoteValue> | null => (text === null || text === '' ? null : { text });

const frame = (facts: DraftFacts, { touchSeconds }: SessionSummary): Filled => {
  const { kept, state } = facts.told;
  return {
    'visit.start': { time: wallOf(facts, 0) },
    'visit.end': kept.ended && { time: wallOf(facts, kept.ended.offset) },
    'visit.contact_minutes': { number: contactMinutes(touchSeconds * 1_000) },
    'consent.spoken': spokenConsent(facts),
    'consent.map': facts.marks && { areas: { ...facts.marks } },
    'consent.stop_signal': state.rehearsed && { choice: 'rehearsed' },
  };
};

const said = (facts: DraftFacts, { distress, pain }: SessionSummary): Filled => ({
  's.words': words(clientWords(facts)),
  's.health_change': words(healthChange(facts)),
  's.suds_start': { number: distress.before },
  's.pain_start': { number: pain.before },
  'p.suds_end': { number: distress.after },
});

const done = (facts: DraftFacts): Filled => {
  const seen = seenLines(facts);
  return {
    'o.observed': seen.length > 0 ? words(listed(facts, seen)) : null,
    'o.grade': highestGrades(facts),
    'o.blocks': words(listed(facts, blockLines(facts))),
    'o.pauses': words(listed(facts, pauseLines(facts))),
    'o.stop_events': words(listed(facts, stopLines(facts))),
    'a.flags': words(listed(facts, flagLines(facts))),
  };
};

const ending = (facts: DraftFacts): Filled => {
  const limits = takenBackLines(facts);
  const areas = Object.fromEntries(eventsOf(facts, 'places-taken-back').flatMap((one) => one.areas.map((code) => [code, 'no' as const])));
  return {
    'p.left': words(howTheyLeft(facts)),
    'p.aftercare': words(aftercareGiven(facts)),
    'p.limits': limits.length > 0 ? { areas, text: listed(facts, limits) } : null,
    'p.coordination': words(coordination(facts)),
  };
};

const isThere = (value: NoteValue): boolean => JSON.stringify(value) !== JSON.stringify(emptyValue);

/**
 * What a session's events say, field by field, in the fields a note of this format has. What nobody noted stays empty, to be written by who
 * was there: who was present, how it fits the plan, what comes next. `practice` reads in the transaction that keeps the note.
 */
export const draftedFrom = async (practice: Practice, db: Reader, told: Told, zone: Zone, format: NoteFormat): Promise<NoteValues> => {
  const facts = await factsOf(practice, db, told, zone);
  const summary = told.kept.ended?.summary ?? summaryOf(practice.content.session, told.state, nowIn(practice, told));
  const filled: Filled = {
    ...frame(facts, summary),
    ...said(facts, summary),
    ...done(facts),
    ...ending(facts),
    [narrativeField]: words(narrativeFrom(facts, summary)),
  };
  const shown = new Set(fieldsOf(practice.content.notes, format).map(({ id }) => id));
  const values = Object.entries(filled).flatMap(([id, value]) =>
    value && shown.has(id) ? [[id, { ...emptyValue, ...value }] as const] : [],
  );
  return Object.fromEntries(values.filter(([, value]) => isThere(value)));
};
