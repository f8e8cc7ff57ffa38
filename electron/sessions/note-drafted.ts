import { Temporal } from 'temporal-polyfill';
import { emptyValue, type NoteValues } from '../../shared/note-values.ts';
import { touchTime } from '../../shared/session-state.ts';
import type { Instant, Zone } from '../../shared/time.ts';
import type { Practice, Reader } from '../practice/practice.ts';
import type { Told } from './kept-session.ts';

const wall = (at: Instant, zone: Zone): string =>
  Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: 'minute' });

/** What a session's events say, field by field; what nobody noted stays empty, to be written by who was there. */
export const draftedFrom = async (_practice: Practice, _db: Reader, told: Told, zone: Zone): Promise<NoteValues> => {
  const { kept, state } = told;
  const end = kept.ended;
  return {
    'visit.start': { ...emptyValue, time: wall(kept.startedAt, zone) },
    ...(end ? { 'visit.end': { ...emptyValue, time: wall(end.at, zone) } } : {}),
    'visit.contact_minutes': { ...emptyValue, number: Math.round(touchTime(state, end?.offset ?? 0) / 60_000) },
  };
};
