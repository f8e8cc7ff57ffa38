import type { ContactLevel } from '../../shared/body-areas.ts';
import type { Answer } from '../../shared/form-answers.ts';
import type { Intake, IntakeEntries, IntakeEntry, IntakeItem } from '../../shared/intake.ts';
import { entryOf } from '../../shared/intake-rules.ts';
import { keepMarks, keepNarrower } from '../consent/keep-marks.ts';
import { levelIn, type Marks, placesOf } from '../consent/map-marks.ts';
import type { MarksToday } from '../consent/marks-today.ts';
import type { Practice, Tx } from '../practice/practice.ts';
import { askedAs, given, isSameAnswer } from './changed-entry.ts';
import { type SaidInRound, saidInRound } from './intake-repository.ts';

/** Items whose answers are the client's map: the places, and how firm contact may be. */
export const placesItem = 'a-areas';
export const levelItem = 'a-contact-level';

type MapAnswer = Extract<Answer, { kind: 'map' }>;

const asLevel = (level: ContactLevel): Answer => ({ kind: 'choice', value: `C${level}`, other: '' });

/** An answer given some time ago, as it holds today. Only places and contact level become another without being answered anew. */
export const answerToday = (id: string, { answer }: IntakeEntry, today: MarksToday, said: SaidInRound): Answer | null => {
  if (answer === null) return answer;
  if (id === placesItem && answer.kind === 'map') return { kind: 'map', ...today.marks(answer, said.places) };
  const level = id === levelItem ? levelIn(answer) : null;
  return level === null ? answer : asLevel(today.level(level, said.level));
};

const takenOver: SaidInRound = { places: null, level: null };

/** Entries whose places and contact level are those of today: what a review begins with. */
export const entriesToday = (items: readonly IntakeItem[], entries: IntakeEntries, today: MarksToday): IntakeEntries => {
  const { map } = today;
  if (!map) return entries;
  const changed = items
    .filter(({ id }) => (id === placesItem || id === levelItem) && id in entries)
    .map((item) => {
      const before = entryOf(entries, item.id);
      const answer = answerToday(item.id, before, today, takenOver);
      const from = map.source === 'together' ? 'practitioner' : (before.from ?? 'client');
      return [item.id, { ...before, ...given(before, answer, answer && askedAs(item, answer), from, map.madeAt) }] as const;
    });
  return { ...entries, ...Object.fromEntries(changed) };
};

/** Places as someone changed them from an answer that is older than the map: what they left alone is as it holds today. */
export const placesOverToday = (before: IntakeEntry, answer: MapAnswer, today: MarksToday, said: SaidInRound): MapAnswer => {
  if (before.answer?.kind !== 'map') return answer;
  const [was, now] = [before.answer, answerToday(placesItem, before, today, said)];
  if (now?.kind !== 'map') return answer;
  const isTouched = (code: string): boolean => was.areas[code] !== answer.areas[code] || was.ceilings?.[code] !== answer.ceilings?.[code];
  const codes = [...new Set([...Object.keys(now.areas), ...Object.keys(answer.areas)])];
  const from = (code: string): MapAnswer => (isTouched(code) ? answer : now);
  const areas = codes.flatMap((code) => (code in from(code).areas ? [[code, from(code).areas[code]]] : []));
  const ceilings = codes.flatMap((code) => (from(code).ceilings?.[code] === undefined ? [] : [[code, from(code).ceilings?.[code]]]));
  return { kind: 'map', areas: Object.fromEntries(areas), ...(ceilings.length > 0 ? { ceilings: Object.fromEntries(ceilings) } : {}) };
};

/** Whether places, or the level, read otherwise than before: then they were said now. */
export const saidNow = (before: IntakeEntries, after: IntakeEntries, said: number): Partial<SaidInRound> => {
  const isAnother = (id: string): boolean => !isSameAnswer(entryOf(before, id).answer, entryOf(after, id).answer);
  return { ...(isAnother(placesItem) ? { places: said } : {}), ...(isAnother(levelItem) ? { level: said } : {}) };
};

/**
 * A place written down as out, or how firm as gentler, holds at once, like what a client closes on the screen; what was opened waits until the
 * round was gone through. An answer that was cleared says nothing yet. Whether the map reads otherwise for it.
 */
export const keepWrittenNarrower = async (tx: Tx, practice: Practice, before: Intake, after: Intake, said: number): Promise<boolean> => {
  const placesIn = ({ entries }: Intake): Marks | null => placesOf({ places: entryOf(entries, placesItem).answer ?? { kind: 'declined' } });
  const [earlier, marks] = [placesIn(before) ?? { areas: {} }, placesIn(after)];
  const isAnother = (code: string): boolean =>
    marks?.areas[code] !== earlier.areas[code] || marks?.ceilings?.[code] !== earlier.ceilings?.[code];
  const codes = marks ? [...new Set([...Object.keys(earlier.areas), ...Object.keys(marks.areas)])] : [];
  const shown = codes.filter(isAnother);
  const level = saidNow(before.entries, after.entries, said).level === undefined ? null : levelIn(entryOf(after.entries, levelItem).answer);
  if (shown.length === 0 && level === null) return false;
  const { clientId, id: sourceId } = after;
  return keepNarrower(tx, practice, { clientId, marks: marks ?? { areas: {} }, shown, ceiling: level, said, source: 'intake', sourceId });
};

/**
 * The places and the contact level said in this round become the client's once it was gone through, as of when they said them. What the
 * round only took over from the one before is not said anew.
 */
export const keepIntakeMarks = async (tx: Tx, practice: Practice, intake: Intake): Promise<void> => {
  const { clientId, id: sourceId, entries } = intake;
  const said = await saidInRound(tx, sourceId);
  const places = entryOf(entries, placesItem).answer;
  const marks = places?.kind === 'map' ? places : { areas: {} };
  const ceiling = levelIn(entryOf(entries, levelItem).answer) ?? 0;
  const kept = { clientId, source: 'intake', sourceId } as const;
  if (said.places !== null && said.places === said.level) {
    await keepMarks(tx, practice, { ...kept, marks, ceiling, said: said.places });
    return;
  }
  if (said.places !== null) await keepMarks(tx, practice, { ...kept, marks, ceiling: null, said: said.places });
  if (said.level !== null) await keepMarks(tx, practice, { ...kept, marks: null, ceiling, said: said.level });
};
