import type { LetterDocument } from '../../shared/letter-document.ts';
import type { ProfileDetails } from '../../shared/profile.ts';
import type { Recipient } from '../../shared/releases.ts';
import type { Signature } from '../../shared/signatures.ts';
import type { CalendarDay, Instant, Zone } from '../../shared/time.ts';

export type LogoToPrint = { readonly mediaType: 'image/png' | 'image/jpeg'; readonly bytes: Uint8Array };

/** All that stands on the paper of a letter. */
export type LetterToPrint = {
  readonly documentId: string;
  /** "Short progress update". */
  readonly title: string;
  readonly day: CalendarDay;
  /** Null: it is for the client, whose name stands in the reference. */
  readonly recipient: Recipient | null;
  readonly clientName: string;
  readonly practice: ProfileDetails;
  /** Phone, mail and hours, a line each. */
  readonly contact: readonly string[];
  readonly logo: LogoToPrint | null;
  /** Client reference as the permission allows. */
  readonly reference: string;
  /** On what it is shared, a sentence. */
  readonly basis: string;
  /** Nobody agreed to it: a legal duty or an emergency stands in the place of a permission. */
  readonly isUnasked: boolean;
  /** The letter it corrects, a sentence; empty without one. */
  readonly corrects: string;
  /** As it goes: what is printed only when the client saw it is gone where they did not. */
  readonly document: LetterDocument;
  /** Boxes to tick for who answers (a clearance, a reply sheet), a line each. */
  readonly answers: readonly string[];
  /** What the letter does not cover; whether the client saw it and has a copy; the line for a letter that went astray; the notice of 42 CFR Part 2, or empty. */
  readonly limits: string;
  readonly copy: string;
  readonly confidential: string;
  readonly part2: string;
  readonly signature: Signature;
  readonly signedAt: Instant;
  /** Of the words as they are kept. */
  readonly sha256: string;
  readonly zone: Zone;
  readonly appVersion: string;
  readonly auditHead: string;
  readonly substitutesAgreed: boolean;
};
