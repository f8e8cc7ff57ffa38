import { Refusal, Refused } from '../../shared/app-error.ts';
import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import { legalNameOf } from '../../shared/clients.ts';
import type { Consent } from '../../shared/consent.ts';
import type { ConsentForm } from '../../shared/consent-form.ts';
import { isUnderAge } from '../../shared/consent-state.ts';
import { endDatesNotAllowed } from '../../shared/end-dates.ts';
import { answersNotAllowed, unansweredStatements } from '../../shared/form-answers.ts';
import { isFiledFromPaper } from '../../shared/paper-forms.ts';
import { isNamedByRecord, type Signature, signaturesNotAllowed, signersWaiting } from '../../shared/signatures.ts';
import { isSignedApart } from '../../shared/signed-apart.ts';
import { shows } from '../../shared/text.ts';
import { type CalendarDay, dayIn, startOfDay, type Zone } from '../../shared/time.ts';
import { recordAudit } from '../audit/audit-repository.ts';
import { filedOf } from '../documents/attachments-repository.ts';
import { headsOf } from '../documents/documents-repository.ts';
import { isReliedOn } from '../documents/paper-relied-repository.ts';
import type { Practice, Tx } from '../practice/practice.ts';
import { consentsOf, insertConsent, type NewConsent } from './consent-repository.ts';
import { type FormWorld, formFor, formWorldOf, isOfRecord } from './form-world.ts';
import { insertPaperConsent } from './paper-consents-repository.ts';
import { shownText } from './prepare-form.ts';
import { refuseWhileHandedOver } from './returned-service.ts';
import { endsOf, hasEnded } from './signing-day.ts';

type Input = ParsedInputOf<'consent.fileScan'>;

/** Who signed by hand, in letters: of client and practitioner the record knows it. */
const signersNamed = (world: FormWorld, { signers }: Input): readonly { readonly signer: Signature['signer']; readonly name: string }[] =>
  signers.map(({ signer, name }) => {
    if (shows(name) || !isNamedByRecord(signer)) return { signer, name };
    return { signer, name: signer === 'practitioner' ? world.profile.practitionerName : legalNameOf(world.client) };
  });

/** Everything a form on a screen must have, read from the paper: the same questions answered, the same people signed, in the text that is in force. */
const refuseIncomplete = (world: FormWorld, form: ConsentForm, input: Input): void => {
  const { answers, signedOn } = input;
  if (isOfRecord({ formId: form.id, area: form.area }) || !isFiledFromPaper(form)) throw new Refusal('not-on-paper', { formId: form.id });
  if (world.client.archivedAt !== null) throw new Refusal('client-archived');
  if (form.unfilled.length > 0)
    throw new Refusal('placeholders-unfilled', { placeholders: form.unfilled.map((blank) => blank.placeholder) });
  if (form.version !== input.formVersion || form.shownSha256 !== input.shownSha256) throw new Refusal('form-changed');
  if (signedOn > world.today) throw new Refusal('day-in-future');
  const unfit = answersNotAllowed(form, answers);
  if (unfit.length > 0) throw new Refusal('answers-not-allowed', { elements: [...unfit] });
  const unanswered = unansweredStatements(form, answers);
  if (unanswered.length > 0) throw new Refusal('statements-unanswered', { elements: [...unanswered] });
  const dates = endDatesNotAllowed(answers, signedOn);
  if (dates.length > 0) throw new Refusal('end-date-not-allowed', { elements: [...dates] });
  // As old as the client was when they signed.
  const party = { underAge: isUnderAge(world.client.birthDate, world.words.local_age ?? '', signedOn) };
  const signatures = signersNamed(world, input).map((one): Signature => ({ ...one, method: 'typed' }));
  const waiting = [...signersWaiting(form, signatures, party, answers), ...signaturesNotAllowed(form, signatures, party)];
  if (waiting.length > 0) throw new Refusal('signatures-incomplete', { signers: [...new Set(waiting)] });
};

/** Takes something back by being signed; which form does is in the content. */
const stops = (world: FormWorld, { formId }: Pick<Consent, 'formId'>): boolean =>
  world.forms.some(({ id, valid_for }) => id === formId && valid_for.kind === 'at-once');

