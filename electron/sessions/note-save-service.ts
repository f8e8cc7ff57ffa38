import { Refusal, Refused } from '../../shared/app-error.ts';
import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import { limits } from '../../shared/limits.ts';
import { lengthOf, type NoteValues, notAllowed } from '../../shared/note-values.ts';
import { dayIn } from '../../shared/time.ts';
import { refuseWhileHandedOver } from '../consent/returned-service.ts';
import type { Practice } from '../practice/practice.ts';
import { zoneOf } from './note-draft-service.ts';
import { indexLater } from './note-index.ts';
import { templateById } from './note-templates-repository.ts';
import { keptNote, refuseUnchangeable, seenInside } from './note-view.ts';
import { saveNoteRow } from './notes-repository.ts';

type Asked = ParsedInputOf<'notes.save'>;

/** Fields that name a place no chart has. */
export const withUnknownAreas = ({ content }: Practice, values: NoteValues): readonly string[] => {
  const codes = new Set(content.bodyAreas.items.map(({ code }) => code));
  return Object.entries(values).flatMap(([id, { areas }]) => (Object.keys(areas ?? {}).every((code) => codes.has(code)) ? [] : [id]));
};

const refuseUnfit = (practice: Practice, { note }: Asked): void => {
  const fields = [...notAllowed(practice.content.notes, note), ...withUnknownAreas(practice, note.values)];
  if (fields.length > 0) throw new Refusal('note-fields', { fields: [...fields] });
  const length = lengthOf(note.values);
  if (length > limits.note) throw new Refusal('note-too-long', { length, limit: limits.note });
};

/** Keeps a note as it stands on the screen. */
export const saveNote = async (practice: Practice, asked: Asked): Promise<OutputOf<'notes.save'>> => {
  refuseUnfit(practice, asked);
  const zone = await zoneOf(practice);
  const outside = { ...practice };
  // Nothing is told of it: it comes every second, and lists show nothing of its words.
  return practice.write(async (tx) => {
    await refuseWhileHandedOver(tx);
    const kept = await keptNote(tx, asked.noteId);
    await refuseUnchangeable(tx, practice, kept);
    if (kept.revision !== asked.revision) throw new Refused({ code: 'conflict', current: await seenInside(outside, tx, kept) });
    const { on, templateId, ...body } = asked.note;
    const savedAt = practice.now();
    // The day of a session is not the writer's to choose.
    const day = kept.sessionId === null ? on : kept.on;
    if (day !== kept.on && day > dayIn(savedAt, zone)) throw new Refusal('day-in-future');
    if (templateId !== null && templateId !== kept.templateId && !(await templateById(tx, templateId)))
      throw new Refused({ code: 'not-found', what: 'note-template' });
    const next = { ...kept, on: day, templateId, revision: kept.revision + 1, savedAt, body };
    await saveNoteRow(tx, kept.id, next);
    await indexLater(tx, kept.id);
    return { id: kept.id, clientId: kept.clientId, revision: next.revision, savedAt };
  });
};
