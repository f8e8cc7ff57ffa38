import { type ContactLevel, levelFrom } from '../../shared/body-areas.ts';
import type { Answer } from '../../shared/form-answers.ts';
import type { Intake, IntakeEntries, IntakeEntry, IntakeItem } from '../../shared/intake.ts';
import { entryOf } from '../../shared/intake-rules.ts';
import { keepMarks } from '../consent/keep-marks.ts';
import { type MarksToday, marksOf, marksToday } from '../consent/marks-today.ts';
import type { Practice, Tx } from '../practice/practice.ts';
import { askedAs, given } from './changed-entry.ts';

/** Items whose answers are the client's map: the places, and how firm contact may be. */
export const placesItem = 'a-areas';
export const levelItem = 'a-contact-level';

type MapAnswer = Extract<Answer, { kind: 'map' }>;

const levelIn = (answer: Answer | null): ContactLevel | null => (answer?.kind === 'choice' ? levelFrom(answer.value) : null);
const asLevel = (level: ContactLevel): Answer => ({ kind: 'choice', value: `C${level}`, other: '' });

/** An answer given some time ago, as it holds today. Only places and contact level become another without being answered anew. */
export const answerToday = (id: string, { answer, answeredAt }: IntakeEntry, today: MarksToday): Answer | null => {
  if (answer === null || answeredAt === null) return answer;
  if (id === placesItem && answer.kind === 'map') return { kind: 'map', ...today.marks(answer, answeredAt) };
  const level = id === levelItem ? levelIn(answer) : null;
  return level === null ? answer : asLevel(today.level(level, answeredAt));
};

/** Entries whose places and contact level are those of today: what a review begins with. */
export const entriesToday = (items: readonly IntakeItem[], entries: IntakeEntries, today: MarksToday): IntakeEntries => {
  const { map } = today;
  if (!map) return entries;
  const changed = items
    .filter(({ id }) => (id === placesItem || id === levelItem) && id in entries)
    .map((item) => {
      const before = entryOf(entries, item.id);
      const answer = answerToday(item.id, before, today);
      const from = map.source === 'together' ? 'practitioner' : 'client';
      return [item.id, { ...before, ...given(before, answer, answer && askedAs(item, answer), from, map.madeAt) }] as const;
    });
  return { ...entries, ...Object.fromEntries(changed) };
};

/** Places as someone changed them from an answer that is older than the map: what they left alone is as it holds today. */
export const placesOverToday = (before: IntakeEntry, answer: MapAnswer, today: MarksToday): MapAnswer => {
  if (before.answer?.kind !== 'map') return answer;
  const [was, now] = [before.answer, answerToday(placesItem, before, today)];
  if (now?.kind !== 'map') return answer;
  const isTouched = (code: string): boolean => was.areas[code] !== answer.areas[code] || was.ceilings?.[code] !== answer.ceilings?.[code];
  const codes = [...new Set([...Object.keys(now.areas), ...Object.keys(answer.areas)])];
  const from = (code: string): MapAnswer => (isTouched(code) ? answer : now);
  const areas = codes.flatMap((code) => (code in from(code).areas ? [[code, from(code).areas[code]]] : []));
  const ceilings = codes.flatMap((code) => (from(code).ceilings?.[code] === undefined ? [] : [[code, from(code).ceilings?.[code]]]));
  return { kind: 'map', areas: Object.fromEntries(areas), ...(ceilings.length > 0 ? { ceilings: Object.fromEntries(ceilings) } : {}) };
};

/**
 * The places and the contact level answered in this round become the client's map once it was gone through. What the round only took over
 * from the one before is not said anew; with one of the two answered, the other is as the map in force has it.
 */
export const keepIntakeMarks = async (tx: Tx, practice: Practice, intake: Intake): Promise<void> => {
  const today = await marksToday(tx, intake.clientId);
  const ofThisRound = (id: string): IntakeEntry | null => {
    const entry = entryOf(intake.entries, id);
    return entry.answeredAt !== null && entry.answeredAt >= intake.startedAt ? entry : null;
  };
  const [places, level] = [ofThisRound(placesItem), ofThisRound(levelItem)];
  const said = [places, level].flatMap((entry) => entry?.answeredAt ?? []).sort();
  // What a newer map overtook goes by itself, so that the other of the two is not lost with it.
  const current = said.filter((at) => !today.isOvertaken(at));
  const markedAt = current[0] ?? said[0];
  if (markedAt === undefined) return;

  const counts = (entry: IntakeEntry | null): Answer | null =>
    entry?.answeredAt && (current.length === 0 || !today.isOvertaken(entry.answeredAt)) ? entry.answer : null;
  const [marks, chosen] = [counts(places), levelIn(counts(level))];
  await keepMarks(tx, practice, {
    clientId: intake.clientId,
    marks: marks?.kind === 'map' ? marks : today.map ? marksOf(today.map) : { areas: {} },
    ceiling: chosen ?? today.map?.ceiling ?? 0,
    markedAt,
    source: 'intake',
    sourceId: intake.id,
    contentVersion: practice.content.bodyAreas.content_version,
  });
};
