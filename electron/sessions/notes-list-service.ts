import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import { byWords } from '../../shared/text.ts';
import { dayIn } from '../../shared/time.ts';
import { getClient } from '../clients/clients-service.ts';
import type { Practice } from '../practice/practice.ts';
import { zoneOf } from './note-draft-service.ts';
import { countNotesOf, linesOfClient, unsignedBy, unwrittenBy, unwrittenOfClient } from './notes-list-repository.ts';

export const noteContent = async ({ content }: Practice): Promise<OutputOf<'notes.content'>> => content.notes;

export const notesOf = async (
  practice: Practice,
  { clientId, limit }: ParsedInputOf<'notes.ofClient'>,
): Promise<OutputOf<'notes.ofClient'>> => {
  await getClient(practice, { id: clientId });
  return {
    clientId,
    notes: [...(await linesOfClient(practice.db, clientId, limit))],
    total: await countNotesOf(practice.db, clientId),
    unwritten: [...(await unwrittenOfClient(practice.db, clientId))],
  };
};

/** As many as are shown; the rest is a number. */
const mostShown = 50;

/** Oldest first, so that what waits longest is done first. */
export const unsignedNotes = async (practice: Practice): Promise<OutputOf<'notes.unsigned'>> => {
  const zone = await zoneOf(practice);
  const by = practice.actor.id;
  const drafts = await unsignedBy(practice.db, by, mostShown);
  const sessions = await unwrittenBy(practice.db, by, mostShown);
  const waiting = [
    ...drafts.oldest,
    ...sessions.oldest.map(({ startedAt, ...session }) => ({ ...session, noteId: null, on: dayIn(startedAt, zone) })),
  ].sort((one, other) => byWords(one.on, other.on));
  return { waiting: waiting.slice(0, mostShown), total: drafts.total + sessions.total };
};
