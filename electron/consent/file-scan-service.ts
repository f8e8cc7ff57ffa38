import { Refusal } from '../../shared/app-error.ts';
import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import type { Blanks, Consent } from '../../shared/consent.ts';
import type { ConsentForm } from '../../shared/consent-form.ts';
import { isUnderAge } from '../../shared/consent-state.ts';
import { isSignedApart } from '../../shared/signed-apart.ts';
import { startOfDay, type Zone } from '../../shared/time.ts';
import { recordAudit } from '../audit/audit-repository.ts';
import type { Practice, Tx } from '../practice/practice.ts';
import { consentsOf, insertConsent, type NewConsent } from './consent-repository.ts';
import type { AlsoKeep } from './consent-service.ts';
import { consentToShow } from './consents-service.ts';
import { isToStop, refuseIncomplete, refuseOlderThanWord, refuseOtherPaper, signersNamed } from './file-scan-checks.ts';
import { keepPaperMarks } from './file-scan-marks.ts';
import { type FormWorld, formFor, formWorldOf, isSameForm } from './form-world.ts';
import { formsInVersions } from './forms-in-force.ts';
import { keepSignedWithdrawal } from './keep-signed-withdrawal.ts';
import { insertPaperConsent } from './paper-consents-repository.ts';
import { refuseForeignPapers } from './prepare-filling.ts';
import { shownText } from './prepare-form.ts';
import { refuseWhileHandedOver } from './returned-service.ts';
import { endsOf, hasEnded } from './signing-day.ts';

type Input = ParsedInputOf<'consent.fileScan'>;

const consentFrom = (practice: Practice, world: FormWorld, form: ConsentForm, input: Input, zone: Zone): NewConsent => {
  const signedAt = startOfDay(input.signedOn, zone);
  const ends = endsOf(practice, world, form, { signedAt: { client: signedAt }, answers: input.answers });
  if (hasEnded(ends, world.today)) throw new Refusal('ended-already');
  return {
    id: practice.newId(),
    clientId: input.clientId,
    formId: form.id,
    area: form.area,
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

/** What another domain adds to a form filed from paper: who a permission is for, what it permits, and which of those before it were about something else. */
export type ForPaper = {
  readonly blanks: Blanks;
  readonly alsoKeep: AlsoKeep | null;
  readonly isOther: (tx: Tx) => Promise<(consent: Consent) => boolean>;
};

const nothingAdded: ForPaper = { blanks: {}, alsoKeep: null, isOther: async () => () => false };

/**
 * Counts a paper of the client's files as a form they signed by hand. It is held to all that a form on a screen is held to, save what only a
 * screen can show (which parts were in view, what was read through): for that stands who saw the original and gave their name to it.
 */
export const fileScan = async (
  practice: Practice,
  input: Input,
  { blanks, alsoKeep, isOther }: ForPaper = nothingAdded,
): Promise<OutputOf<'consent.fileScan'>> => {
  const inForce = await formWorldOf(practice, input.clientId);
  const world = { ...inForce, forms: await formsInVersions(practice, { [input.formId]: input.formVersion }) };
  const zone = practice.zone ?? world.profile.zone;
  const form = formFor(practice, world, { formId: input.formId, area: input.area, blanks });
  refuseIncomplete(world, form, input, blanks);
  await refuseForeignPapers(practice, input.clientId, input.answers);
  const consent = consentFrom(practice, world, form, input, zone);
  const { signedOn, seenName } = input;

  const kept = await practice.write(async (tx) => {
    await refuseWhileHandedOver(tx);
    const digest = await refuseOtherPaper(tx, input.clientId, input.documentId);
    const before = await consentsOf(tx, input.clientId);
    const isAboutOther = await isOther(tx);
    refuseOlderThanWord(
      world,
      form,
      before.filter((one) => !isAboutOther(one)),
      signedOn,
      zone,
    );
    await recordAudit(tx, practice, { clientId: input.clientId, recordId: consent.id, digest });
    await insertConsent(tx, consent);
    await insertPaperConsent(tx, consent.id, { signedOn, signers: [...signersNamed(world, input)], seenName, seenBy: practice.actor.id });
    await keepPaperMarks(tx, practice, { form, consent, signedOn, zone });
    // It stops things from the moment it is here, also what was said between: asking once more costs less than passing over a no.
    await keepSignedWithdrawal(tx, practice, { ...consent, signedAt: practice.now() }, before);
    await alsoKeep?.(tx, practice, consent, blanks);
    const all = await consentsOf(tx, input.clientId);
    // Kept in the order of their papers: a scan that was filed before the form was last signed cannot be the newer one.
    const newest = all.find((one) => isSameForm(one, consent));
    if (newest?.id !== consent.id && !isSignedApart(form.id) && !isToStop(form)) throw new Refusal('newer-word');
    return all.find(({ id }) => id === consent.id);
  });
  if (!kept) throw new Error('the consent that was kept is not there');
  practice.changed('consents', 'documents', 'maps');
  return consentToShow(kept);
};
