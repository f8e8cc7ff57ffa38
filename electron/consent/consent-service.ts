import { createHash } from 'node:crypto';
import { Refusal, Refused } from '../../shared/app-error.ts';
import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import { type Client, legalNameOf } from '../../shared/clients.ts';
import { answersNotAllowed, type Consent, signaturesNotAllowed, signersWaiting, unansweredStatements } from '../../shared/consent.ts';
import type { ConsentForm } from '../../shared/consent-form.ts';
import type { Profile } from '../../shared/profile.ts';
import { auditHead, recordAudit } from '../audit/audit-repository.ts';
import { getClient } from '../clients/clients-service.ts';
import { insertDocument } from '../documents/documents-repository.ts';
import { warmFrame } from '../documents/pdf-frame.ts';
import type { Practice } from '../practice/practice.ts';
import { getProfile } from '../practice/profile-service.ts';
import { type ConsentToPrint, drawConsent, unprintableInConsent } from './consent-pdf.ts';
import { consentsOf, insertConsent } from './consent-repository.ts';
import { prepareForm, shownText } from './prepare-form.ts';

/** The form this version offers; the others of consents.json follow with hand-over. */
const offeredForms: readonly string[] = ['informed-consent'];

type Blanks = Readonly<Record<string, string>>;
type Gathered = { readonly client: Client; readonly profile: Profile; readonly form: ConsentForm };

const formsFor = (practice: Practice, profile: Profile, client: Client, blanks: Blanks): ConsentForm[] =>
  practice.content.consents.items
    .filter((form) => offeredForms.includes(form.id))
    .map((form) => prepareForm(form, practice.content, { profile, client, blanks }));

export const consentForms = async (practice: Practice, input: ParsedInputOf<'consent.forms'>): Promise<OutputOf<'consent.forms'>> => {
  const [profile, client] = [await getProfile(practice), await getClient(practice, { id: input.clientId })];
  // Nobody waits for it: a form is read for minutes before it is signed.
  void warmFrame().catch(() => undefined);
  return { forms: formsFor(practice, profile, client, input.blanks) };
};

type Draft = ParsedInputOf<'consent.check'>;

const gather = async (practice: Practice, draft: Draft): Promise<Gathered> => {
  const [profile, client] = [await getProfile(practice), await getClient(practice, { id: draft.clientId })];
  const form = formsFor(practice, profile, client, draft.blanks).find((one) => one.id === draft.formId);
  if (!form) throw new Refused({ code: 'not-found', what: 'form' });
  if (client.archivedAt !== null) throw new Refusal('client-archived');
  if (form.unfilled.length > 0)
    throw new Refusal('placeholders-unfilled', { placeholders: form.unfilled.map((blank) => blank.placeholder) });
  if (form.version !== draft.formVersion || form.shownSha256 !== draft.shownSha256) throw new Refusal('form-changed');
  const foreign = answersNotAllowed(form, draft.answers);
  if (foreign.length > 0) throw new Refusal('answers-not-allowed', { elements: [...foreign] });
  return { client, profile, form };
};

const toPrint = (
  practice: Practice,
  draft: Draft,
  { client, profile, form }: Gathered,
  documentId: string,
  head: string,
): ConsentToPrint => ({
  documentId,
  form,
  answers: draft.answers,
  signatures: draft.signatures,
  practice: {
    practiceName: profile.practiceName,
    address: profile.address,
    practitionerName: profile.practitionerName,
    credential: profile.credential,
    licenceWords: profile.licenceWords,
    paper: profile.paper,
  },
  client: { legalName: legalNameOf(client), chosenName: client.chosenName, pronouns: client.pronouns, birthDate: client.birthDate },
  signedAt: practice.now(),
  zone: practice.zone ?? profile.zone,
  appVersion: practice.appVersion,
  auditHead: head,
  intents: form.intents,
  substitutesAgreed: false,
});

