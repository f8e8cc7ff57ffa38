import { Refusal, Refused } from '../../shared/app-error.ts';
import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import type { Reflection } from '../../shared/reflections.ts';
import { shows } from '../../shared/text.ts';
import { type CalendarDay, dayIn, type Zone } from '../../shared/time.ts';
import { recordAudit } from '../audit/audit-repository.ts';
import { refuseWhileHandedOver } from '../consent/returned-service.ts';
import type { Practice } from '../practice/practice.ts';
import { zoneOf } from './note-draft-service.ts';
import { keptNote } from './note-view.ts';
import type { KeptNote } from './notes-repository.ts';
import {
  insertReflection,
  type KeptReflection,
  lockReflections,
  noteSettingsOf,
  reflectionsOf,
  saveNoteSettings,
  saveReflectionRow,
} from './reflections-repository.ts';

type Standing = { readonly zone: Zone; readonly today: CalendarDay; readonly isSigned: boolean };

const standingOf = async (practice: Practice, { signed }: Pick<KeptNote, 'signed'>): Promise<Standing> => {
  const zone = await zoneOf(practice);
  return { zone, today: dayIn(practice.now(), zone), isSigned: signed !== null };
};

/** Locked with its note; one written after the signature stays open for the day it was begun. */
const isLocked = ({ lockedAt, createdAt }: KeptReflection, { zone, today, isSigned }: Standing): boolean =>
  lockedAt !== null || (isSigned && dayIn(createdAt, zone) < today);

const seen = (entries: readonly KeptReflection[], standing: Standing): Reflection[] =>
  entries.map((one) => ({
    id: one.id,
    text: one.text,
    createdAt: one.createdAt,
    savedAt: one.savedAt,
    revision: one.revision,
    isLocked: isLocked(one, standing),
  }));

/** One's own alone, whoever else wrote about the same note. */
export const getReflections = async (
  practice: Practice,
  { noteId }: ParsedInputOf<'reflections.get'>,
): Promise<OutputOf<'reflections.get'>> => {
  const kept = await keptNote(practice.db, noteId);
  const entries = await reflectionsOf(practice.db, { noteId, authorId: practice.actor.id });
  const { reflections, checked } = await noteSettingsOf(practice.db);
  return { clientId: kept.clientId, entries: seen(entries, await standingOf(practice, kept)), settings: { reflections, checked } };
};

/** Kept beside one's own note and never in it. */
export const saveReflection = async (
  practice: Practice,
  { noteId, revision, text }: ParsedInputOf<'reflections.save'>,
): Promise<OutputOf<'reflections.save'>> => {
  const outside = await keptNote(practice.db, noteId);
  const { zone, today } = await standingOf(practice, outside);
  const savedAt = practice.now();
  const author = { noteId, authorId: practice.actor.id };

  await practice.write(async (tx) => {
    await refuseWhileHandedOver(tx);
    const kept = await keptNote(tx, noteId);
    if (kept.authorId !== practice.actor.id) throw new Refusal('not-your-note');
    if (!(await noteSettingsOf(tx)).reflections) throw new Refusal('reflections-off');
    const standing = { zone, today, isSigned: kept.signed !== null };
    const entries = await reflectionsOf(tx, author);
    const open = entries.find((one) => !isLocked(one, standing));
    if ((open?.revision ?? 0) !== revision) throw new Refused({ code: 'conflict', current: seen(entries, standing) });
    if (open) return saveReflectionRow(tx, { id: open.id, text, revision: revision + 1, savedAt });
    // What was open until its day was over is closed for good before the next begins.
    await lockReflections(tx, noteId, savedAt);
    await insertReflection(tx, { id: practice.newId(), ...author, createdAt: savedAt, savedAt, text });
  });
  return { clientId: outside.clientId, revision: revision + 1, savedAt };
};

export const noteSettings = ({ db }: Practice): Promise<OutputOf<'notes.settings'>> => noteSettingsOf(db);

/** Reflections are kept apart where somebody has looked up that the law of the place allows it (techniques.json, p.private). */
export const setNoteSettings = async (
  practice: Practice,
  { version, settings }: ParsedInputOf<'notes.setSettings'>,
): Promise<OutputOf<'notes.setSettings'>> => {
  if (settings.reflections && !shows(settings.checked)) throw new Refusal('law-not-checked');
  const next = { ...settings, version: version + 1 };
  await practice.write(async (tx) => {
    await refuseWhileHandedOver(tx);
    const before = await noteSettingsOf(tx);
    if (before.version !== version) throw new Refused({ code: 'conflict', current: before });
    await saveNoteSettings(tx, next);
    await recordAudit(tx, practice, {});
  });
  practice.changed('notes');
  return next;
};
