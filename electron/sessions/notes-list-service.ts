import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import { dayIn } from '../../shared/time.ts';
import { getClient } from '../clients/clients-service.ts';
import type { Practice } from '../practice/practice.ts';
import { zoneOf } from './note-draft-service.ts';
import { countNotesOf, linesOfClient, sessionsWithoutNote, unsignedOf } from './notes-list-repository.ts';

export const noteContent = async ({ content }: Practice): Promise<OutputOf<'notes.content'>> => content.notes;

export const notesOf = async (
  practice: Practice,
  { clientId, limit }: ParsedInputOf<'notes.ofClient'>,
): Promise<OutputOf<'notes.ofClient'>> => {
  await getClient(practice, { id: clientId });
  const unwritten = await sessionsWithoutNote(practice.db, { clientId });
  return {
    clientId,
    notes: [...(await linesOfClient(practice.db, clientId, limit))],
    total: await countNotesOf(practice.db, clientId),
    unwritten: unwritten.map(({ sessionId, startedAt, practitionerName }) => ({ sessionId, startedAt, practitionerName })),
  };
};

/** Oldest first, so that what waits longest is done first. */
export const unsignedNotes = async (practice: Practice): Promise<OutputOf<'notes.unsigned'>> => {
  const zone = await zoneOf(practice);
  const by = practice.actor.id;
  const drafts = await unsignedOf(practice.db, by);
  const sessions = await sessionsWithoutNote(practice.db, { practitionerId: by });
  const waiting = [
    ...drafts,
    ...sessions.map(({ sessionId, clientId, chosenName, startedAt }) => ({
      clientId,
      chosenName,
      noteId: null,
      sessionId,
      on: dayIn(startedAt, zone),
    })),
  ].sort((one, other) => (one.on < other.on ? -1 : Number(one.on > other.on)));
  return { waiting: waiting.slice(0, 50), total: waiting.length };
};
