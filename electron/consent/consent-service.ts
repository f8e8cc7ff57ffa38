import { createHash } from 'node:crypto';
import { Refusal } from '../../shared/app-error.ts';
import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import { type Blanks, Consent, type Unfinished } from '../../shared/consent.ts';
import type { ConsentForm } from '../../shared/consent-form.ts';
import { isUnderAge } from '../../shared/consent-state.ts';
import { endDatesNotAllowed } from '../../shared/end-dates.ts';
import { isAsked, leavesOut, partsToReview, unansweredStatements } from '../../shared/form-answers.ts';
import { type Signature, signaturesNotAllowed, signersWaiting } from '../../shared/signatures.ts';
import { shows } from '../../shared/text.ts';
import { auditHead, recordAudit } from '../audit/audit-repository.ts';
import { insertDocument } from '../documents/documents-repository.ts';
import type { Practice, Tx } from '../practice/practice.ts';
import { type ConsentToPrint, drawConsent, unprintableInConsent } from './consent-pdf.ts';
import { consentsOf, insertConsent, type NewConsent } from './consent-repository.ts';
import { eraseFilling, fillingOf, type KeptFilling } from './filling-repository.ts';
import { clientToPrint, type FormWorld, formFor, formsFor, formWorldOf } from './form-world.ts';
import { formsInVersions } from './forms-in-force.ts';
import { keepSignedWithdrawal } from './keep-signed-withdrawal.ts';
import { screenChoice } from './paper-chosen.ts';
import { authorityPart, shownText } from './prepare-form.ts';
import { refuseWhileHandedOver, returnedFilling } from './returned-service.ts';
import { keepSignedMarks } from './signed-marks.ts';
import { endsOf, hasEnded, signingDay } from './signing-day.ts';
import { answersSinceTakenBack } from './taken-back-since.ts';

export const consentForms = async (practice: Practice, input: ParsedInputOf<'consent.forms'>): Promise<OutputOf<'consent.forms'>> => {
  const world = await formWorldOf(practice, input.clientId);
  const forms = await formsInVersions(practice, input.versions);
  return { forms: [...formsFor(practice, { ...world, forms }, input.blanks)] };
};

type Papers = { readonly documentId: string; readonly head: string; readonly screen: ConsentToPrint['screen'] };
const noPapers: Papers = { documentId: '', head: '', screen: null };

const toPrint = (
  practice: Practice,
  world: FormWorld,
  kept: KeptFilling,
  signatures: readonly Signature[],
  { documentId, head, screen }: Papers,
): ConsentToPrint => {
  const { profile } = world;
  const form = formFor(practice, world, kept);
  return {
    documentId,
    chart: practice.content.chart,
    form,
    talk: kept.talk,
    answers: kept.answers,
    signatures,
    practice: {
      practiceName: profile.practiceName,
      address: profile.address,
      practitionerName: profile.practitionerName,
      credential: profile.credential,
      licenceWords: profile.licenceWords,
      paper: profile.paper,
    },
    client: clientToPrint(world),
    signedAt: practice.now(),
    handedOverSignedAt: kept.signedAt,
    screen,
    ends: endsOf(practice, world, form, kept),
    zone: practice.zone ?? profile.zone,
    appVersion: practice.appVersion,
    auditHead: head,
    substitutesAgreed: kept.substitutesAgreed,
  };
};

/** Who signs in the client's place says what gives them the right (45 CFR 164.508(c)(1)(vi)). */
export const authorityUnsaid = (
  form: ConsentForm,
  { answers }: Pick<KeptFilling, 'answers'>,
  signatures: readonly Signature[],
): readonly string[] => {
  const said = answers[authorityPart];
  const isSaid = said?.kind === 'text' && shows(said.text);
  const isAsked = form.elements.some(({ id }) => id === authorityPart);
  return isAsked && !isSaid && signatures.some(({ signer }) => signer === 'personal_representative') ? [authorityPart] : [];
};

