import { Refusal } from '../../shared/app-error.ts';
import { getClient } from '../clients/clients-service.ts';
import { areasHere, areasShown } from '../consent/areas-here.ts';
import type { Practice } from '../practice/practice.ts';
import { getProfile } from '../practice/profile-service.ts';
import type { NoteToPrint } from './note-pdf-paper.ts';
import { words } from './note-pdf-words.ts';
import { seenNote } from './note-view.ts';
import type { KeptNote } from './notes-repository.ts';
import { sessionById } from './sessions-repository.ts';

/** Places hands were on, as they were kept when the session was closed. */
const workedIn = async ({ db }: Practice, { sessionId }: KeptNote): Promise<readonly string[]> =>
  sessionId === null ? [] : ((await sessionById(db, sessionId))?.ended?.summary.areas ?? []);

/**
 * All that a note's paper holds, gathered once. A note that is not signed has no hash and no signature on it; what was added since it was
 * signed is on it too. @throws Refusal note-in-error: what was entered in error is not printed
 */
export const noteToPrint = async (
  practice: Practice,
  kept: KeptNote,
  { head, substitutesAgreed }: { readonly head: string; readonly substitutesAgreed: boolean },
): Promise<NoteToPrint> => {
  const { content } = practice;
  const note = await seenNote(practice, kept);
  if (note.inError) throw new Refusal('note-in-error');
  const profile = await getProfile(practice);
  const client = await getClient(practice, { id: kept.clientId });
  const { signed } = kept;
  const worked = await workedIn(practice, kept);
  const named = new Set([...worked, ...Object.values(note.values).flatMap(({ areas }) => Object.keys(areas ?? {}))]);
  return {
    documentId: signed?.documentId ?? practice.newId(),
    title: signed ? words.title : words.draftTitle,
    content: content.notes,
    edition: kept.edition,
    note,
    client: { legalName: client.legalName, chosenName: client.chosenName, birthDate: client.birthDate },
    practice: profile,
    chart: content.chart,
    places: areasShown(areasHere(content, profile.place, named)),
    worked,
    signature: signed?.signature ?? null,
    sha256: signed?.sha256 ?? null,
    asOf: signed?.at ?? practice.now(),
    zone: practice.zone ?? profile.zone,
    appVersion: practice.appVersion,
    auditHead: head,
    substitutesAgreed,
  };
};
