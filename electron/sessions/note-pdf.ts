import type { Unprintable } from '../../shared/consent.ts';
import type { NoteContent } from '../../shared/note-content.ts';
import type { Note } from '../../shared/notes.ts';
import type { ProfileDetails } from '../../shared/profile.ts';
import type { Signature } from '../../shared/signatures.ts';
import type { Instant, Zone } from '../../shared/time.ts';
import { openFrame } from '../documents/pdf-frame.ts';
import { unprintableIn } from '../documents/printable.ts';

/** Everything that stands on the paper of a note; nothing else is asked of the world, so the same input gives the same bytes. */
export type NoteToPrint = {
  readonly documentId: string;
  readonly title: string;
  readonly content: NoteContent;
  readonly note: Note;
  readonly client: { readonly legalName: string; readonly chosenName: string; readonly birthDate: string | null };
  readonly practice: Pick<ProfileDetails, 'practiceName' | 'address' | 'practitionerName' | 'credential' | 'licenceWords' | 'paper'>;
  /** What an area code is called. */
  readonly areaLabels: Readonly<Record<string, string>>;
  /** Null for a paper that is not signed, which says so on each page. */
  readonly signature: Signature | null;
  readonly sha256: string | null;
  readonly asOf: Instant;
  readonly zone: Zone;
  readonly appVersion: string;
  readonly auditHead: string;
  readonly substitutesAgreed: boolean;
};

export const unprintableInNote = ({ note }: NoteToPrint): readonly Unprintable[] =>
  Object.entries(note.values).flatMap(([where, { text }]) => unprintableIn(text).map((one) => ({ ...one, where })));

/** The PDF of a note, with every field of it. */
export const drawNote = async (paper: NoteToPrint): Promise<Uint8Array> => {
  const frame = await openFrame({
    documentId: paper.documentId,
    title: paper.title,
    createdAt: paper.asOf,
    paper: paper.practice.paper,
    appVersion: paper.appVersion,
    practice: { name: paper.practice.practiceName, address: paper.practice.address },
    foot: { name: paper.client.legalName || paper.client.chosenName, day: paper.note.on, page: (page, of) => `Page ${page} of ${of}` },
  });
  frame.heading(1, paper.title);
  for (const [label, { text }] of Object.entries(paper.note.values)) frame.answer(label, text);
  return frame.finish();
};
