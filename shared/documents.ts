import { z } from 'zod';
import { AttachmentKind, Filed, PaperDeed } from './attachments.ts';
import { type AuditSubject, call, clinical, reception } from './call.ts';
import { FileGrant, Id } from './ids.ts';
import { Name, shows, TextLine } from './text.ts';
import { CalendarDay, Instant } from './time.ts';

/** `blank` is drawn for printing and not kept: it goes with the next lock. */
export const documentKinds = ['consent', 'scan', 'note', 'letter', 'blank'] as const;

export const DocumentHead = z.strictObject({
  id: Id,
  clientId: Id.nullable(),
  kind: z.enum(documentKinds),
  title: z.string(),
  createdAt: Instant,
  /** Of the bytes, hex. */
  sha256: z.string(),
  bytes: z.int(),
  mediaType: z.enum(['application/pdf', 'image/png', 'image/jpeg']),
});
export type DocumentHead = z.infer<typeof DocumentHead>;

/** A paper as a list shows it. `inError`: of a note that was entered in error, or filed in error itself. `filed`: null for what was signed here. */
const Paper = DocumentHead.extend({ inError: z.boolean(), filed: Filed.nullable() });

const Reason = TextLine.refine(shows, 'required');

const about = (input: { readonly id: string }, output: { readonly clientId: string | null }): AuditSubject => ({
  recordId: input.id,
  ...(output.clientId ? { clientId: output.clientId } : {}),
});

const ofClient = ({ clientId }: { readonly clientId: string }): AuditSubject => ({ clientId });

const blankFor = (input: { readonly formId: string; readonly clientId: string | null }): AuditSubject => ({
  recordId: input.formId,
  ...(input.clientId ? { clientId: input.clientId } : {}),
});

