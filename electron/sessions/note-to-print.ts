import { getClient } from '../clients/clients-service.ts';
import type { Practice } from '../practice/practice.ts';
import { getProfile } from '../practice/profile-service.ts';
import type { NoteToPrint } from './note-pdf.ts';
import { seenNote } from './note-view.ts';
import type { KeptNote } from './notes-repository.ts';

/** All that a note's paper holds, gathered once. A note that is not signed has no hash and no signature on it. */
export const noteToPrint = async (
  practice: Practice,
  kept: KeptNote,
  { head, substitutesAgreed }: { readonly head: string; readonly substitutesAgreed: boolean },
): Promise<NoteToPrint> => {
  const profile = await getProfile(practice);
  const client = await getClient(practice, { id: kept.clientId });
  const { signed } = kept;
  return {
    documentId: signed?.documentId ?? practice.newId(),
    title: 'Session note',
    content: practice.content.notes,
    note: await seenNote(practice, kept),
    client: { legalName: client.legalName, chosenName: client.chosenName, birthDate: client.birthDate },
    practice: profile,
    areaLabels: Object.fromEntries(practice.content.bodyAreas.items.map(({ code, label }) => [code, label])),
    signature: signed?.signature ?? null,
    sha256: signed?.sha256 ?? null,
    asOf: signed?.at ?? practice.now(),
    zone: practice.zone ?? profile.zone,
    appVersion: practice.appVersion,
    auditHead: head,
    substitutesAgreed,
  };
};
