import { Refusal, Refused } from '../../shared/app-error.ts';
import type { ParsedInputOf } from '../../shared/calls.ts';
import { legalNameOf } from '../../shared/clients.ts';
import type { Blanks, Consent } from '../../shared/consent.ts';
import type { ConsentForm } from '../../shared/consent-form.ts';
import { isUnderAge } from '../../shared/consent-state.ts';
import { endDatesNotAllowed } from '../../shared/end-dates.ts';
import { answersNotAllowed, leavesOut, unansweredStatements } from '../../shared/form-answers.ts';
import { isFiledFromPaper } from '../../shared/paper-forms.ts';
import { isNamedByRecord, type Signature, signaturesNotAllowed, signersWaiting } from '../../shared/signatures.ts';
import { isSignedApart } from '../../shared/signed-apart.ts';
import { shows } from '../../shared/text.ts';
import { type CalendarDay, dayIn, type Zone } from '../../shared/time.ts';
import { filedOf } from '../documents/attachments-repository.ts';
import { headsOf } from '../documents/documents-repository.ts';
import { isReliedOn } from '../documents/paper-relied-repository.ts';
import type { Tx } from '../practice/practice.ts';
import { authorityUnsaid } from './consent-service.ts';
import { type FormWorld, isOfRecord, isSameForm } from './form-world.ts';

type Input = ParsedInputOf<'consent.fileScan'>;

/** Who signed by hand, in letters: of client and practitioner the record knows it. */
export const signersNamed = (
  world: FormWorld,
  { signers }: Input,
): readonly { readonly signer: Signature['signer']; readonly name: string }[] =>
  signers.map(({ signer, name }) => {
    if (shows(name) || !isNamedByRecord(signer)) return { signer, name };
    return { signer, name: signer === 'practitioner' ? world.profile.practitionerName : legalNameOf(world.client) };
  });

const refuseUnanswered = (form: ConsentForm, { answers, signedOn }: Input, signatures: readonly Signature[]): void => {
  // What was said aloud stands on no paper.
  const spoken = Object.keys(answers).filter((id) => answers[id]?.kind === 'spoken');
  const unfit = [...answersNotAllowed(form, answers), ...spoken];
  if (unfit.length > 0) throw new Refusal('answers-not-allowed', { elements: [...unfit] });
  // A no is an answer, and nothing counts as signed after it.
  if (leavesOut(form, answers)) throw new Refusal('area-left-out');
  const unanswered = [...unansweredStatements(form, answers), ...authorityUnsaid(form, { answers }, signatures)];
  if (unanswered.length > 0) throw new Refusal('statements-unanswered', { elements: unanswered });
  const dates = endDatesNotAllowed(answers, signedOn);
  if (dates.length > 0) throw new Refusal('end-date-not-allowed', { elements: [...dates] });
};

/** A form to stop things: it acts by being signed. */
export const isToStop = ({ validity }: Pick<ConsentForm, 'validity'>): boolean => validity.kind === 'at-once';

/** Everything a form on a screen must have, read from the paper: the same questions answered, the same people signed, in the same text. */
export const refuseIncomplete = (world: FormWorld, form: ConsentForm, input: Input, blanks: Blanks): void => {
  if (isOfRecord({ formId: form.id, area: form.area }) || !isFiledFromPaper(form, blanks.release !== undefined))
    throw new Refusal('not-on-paper', { formId: form.id });
  // What stops things is never turned away for the state of the record.
  if (world.client.archivedAt !== null && !isToStop(form)) throw new Refusal('client-archived');
  if (form.unfilled.length > 0)
    throw new Refusal('placeholders-unfilled', { placeholders: form.unfilled.map((blank) => blank.placeholder) });
  if (form.version !== input.formVersion || form.shownSha256 !== input.shownSha256) throw new Refusal('form-changed');
  if (input.signedOn > world.today) throw new Refusal('day-in-future');
  const signatures = signersNamed(world, input).map((one): Signature => ({ ...one, method: 'typed' }));
  refuseUnanswered(form, input, signatures);
  // As old as the client was when they signed.
  const party = { underAge: isUnderAge(world.client.birthDate, world.words.local_age ?? '', input.signedOn) };
  const waiting = [...signersWaiting(form, signatures, party, input.answers), ...signaturesNotAllowed(form, signatures, party)];
  if (waiting.length > 0) throw new Refusal('signatures-incomplete', { signers: [...new Set(waiting)] });
};

/** Takes something back by being signed; which form does is in the content. */
const stops = (world: FormWorld, { formId }: Pick<Consent, 'formId'>): boolean =>
  world.forms.some(({ id, valid_for }) => id === formId && valid_for.kind === 'at-once');

/**
 * A paper that comes late never speaks over what was said since: the form signed again or taken back, or a form to stop things, on that day
 * or after it. Then nobody knows which was the last word, and the client is asked again. A paper that stops things is heard whenever it comes.
 */
export const refuseOlderThanWord = (
  world: FormWorld,
  form: ConsentForm,
  consents: readonly Consent[],
  signedOn: CalendarDay,
  zone: Zone,
): void => {
  if (isToStop(form)) return;
  const isSince = (instant: string): boolean => dayIn(instant, zone) >= signedOn;
  const isSame = (one: Consent): boolean => isSameForm(one, { formId: form.id, area: form.area });
  const isLater = consents.some(
    (one) =>
      (isSame(one) && one.withdrawals.some(({ withdrawnAt }) => isSince(withdrawnAt))) ||
      (isSince(one.signedAt) && (stops(world, one) || (isSame(one) && !isSignedApart(form.id)))),
  );
  if (isLater) throw new Refusal('newer-word');
};

/** A paper of the client's files that nothing else stands on. @throws not-found document; Refusal paper-in-error, paper-relied-on */
export const refuseOtherPaper = async (tx: Tx, clientId: string, documentId: string): Promise<string> => {
  const [head] = await headsOf(tx, [documentId]);
  const filed = (await filedOf(tx, [documentId])).get(documentId);
  if (!head || head.clientId !== clientId || !filed) throw new Refused({ code: 'not-found', what: 'document' });
  if (filed.inError) throw new Refusal('paper-in-error');
  if (await isReliedOn(tx, head)) throw new Refusal('paper-relied-on');
  return head.sha256;
};
