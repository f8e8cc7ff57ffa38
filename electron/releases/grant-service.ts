import { Refusal } from '../../shared/app-error.ts';
import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import type { Blanks, Consent } from '../../shared/consent.ts';
import type { Answers } from '../../shared/form-answers.ts';
import { narrowerOf } from '../../shared/release-gate.ts';
import { informationKinds, type SharingDirection, sharingDirections, sharingPurposes } from '../../shared/releases.ts';
import { type AlsoKeep, consentForms, signConsent } from '../consent/consent-service.ts';
import { fileScan } from '../consent/file-scan-service.ts';
import { beginHandover } from '../consent/handover-service.ts';
import { authorityPart } from '../consent/prepare-form.ts';
import { returnedForms } from '../consent/returned-service.ts';
import type { Practice, Tx } from '../practice/practice.ts';
import { getProfile } from '../practice/profile-service.ts';
import { gateNow, releaseToday } from './gate-service.ts';
import {
  draftOf,
  eraseDraft,
  insertRelease,
  type ReleaseDraft,
  releaseOfConsent,
  signedReleasesOf,
  standingIdOf,
} from './releases-repository.ts';
import { releaseNotFound } from './releases-service.ts';

/** The blank of a form that names the release it is for. */
const blank = 'release';

const values = (answers: Answers, part: string): readonly string[] => {
  const answer = answers[part];
  return answer?.kind === 'multi' ? answer.values : answer?.kind === 'choice' ? [answer.value] : [];
};
const words = (answers: Answers, part: string): string => {
  const answer = answers[part];
  return answer?.kind === 'text' ? answer.text : answer?.kind === 'multi' || answer?.kind === 'choice' ? answer.other : '';
};
const among = <T extends string>(known: readonly T[], given: readonly string[]): T[] => known.filter((one) => given.includes(one));

/** Which way it counts: the client may have chosen less than was made ready. @throws Refusal release-direction */
const directionOf = (draft: ReleaseDraft, answers: Answers): SharingDirection => {
  const [chosen] = among(sharingDirections, values(answers, 'direction'));
  const both = chosen === undefined ? draft.direction : narrowerOf(draft.direction, chosen);
  if (both === null) throw new Refusal('release-direction');
  return both;
};

const isPermission = ({ formId }: Pick<Consent, 'formId'>): boolean => formId === 'release-of-information' || formId === 'part2-consent';

/** As it stands on the form. */
const recipientLine = ({ recipient: { name, profession, organisation, address } }: ReleaseDraft): string =>
  [name, profession, organisation, address].filter(Boolean).join(', ');

/** Made ready anew since it was filled, it may name somebody else, or another way, than what was read and signed. */
const saysWhatIsReady = (draft: ReleaseDraft, { release_from: from, release_to: to, release_direction: direction }: Blanks): boolean => {
  const there = recipientLine(draft);
  const named = draft.direction === 'from' ? from : to;
  return direction === draft.direction && (draft.direction === 'both' ? named?.endsWith(`; ${there}`) === true : named === there);
};

/** What a signed permission permits is kept with it, in ids. One whose recipient was typed into it permits nothing. */
const keepGranted: AlsoKeep = async (tx, _, consent, blanks) => {
  const id = blanks[blank];
  if (!isPermission(consent) || id === undefined) return;
  const draft = await draftOf(tx, id);
  if (draft?.clientId !== consent.clientId || draft.formId !== consent.formId) throw releaseNotFound();
  if (!saysWhatIsReady(draft, blanks)) throw new Refusal('form-changed');
  const { answers } = consent;
  await insertRelease(tx, {
    id: draft.id,
    clientId: draft.clientId,
    formId: draft.formId,
    contactId: draft.contactId,
    recipient: draft.recipient,
    direction: directionOf(draft, answers),
    replaces: draft.replaces,
    preparedAt: draft.preparedAt,
    consentId: consent.id,
    kinds: among(informationKinds, values(answers, 'desc')),
    measures: [...values(answers, 'scores')],
    purposes: among(sharingPurposes, values(answers, 'purpose')),
    purposeWords: words(answers, 'purpose'),
    special: values(answers, 'special-categories').filter((value) => value !== 'none'),
    coversWords: words(answers, 'desc-dates'),
    authority: words(answers, authorityPart),
    endEvent: values(answers, 'expire').includes('event') ? words(answers, 'expire-event') : '',
  });
  await eraseDraft(tx, draft.id);
};