/** What still keeps a form from being finished with these signatures. */
export const unfinishedIn = (practice: Practice, world: FormWorld, kept: KeptFilling, signatures: readonly Signature[]): Unfinished => {
  const print = toPrint(practice, world, kept, signatures, noPapers);
  const { form } = print;
  const unprintable = [...unprintableInConsent(print)];
  // A no is an answer, and nothing more is asked after it.
  if (leavesOut(form, kept.answers))
    return { unanswered: [], notShown: [], toTalkAbout: [...kept.talk], waiting: [], unprintable, leftOut: true };
  const seen = new Set(kept.seen);
  return {
    unanswered: [...unansweredStatements(form, kept.answers), ...authorityUnsaid(form, kept, signatures)],
    notShown: form.elements
      .filter(
        (element) => element.by !== 'app' && element.asks !== 'signature' && isAsked(form, element, kept.answers) && !seen.has(element.id),
      )
      .map(({ id }) => id),
    toTalkAbout: [...kept.talk],
    waiting: [...new Set(signersWaiting(form, signatures, world.party, kept.answers))],
    unprintable,
    leftOut: false,
  };
};

/** A form of one place that was taken back since it was filled is left out, as if it had been marked so; a map sees to the places of any other. */
const fillingAsItStands = async (practice: Practice, id: string): Promise<KeptFilling> => {
  const kept = await returnedFilling(practice, id);
  return kept.area === null ? kept : { ...kept, answers: await answersSinceTakenBack(practice.db, kept) };
};

export const checkConsent = async (practice: Practice, input: ParsedInputOf<'consent.check'>): Promise<OutputOf<'consent.check'>> => {
  const kept = await fillingAsItStands(practice, input.fillingId);
  const world = await formWorldOf(practice, kept.clientId);
  return unfinishedIn(practice, world, kept, [...kept.signatures, ...input.signatures]);
};

type SignInput = ParsedInputOf<'consent.sign'>;

const refuseIncomplete = (practice: Practice, world: FormWorld, kept: KeptFilling, form: ConsentForm, input: SignInput): void => {
  if (world.client.archivedAt !== null) throw new Refusal('client-archived');
  if (form.unfilled.length > 0)
    throw new Refusal('placeholders-unfilled', { placeholders: form.unfilled.map((blank) => blank.placeholder) });
  if (form.shownSha256 !== kept.shownSha256 || form.shownSha256 !== input.shownSha256) throw new Refusal('form-changed');

  // Whoever else signs does so while the screen is theirs.
  const others = input.signatures.map((one) => one.signer).filter((signer) => signer !== 'practitioner');
  if (others.length > 0) throw new Refusal('signatures-incomplete', { signers: others });
  const signatures = [...kept.signatures, ...input.signatures];
  const unfinished = unfinishedIn(practice, world, kept, signatures);
  if (unfinished.leftOut) throw new Refusal('area-left-out');
  if (unfinished.unanswered.length > 0) throw new Refusal('statements-unanswered', { elements: unfinished.unanswered });
  if (unfinished.notShown.length > 0) throw new Refusal('parts-not-shown', { elements: unfinished.notShown });
  const dates = endDatesNotAllowed(kept.answers, world.today);
  if (dates.length > 0) throw new Refusal('end-date-not-allowed', { elements: [...dates] });
  if (hasEnded(endsOf(practice, world, form, kept), world.today)) throw new Refusal('ended-already');
  const reviewed = new Set(kept.reviewed);
  const unread = partsToReview(form, kept.answers).filter((id) => !reviewed.has(id));
  if (unread.length > 0) throw new Refusal('parts-not-reviewed', { elements: unread });
  const waiting = [...unfinished.waiting, ...signaturesNotAllowed(form, signatures, world.party)];
  if (waiting.length > 0) throw new Refusal('signatures-incomplete', { signers: [...new Set(waiting)] });
  const agreed = input.acceptSubstitutes || kept.substitutesAgreed;
  if (unfinished.unprintable.length > 0 && !agreed)
    throw new Refusal('characters-unprintable', { unprintable: unfinished.unprintable.map((one) => ({ ...one })) });
};