/**
 * A paper that comes late never speaks over what was said since: the form signed again or taken back, or a form to stop things, on that day
 * or after it. Then nobody knows which was the last word, and the client is asked again.
 */
const refuseOlderThanWord = (
  world: FormWorld,
  form: ConsentForm,
  consents: readonly Consent[],
  signedOn: CalendarDay,
  zone: Zone,
): void => {
  const isSince = (instant: string): boolean => dayIn(instant, zone) >= signedOn;
  const isSame = ({ formId }: Consent): boolean => formId === form.id;
  const isLater = consents.some(
    (one) =>
      (isSame(one) && one.withdrawals.some(({ withdrawnAt }) => isSince(withdrawnAt))) ||
      (isSince(one.signedAt) && (stops(world, one) || (isSame(one) && !isSignedApart(form.id)))),
  );
  if (isLater) throw new Refusal('newer-word');
};

/** A paper of the client's files that nothing else stands on. @throws not-found document; Refusal paper-in-error, paper-relied-on */
const refuseOtherPaper = async (tx: Tx, clientId: string, documentId: string): Promise<string> => {
  const [head] = await headsOf(tx, [documentId]);
  const filed = (await filedOf(tx, [documentId])).get(documentId);
  if (!head || head.clientId !== clientId || !filed) throw new Refused({ code: 'not-found', what: 'document' });
  if (filed.inError) throw new Refusal('paper-in-error');
  if (await isReliedOn(tx, head)) throw new Refusal('paper-relied-on');
  return head.sha256;
};

const consentFrom = (practice: Practice, world: FormWorld, form: ConsentForm, input: Input, zone: Zone): NewConsent => {
  const signedAt = startOfDay(input.signedOn, zone);
  const ends = endsOf(practice, world, form, { signedAt: { client: signedAt }, answers: input.answers });
  if (hasEnded(ends, world.today)) throw new Refusal('ended-already');
  return {
    id: practice.newId(),
    clientId: input.clientId,
    formId: form.id,
    area: null,
    formVersion: form.version,
    title: form.title,
    signedAt,
    ...ends,
    underAge: isUnderAge(world.client.birthDate, world.words.local_age ?? '', input.signedOn),
    place: world.profile.place,
    documentId: input.documentId,
    answers: input.answers,
    contentVersion: practice.content.consents.content_version,
    signedBy: practice.actor.id,
    shownSha256: form.shownSha256,
    shown: shownText(form),
    signatures: signersNamed(world, input).map((one) => ({ ...one, method: 'paper', signedAt })),
  };
};

/**
 * Counts a paper of the client's files as a form they signed by hand. It is held to all that a form on a screen is held to, save what only a
 * screen can show (which parts were in view, what was read through): for that stands who saw the original and gave their name to it.
 */
export const fileScan = async (practice: Practice, input: Input): Promise<OutputOf<'consent.fileScan'>> => {
  const world = await formWorldOf(practice, input.clientId);
  const zone = practice.zone ?? world.profile.zone;
  const form = formFor(practice, world, { formId: input.formId, area: null, blanks: {} });
  refuseIncomplete(world, form, input);
  const consent = consentFrom(practice, world, form, input, zone);
  const paper = { signedOn: input.signedOn, signers: [...signersNamed(world, input)], seenName: input.seenName };

  const kept = await practice.write(async (tx) => {
    await refuseWhileHandedOver(tx);
    const digest = await refuseOtherPaper(tx, input.clientId, input.documentId);
    refuseOlderThanWord(world, form, await consentsOf(tx, input.clientId), input.signedOn, zone);
    await recordAudit(tx, practice, { clientId: input.clientId, recordId: consent.id, digest });
    await insertConsent(tx, consent);
    await insertPaperConsent(tx, consent.id, { ...paper, seenBy: practice.actor.id });
    const all = await consentsOf(tx, input.clientId);
    // Kept in the order of their papers: a scan that was filed before the form was last signed cannot be the newer one.
    const newest = all.find(({ formId }) => formId === form.id);
    if (newest?.id !== consent.id && !isSignedApart(form.id)) throw new Refusal('newer-word');
    return all.find(({ id }) => id === consent.id);
  });
  if (!kept) throw new Error('the consent that was kept is not there');
  practice.changed('consents', 'documents');
  const { endsBy: _, underAge: __, place: ___, ...shown } = kept;
  return shown;
};