/** `consent.sign`: a form like any other, and what it permits where it is a permission to share. */
export const signForm = async (practice: Practice, input: ParsedInputOf<'consent.sign'>): Promise<OutputOf<'consent.sign'>> => {
  const consent = await signConsent(practice, input, keepGranted);
  if (isPermission(consent)) practice.changed('releases', 'letters');
  return consent;
};

export const grantRelease = async (practice: Practice, input: ParsedInputOf<'releases.grant'>): Promise<OutputOf<'releases.grant'>> => {
  const consent = await signForm(practice, input);
  const kept = await releaseOfConsent(practice.db, consent.id);
  if (!kept) throw releaseNotFound();
  return releaseToday(kept, await gateNow(practice));
};

/** The two lines of the form: filled from the directory, so that what is read and what is compared later cannot differ. */
const blanksOf = async (practice: Practice, draft: ReleaseDraft): Promise<Blanks> => {
  const { practitionerName, practiceName } = await getProfile(practice);
  const here = [practitionerName, practiceName].filter(Boolean).join(', ');
  const there = recipientLine(draft);
  const both = `${here}; ${there}`;
  const [from, to] = draft.direction === 'both' ? [both, both] : draft.direction === 'to' ? [here, there] : [there, here];
  return { [blank]: draft.id, release_from: from, release_to: to, release_direction: draft.direction };
};

/** @throws not-found release */
const draftFor = async (
  practice: Practice,
  id: string,
  of: { readonly clientId: string; readonly formId?: string },
): Promise<ReleaseDraft> => {
  const draft = await draftOf(practice.db, id);
  if (draft?.clientId !== of.clientId || draft.formId !== (of.formId ?? draft.formId)) throw releaseNotFound();
  return draft;
};

/** `consent.forms`: with a permission as it reads for whom it was made ready. */
export const formsWithRelease = async (practice: Practice, input: ParsedInputOf<'consent.forms'>): Promise<OutputOf<'consent.forms'>> => {
  if (input.releaseId === null) return consentForms(practice, input);
  const draft = await draftFor(practice, input.releaseId, input);
  return consentForms(practice, { ...input, blanks: { ...input.blanks, ...(await blanksOf(practice, draft)) } });
};

/** Taking back what may go to one recipient says nothing of what may go to another. */
const ofOtherRecipients = (draft: ReleaseDraft | null) => async (tx: Tx) => {
  const recipient = draft && (await standingIdOf(tx, draft.contactId));
  const others = draft ? (await signedReleasesOf(tx, draft.clientId)).filter(({ standingId }) => standingId !== recipient) : [];
  const consentIds = new Set(others.map(({ consentId }) => consentId));
  return ({ id }: Pick<Consent, 'id'>): boolean => consentIds.has(id);
};

/** `consent.fileScan`: a form like any other, and what it permits where it is a permission to share. */
export const fileSignedPaper = async (
  practice: Practice,
  input: ParsedInputOf<'consent.fileScan'>,
): Promise<OutputOf<'consent.fileScan'>> => {
  const draft = input.releaseId === null ? null : await draftFor(practice, input.releaseId, input);
  const blanks = draft ? await blanksOf(practice, draft) : {};
  const consent = await fileScan(practice, input, { blanks, alsoKeep: keepGranted, isOther: ofOtherRecipients(draft) });
  if (draft) practice.changed('releases', 'letters');
  return consent;
};

type Asked = ParsedInputOf<'handover.begin'>;

/** `handover.begin`: a permission to share that was made ready is filled for its recipient. @throws not-found release; Refusal release-waits */
export const beginWithReleases = async (practice: Practice, input: Asked): Promise<OutputOf<'handover.begin'>> => {
  if (!input.forms.some(isPermission)) return beginHandover(practice, input);
  const { fillings } = await returnedForms(practice, input);
  const forms: Asked['forms'] = [];
  for (const form of input.forms) {
    const waits = isPermission(form) ? fillings.find((filling) => filling.form.id === form.formId) : undefined;
    // What goes on where it stood goes on for the same recipient, whatever else was typed.
    const id = form.blanks[blank] ?? waits?.blanks[blank];
    if (id === undefined || !isPermission(form)) {
      forms.push(form);
      continue;
    }
    // Answers about one recipient are no answers about another: the one that came back is finished, or set aside, first.
    if (waits && waits.blanks[blank] !== id) throw new Refusal('release-waits', { fillingId: waits.id });
    const draft = await draftFor(practice, id, { clientId: input.clientId, formId: form.formId });
    forms.push({ ...form, blanks: { ...form.blanks, ...(await blanksOf(practice, draft)) } });
  }
  return beginHandover(practice, { ...input, forms });
};
