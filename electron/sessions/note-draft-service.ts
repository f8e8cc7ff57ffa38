import { Refusal, Refused } from '../../shared/app-error.ts';
import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import type { NoteBody } from '../../shared/note-values.ts';
import { type CalendarDay, dayIn, type Zone } from '../../shared/time.ts';
import { recordAudit } from '../audit/audit-repository.ts';
import { getClient } from '../clients/clients-service.ts';
import { refuseWhileHandedOver } from '../consent/returned-service.ts';
import { refuseArchived } from '../intake/refuse-archived.ts';
import type { Practice, Tx } from '../practice/practice.ts';
import { getProfile } from '../practice/profile-service.ts';
import { type Told, toldOf } from './kept-session.ts';
import { draftedFrom } from './note-drafted.ts';
import { indexLater } from './note-index.ts';
import { type KeptTemplate, templateFor } from './note-templates-repository.ts';
import { refuseUncovered, seenInside } from './note-view.ts';
import { insertNote, noteById, noteOfSession } from './notes-repository.ts';

type Asked = ParsedInputOf<'notes.draft'>;

/** The zone days and times of notes are told in. */
export const zoneOf = async (practice: Practice): Promise<Zone> => practice.zone ?? (await getProfile(practice)).zone;

/** The session a note is about, closed and of this client. @throws Refusal session-open, covering-needed; not-found session */
const closedSession = async (practice: Practice, tx: Tx, { clientId, sessionId }: Asked): Promise<Told | null> => {
  if (sessionId === null) return null;
  const told = await toldOf(practice, tx, sessionId);
  if (told.kept.clientId !== clientId) throw new Refused({ code: 'not-found', what: 'session' });
  if (told.kept.ended === null) throw new Refusal('session-open');
  await refuseUncovered(tx, practice, { authorId: told.kept.practitionerId, clientId });
  return told;
};

const begunWith = async (practice: Practice, tx: Tx, told: Told | null, template: KeptTemplate | null, zone: Zone): Promise<NoteBody> => {
  const format = template?.template.format ?? 'SOAP';
  return {
    format,
    values: { ...template?.template.values, ...(told ? await draftedFrom(practice, tx, told, zone, format) : {}) },
    custom: [...(template?.template.custom ?? [])],
    kept: [],
  };
};

const dayOf = (told: Told | null, asked: CalendarDay | null, today: CalendarDay, zone: Zone): CalendarDay => {
  const on = told ? dayIn(told.kept.startedAt, zone) : (asked ?? today);
  if (on > today && !told) throw new Refusal('day-in-future');
  return on;
};

/** Begins a note, or answers the one the session has. */
export const draftNote = async (practice: Practice, asked: Asked): Promise<OutputOf<'notes.draft'>> => {
  const zone = await zoneOf(practice);
  await getClient(practice, { id: asked.clientId });
  if (asked.sessionId === null) await refuseArchived(practice, asked.clientId);
  const outside = { ...practice };
  const note = await practice.write(async (tx) => {
    const inside = { ...outside, db: tx as unknown as Practice['db'] };
    await refuseWhileHandedOver(tx);
    const told = await closedSession(outside, tx, asked);
    const before = asked.sessionId === null ? null : await noteOfSession(tx, asked.sessionId);
    if (before) {
      await refuseUncovered(tx, practice, before);
      await recordAudit(tx, practice, { clientId: asked.clientId, recordId: before.id }, 'note-opened');
      return seenInside(outside, tx, before);
    }
    const template = await templateFor(tx, { templateId: asked.templateId, appointmentId: told?.kept.appointmentId ?? null });
    if (asked.templateId !== null && !template) throw new Refused({ code: 'not-found', what: 'note-template' });
    const [id, createdAt] = [practice.newId(), practice.now()];
    const today = dayIn(createdAt, zone);
    await insertNote(tx, {
      id,
      clientId: asked.clientId,
      authorId: practice.actor.id,
      sessionId: asked.sessionId,
      on: dayOf(told, asked.on, today, zone),
      createdAt,
      writtenOn: today,
      templateId: template?.id ?? null,
      edition: practice.content.notes.edition,
      body: await begunWith(inside, tx, told, template, zone),
      movedFrom: null,
    });
    const kept = await noteById(tx, id);
    if (!kept) throw new Error('a note that was just kept is not there');
    await indexLater(tx, id);
    await recordAudit(tx, practice, { clientId: asked.clientId, recordId: id });
    return seenInside(outside, tx, kept);
  });
  practice.changed('notes');
  return note;
};
