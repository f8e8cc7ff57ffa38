import { Refusal } from '../../shared/app-error.ts';
import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import { dayIn, startOfDay } from '../../shared/time.ts';
import { recordAudit } from '../audit/audit-repository.ts';
import { getClient } from '../clients/clients-service.ts';
import { refuseWhileHandedOver } from '../consent/returned-service.ts';
import { refuseArchived } from '../intake/refuse-archived.ts';
import type { Practice } from '../practice/practice.ts';
import { zoneOf } from './note-draft-service.ts';
import { indexLater } from './note-index.ts';
import { addendumById, errorOf, insertAddendum, insertCovering, insertError } from './note-marks-repository.ts';
import { keptNote, refuseUncovered, seenInside, seenNote } from './note-view.ts';
import { insertNote } from './notes-repository.ts';

/** Under one's own name, also to the note of another where one covers. */
export const addAddendum = async (practice: Practice, asked: ParsedInputOf<'notes.addendum'>): Promise<OutputOf<'notes.addendum'>> => {
  const note = await practice.write(async (tx) => {
    await refuseWhileHandedOver(tx);
    const kept = await keptNote(tx, asked.noteId);
    await refuseUncovered(tx, practice, kept);
    const before = await addendumById(tx, asked.id);
    if (before) {
      // The same addendum once more, after an answer that was lost.
      const isSame =
        before.noteId === kept.id && before.by === practice.actor.id && before.text === asked.text && before.reason === asked.reason;
      if (!isSame) throw new Refusal('event-taken');
      return kept;
    }
    if (await errorOf(tx, kept.id)) throw new Refusal('note-in-error');
    if (!kept.signed) throw new Refusal('note-not-signed');
    await insertAddendum(tx, {
      id: asked.id,
      noteId: kept.id,
      at: practice.now(),
      by: practice.actor.id,
      isCovering: kept.authorId !== practice.actor.id,
      reason: asked.reason,
      text: asked.text,
    });
    await indexLater(tx, kept.id);
    await recordAudit(tx, practice, { clientId: kept.clientId, recordId: kept.id });
    return kept;
  });
  practice.changed('notes');
  return seenNote(practice, note);
};

/** Hidden with reason and person; with another client named, its words begin a new note there that names this one. */
export const setNoteInError = async (
  practice: Practice,
  asked: ParsedInputOf<'notes.setInError'>,
): Promise<OutputOf<'notes.setInError'>> => {
  const zone = await zoneOf(practice);
  if (asked.toClientId !== null) await refuseArchived(practice, asked.toClientId);
  const outside = { ...practice };
  const note = await practice.write(async (tx) => {
    await refuseWhileHandedOver(tx);
    const kept = await keptNote(tx, asked.noteId);
    if (kept.authorId !== practice.actor.id) throw new Refusal('not-your-note');
    if (await errorOf(tx, kept.id)) throw new Refusal('note-in-error');
    if (asked.toClientId === kept.clientId) throw new Refusal('same-client');
    const at = practice.now();
    const toNoteId = asked.toClientId === null ? null : practice.newId();
    if (asked.toClientId !== null && toNoteId !== null) {
      const moved = {
        id: toNoteId,
        clientId: asked.toClientId,
        authorId: practice.actor.id,
        // What happened in a session belongs to that session's client; the words alone go over.
        sessionId: null,
        on: kept.on,
        createdAt: at,
        writtenOn: dayIn(at, zone),
        templateId: kept.templateId,
        edition: kept.edition,
        body: kept.body,
        movedFrom: kept.id,
      };
      await insertNote(tx, moved);
      await indexLater(tx, toNoteId);
      await recordAudit(tx, practice, { clientId: moved.clientId, recordId: moved.id }, 'note-begun');
    }
    await insertError(tx, kept.id, { at, by: practice.actor.id, reason: asked.reason, toNoteId });
    await indexLater(tx, kept.id);
    await recordAudit(tx, practice, { clientId: kept.clientId, recordId: kept.id });
    return seenInside(outside, tx, kept);
  });
  practice.changed('notes');
  return note;
};

/** Until the day is over. */
export const coverClient = async (practice: Practice, asked: ParsedInputOf<'notes.cover'>): Promise<OutputOf<'notes.cover'>> => {
  const zone = await zoneOf(practice);
  await getClient(practice, { id: asked.clientId });
  const at = practice.now();
  const until = startOfDay(dayIn(at, zone), zone, 1);
  await practice.write(async (tx) => {
    await refuseWhileHandedOver(tx);
    await insertCovering(tx, { id: practice.newId(), clientId: asked.clientId, by: practice.actor.id, at, until, reason: asked.reason });
    await recordAudit(tx, practice, { clientId: asked.clientId });
  });
  practice.changed('notes');
  return { clientId: asked.clientId, until };
};

/** @throws Refused not-found note; Refusal covering-needed */
export const getNote = async (practice: Practice, { noteId }: ParsedInputOf<'notes.get'>): Promise<OutputOf<'notes.get'>> => {
  const kept = await keptNote(practice.db, noteId);
  await refuseUncovered(practice.db, practice, kept);
  return seenNote(practice, kept);
};