export const checkConsent = async (practice: Practice, draft: Draft): Promise<OutputOf<'consent.check'>> => {
  const gathered = await gather(practice, draft);
  return {
    unanswered: [...unansweredStatements(gathered.form, draft.answers)],
    waiting: [...signersWaiting(gathered.form, draft.signatures)],
    unprintable: [...unprintableInConsent(toPrint(practice, draft, gathered, '', ''))],
  };
};

const refuseIncomplete = (input: ParsedInputOf<'consent.sign'>, form: ConsentForm, print: ConsentToPrint): void => {
  const unanswered = unansweredStatements(form, input.answers);
  if (unanswered.length > 0) throw new Refusal('statements-unanswered', { elements: [...unanswered] });
  const waiting = [...signersWaiting(form, input.signatures), ...signaturesNotAllowed(form, input.signatures)];
  if (waiting.length > 0) throw new Refusal('signatures-incomplete', { signers: [...waiting] });
  const unprintable = input.acceptSubstitutes ? [] : unprintableInConsent(print);
  if (unprintable.length > 0) throw new Refusal('characters-unprintable', { unprintable: unprintable.map((one) => ({ ...one })) });
};

type SignInput = ParsedInputOf<'consent.sign'>;

/** Keeps document, consent and audit entry, or nothing when the trail has grown since the paper was drawn. */
const keep = async (
  practice: Practice,
  input: SignInput,
  form: ConsentForm,
  print: ConsentToPrint,
  pdf: Uint8Array,
): Promise<Consent | null> => {
  const sha256 = createHash('sha256').update(pdf).digest('hex');
  const consent: Consent = {
    id: practice.newId(),
    clientId: input.clientId,
    formId: form.id,
    formVersion: form.version,
    title: form.title,
    signedAt: print.signedAt,
    documentId: print.documentId,
    answers: input.answers,
  };
  return practice.write(async (tx) => {
    if ((await auditHead(tx)) !== print.auditHead) return null;
    const auditSeq = await recordAudit(tx, practice, { clientId: consent.clientId, recordId: consent.id, digest: sha256 });
    await insertDocument(tx, {
      id: consent.documentId,
      clientId: consent.clientId,
      kind: 'consent',
      title: form.title,
      createdAt: print.signedAt,
      sha256,
      auditSeq,
      pdf,
    });
    await insertConsent(tx, {
      ...consent,
      contentVersion: practice.content.consents.content_version,
      signedBy: practice.actor.id,
      shownSha256: form.shownSha256,
      shown: shownText(form),
      signatures: input.signatures,
    });
    return consent;
  });
};

const mostDrawings = 5;

/**
 * Draws the paper, then keeps document, consent and audit entry in one transaction. The paper names the audit head before it;
 * if another entry came in between, everything is gathered and drawn again.
 * @throws Refusal statements-unanswered, signatures-incomplete, answers-not-allowed, placeholders-unfilled, form-changed, characters-unprintable, client-archived
 */
export const signConsent = async (practice: Practice, input: SignInput): Promise<Consent> => {
  for (let drawing = 0; drawing < mostDrawings; drawing += 1) {
    const gathered = await gather(practice, input);
    const drawn = toPrint(practice, input, gathered, practice.newId(), await auditHead(practice.db));
    const print = { ...drawn, substitutesAgreed: input.acceptSubstitutes };
    refuseIncomplete(input, gathered.form, print);

    const consent = await keep(practice, input, gathered.form, print, await drawConsent(print));
    if (!consent) continue;
    practice.changed('consents', 'documents');
    return consent;
  }
  throw new Error('the audit trail did not stand still');
};

export const consentsOfClient = async (practice: Practice, input: { readonly clientId: string }): Promise<OutputOf<'consent.ofClient'>> => {
  await getClient(practice, { id: input.clientId });
  return { consents: await consentsOf(practice.db, input.clientId) };
};
