import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import type { Practice } from '../practice/practice.ts';
import { keptNote } from './note-view.ts';

export const getReflections = async (
  practice: Practice,
  { noteId }: ParsedInputOf<'reflections.get'>,
): Promise<OutputOf<'reflections.get'>> => {
  const kept = await keptNote(practice.db, noteId);
  const { version: _, ...settings } = await noteSettings(practice);
  return { clientId: kept.clientId, entries: [], settings };
};

export const saveReflection = async (
  _practice: Practice,
  _asked: ParsedInputOf<'reflections.save'>,
): Promise<OutputOf<'reflections.save'>> => {
  throw new Error('not built');
};

export const noteSettings = async ({ db }: Practice): Promise<OutputOf<'notes.settings'>> => {
  const row = await db.selectFrom('note_settings').selectAll().executeTakeFirstOrThrow();
  return { version: row.version, reflections: row.reflections === 1, checked: row.checked };
};

export const setNoteSettings = async (
  _practice: Practice,
  _asked: ParsedInputOf<'notes.setSettings'>,
): Promise<OutputOf<'notes.setSettings'>> => {
  throw new Error('not built');
};