export const documentCalls = {
  /** Every paper of a client, newest first, without its bytes. `movedAway`: that papers lay here and went to the client they are of. */
  'documents.ofClient': call({
    input: z.strictObject({ clientId: Id }),
    output: z.strictObject({ documents: z.array(Paper), movedAway: z.array(PaperDeed) }),
    roles: clinical,
    states: ['open'],
    audit: { by: 'dispatch', action: 'documents-listed', about: ofClient },
  }),
  /** The document with its PDF, or the picture that was filed, in base64. */
  'documents.get': call({
    input: z.strictObject({ id: Id }),
    output: DocumentHead.extend({ pdf: z.string() }),
    roles: clinical,
    states: ['open'],
    audit: { by: 'dispatch', action: 'document-opened', about },
  }),
  /** Asks the shell for its save dialog. `fileGrant` is null when the person thought better of it. The front desk: of a sheet they drew alone. */
  'documents.chooseExport': call({
    input: z.strictObject({ id: Id }),
    output: z.strictObject({ fileGrant: FileGrant.nullable() }),
    roles: reception,
    states: ['open'],
    audit: 'none',
  }),
  /** Writes the PDF to the chosen file: readable by anyone who has that file. The entry stands before the file does. The front desk as above. */
  'documents.export': call({
    input: z.strictObject({ id: Id, fileGrant: FileGrant }),
    output: z.strictObject({ fileName: z.string(), bytes: z.int(), sha256: z.string(), clientId: Id.nullable() }),
    roles: reception,
    states: ['open'],
    audit: { by: 'transaction', action: 'document-exported' },
  }),
  /** Paints the PDF in a hidden window of our own and opens the printer's dialog. The front desk as above. @throws Refusal no-printer-here, not-printed */
  'documents.print': call({
    input: z.strictObject({ id: Id }),
    output: z.strictObject({ printed: z.boolean(), clientId: Id.nullable() }),
    roles: reception,
    states: ['open'],
    audit: { by: 'transaction', action: 'document-printed' },
  }),
  /** Whether a PDF from outside is one of ours: `genuine` byte for byte, `altered` when it names a document of ours but is not it, else `unknown`. */
  'documents.verify': call({
    input: z.strictObject({ uploadId: Id }),
    output: z.strictObject({ verdict: z.enum(['genuine', 'altered', 'unknown']), document: DocumentHead.nullable() }),
    roles: clinical,
    states: ['open'],
    audit: {
      by: 'dispatch',
      action: 'document-verified',
      about: (_: unknown, { document }: { readonly document: DocumentHead | null }): AuditSubject =>
        document ? { recordId: document.id, ...(document.clientId ? { clientId: document.clientId } : {}) } : {},
    },
  }),
  /** Files a scan or photo with the client; whoever files it has seen the paper. `twice`: also when the client has these very bytes. @throws Refusal filed-already, day-in-future */
  'documents.file': call({
    input: z.strictObject({
      uploadId: Id,
      clientId: Id,
      title: Name,
      kind: AttachmentKind.default('scan'),
      paperOn: CalendarDay.nullable().default(null),
      twice: z.boolean().default(false),
    }),
    output: DocumentHead,
    roles: clinical,
    states: ['open'],
    audit: { by: 'transaction', action: 'document-filed' },
  }),
  /** Papers that were filed with a client, newest first; of one kind, or all. */
  'attachments.ofClient': call({
    input: z.strictObject({ clientId: Id, kind: AttachmentKind.nullable().default(null) }),
    output: z.strictObject({ attachments: z.array(Paper) }),
    roles: clinical,
    states: ['open'],
    audit: { by: 'dispatch', action: 'documents-listed', about: ofClient },
  }),
  /** A paper of the client's files with its bytes in base64 and what is known of how it came there. */
  'attachments.get': call({
    input: z.strictObject({ id: Id }),
    output: Paper.extend({
      pdf: z.string(),
      /** Something signed or answered stands on it: it neither moves nor is marked. */
      reliedOn: z.boolean(),
    }),
    roles: clinical,
    states: ['open'],
    audit: { by: 'dispatch', action: 'document-opened', about },
  }),
  /** To the client it is of; that it lay elsewhere stays with both. @throws Refusal same-client, client-archived, paper-relied-on, paper-in-error */
  'attachments.move': call({
    input: z.strictObject({ id: Id, toClientId: Id, reason: Reason }),
    output: z.strictObject({ id: Id, clientId: Id }),
    roles: clinical,
    states: ['open'],
    audit: { by: 'transaction', action: 'document-moved' },
  }),
  /** What it is called, its kind and its own day, said anew; what was said before stays beside it. @throws Refusal paper-in-error, day-in-future */
  'attachments.describe': call({
    input: z.strictObject({ id: Id, title: Name, kind: AttachmentKind, paperOn: CalendarDay.nullable() }),
    output: z.strictObject({ id: Id, clientId: Id }),
    roles: clinical,
    states: ['open'],
    audit: { by: 'transaction', action: 'document-described' },
  }),
  /** Not to be gone by: it stays, and is marked with who and why. @throws Refusal paper-relied-on, paper-in-error */
  'attachments.setInError': call({
    input: z.strictObject({ id: Id, reason: Reason }),
    output: z.strictObject({ id: Id, clientId: Id }),
    roles: clinical,
    states: ['open'],
    audit: { by: 'transaction', action: 'document-in-error' },
  }),
  /** A form to print and fill by hand, empty or with the client's name; not kept. Its id works for get, print and export until the next lock. */
  'paper.blank': call({
    input: z.strictObject({
      formId: z.string().min(1).max(100),
      clientId: Id.nullable(),
      /** The place an `area-consent` is about; without it, that is a line to write on. */
      area: z.string().max(40).nullable().default(null),
    }),
    output: DocumentHead.extend({ pdf: z.string() }),
    roles: clinical,
    states: ['open'],
    audit: { by: 'dispatch', action: 'blank-form-made', about: blankFor },
  }),
};
