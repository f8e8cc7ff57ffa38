import type { NoteContent } from '../../shared/note-content.ts';
import type { Note } from '../../shared/notes.ts';
import type { ProfileDetails } from '../../shared/profile.ts';
import type { Signature } from '../../shared/signatures.ts';
import type { Instant, Zone } from '../../shared/time.ts';
import type { Places } from './note-pdf-figures.ts';

/** Everything that stands on the paper of a note; nothing else is asked of the world, so the same input gives the same bytes. */
export type NoteToPrint = Places & {
  readonly documentId: string;
  /** In the head of each page, and of the file. */
  readonly title: string;
  readonly content: NoteContent;
  /** Of the fields it was begun with. */
  readonly edition: string;
  readonly note: Note;
  readonly client: { readonly legalName: string; readonly chosenName: string; readonly birthDate: string | null };
  readonly practice: Pick<ProfileDetails, 'practiceName' | 'address' | 'practitionerName' | 'credential' | 'licenceWords' | 'paper'>;
  /** Where hands were in its session. */
  readonly worked: readonly string[];
  /** Null for a paper that is not signed, which says so on each page. */
  readonly signature: Signature | null;
  readonly sha256: string | null;
  /** When it was signed; of what is printed later, then. */
  readonly asOf: Instant;
  readonly zone: Zone;
  readonly appVersion: string;
  readonly auditHead: string;
  readonly substitutesAgreed: boolean;
};