const consentFrom = (practice: Practice, world: FormWorld, kept: KeptFilling, print: ConsentToPrint): NewConsent => {
  const { form } = print;
  return {
    id: practice.newId(),
    clientId: kept.clientId,
    formId: form.id,
    area: form.area,
    formVersion: form.version,
    title: form.title,
    signedAt: print.signedAt,
    ...print.ends,
    // As old as the client was when they signed, like the day it counts from.
    underAge: isUnderAge(world.client.birthDate, world.words.local_age ?? '', signingDay(practice, world, kept)),
    place: world.profile.place,
    documentId: print.documentId,
    answers: kept.answers,
    contentVersion: practice.content.consents.content_version,
    signedBy: practice.actor.id,
    shownSha256: form.shownSha256,
    shown: shownText(form),
    signatures: print.signatures.map((one) => ({ ...one, signedAt: print.handedOverSignedAt[one.signer] ?? print.signedAt })),
  };
};

/** What another domain keeps with a form that is signed, in the same transaction. */
export type AlsoKeep = (tx: Tx, practice: Practice, consent: NewConsent, blanks: Blanks) => Promise<void>;

type Kept = { readonly consent: NewConsent; readonly head: string; readonly pdf: Uint8Array; readonly alsoKeep: AlsoKeep | null };

/** Keeps document, consent and audit entry, and the filling goes; or nothing when the trail has grown since the paper was drawn. */
const keep = async (practice: Practice, kept: KeptFilling, { consent, head, pdf, alsoKeep }: Kept): Promise<boolean> => {
  const sha256 = createHash('sha256').update(pdf).digest('hex');
  return practice.write(async (tx) => {
    await refuseWhileHandedOver(tx);
    const now = await fillingOf(tx, kept.id);
    if (now?.revision !== kept.revision || (await auditHead(tx)) !== head) return false;
    const auditSeq = await recordAudit(tx, practice, { clientId: consent.clientId, recordId: consent.id, digest: sha256 });
    await insertDocument(tx, {
      id: consent.documentId,
      clientId: consent.clientId,
      kind: 'consent',
      title: consent.title,
      createdAt: consent.signedAt,
      sha256,
      auditSeq,
      mediaType: 'application/pdf',
      pdf,
    });
    const standing = await consentsOf(tx, consent.clientId);
    await insertConsent(tx, consent);
    await keepSignedMarks(tx, practice, consent, kept.said);
    await keepSignedWithdrawal(tx, practice, consent, standing);
    await alsoKeep?.(tx, practice, consent, kept.blanks);
    await eraseFilling(tx, kept.id);
    return true;
  });
};

const mostDrawings = 5;

/**
 * Draws the paper, then keeps document, consent and audit entry in one transaction. The paper names the audit head before it;
 * if another entry came in between, everything is gathered and drawn again.
 * @throws Refusal statements-unanswered, parts-not-shown, parts-not-reviewed, signatures-incomplete, placeholders-unfilled, form-changed, characters-unprintable, client-archived, end-date-not-allowed, ended-already, area-left-out
 */
export const signConsent = async (practice: Practice, input: SignInput, alsoKeep: AlsoKeep | null = null): Promise<Consent> => {
  for (let drawing = 0; drawing < mostDrawings; drawing += 1) {
    const kept = await fillingAsItStands(practice, input.fillingId);
    const world = await formWorldOf(practice, kept.clientId);
    const head = await auditHead(practice.db);
    const papers = { documentId: practice.newId(), head, screen: await screenChoice(practice, kept.clientId) };
    const drawn = toPrint(practice, world, kept, [...kept.signatures, ...input.signatures], papers);
    refuseIncomplete(practice, world, kept, drawn.form, input);
    const print = { ...drawn, substitutesAgreed: drawn.substitutesAgreed || input.acceptSubstitutes };

    const consent = consentFrom(practice, world, kept, print);
    // Nothing is kept that could not be read again.
    const signed = Consent.parse({
      id: consent.id,
      clientId: consent.clientId,
      formId: consent.formId,
      area: consent.area,
      formVersion: consent.formVersion,
      title: consent.title,
      signedAt: consent.signedAt,
      endsOn: consent.endsOn,
      documentId: consent.documentId,
      answers: consent.answers,
      withdrawals: [],
    });
    if (!(await keep(practice, kept, { consent, head, pdf: await drawConsent(print), alsoKeep }))) continue;
    practice.changed('consents', 'documents', 'handover', 'maps');
    return signed;
  }
  throw new Error('the audit trail did not stand still');
};
