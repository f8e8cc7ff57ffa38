import { Refusal, Refused } from '../../shared/app-error.ts';
import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import type { ConsentForm } from '../../shared/consent-form.ts';
import { endDatesNotAllowed } from '../../shared/end-dates.ts';
import { type Answers, answerAsText, answersNotAllowed, askedAnswers, sameAnswers, takesAnswer } from '../../shared/form-answers.ts';
import { type Signature, signaturesNotAllowed } from '../../shared/signatures.ts';
import type { Instant } from '../../shared/time.ts';
import { recordAudit } from '../audit/audit-repository.ts';
import { warmFrame } from '../documents/pdf-frame.ts';
import { checkedNumbers } from '../intake/crisis-settings-service.ts';
import { leftUrgently } from '../intake/health-calm.ts';
import { takeInHealth } from '../intake/health-taken-in.ts';
import { takeInIntake } from '../intake/intake-taken-in.ts';
import { refuseWhileCrisisUnread } from '../intake/refuse-crisis-unread.ts';
import type { HandedOver, Practice, Reader, Tx } from '../practice/practice.ts';
import { noteToRead, refuseNotToRead } from '../sessions/note-review.ts';
import { refuseWhileSession } from '../sessions/refuse-while-open.ts';
import { unfinishedIn } from './consent-service.ts';
import { eraseFilling, fillingOf, fillingsOfHandover, type KeptFilling, keepFilling } from './filling-repository.ts';
import { fillingView } from './filling-view.ts';
import { type FormWorld, formFor, formWorldOf, isHealthScreen, isIntake, isOffered, isOfRecord, isSameForm } from './form-world.ts';
import { groundOf, refuseChangedMeanwhile } from './handover-ground.ts';
import { endHandoverRow, handoverInProgress, insertHandover, setCalm, setResting } from './handover-repository.ts';
import { tightenFromHandover } from './handover-tightened.ts';
import { nextSaid } from './keep-marks.ts';
import { isLevelPart } from './map-marks.ts';
import { newestMapOf } from './maps-repository.ts';
import { markedBefore } from './marked-before.ts';
import { refuseIfPaperChosen, refuseIfPaperChosenHere } from './paper-chosen.ts';
import { prepareFilling } from './prepare-filling.ts';
import { prepareOfRecord } from './record-filling.ts';
import { isWithdrawal } from './signed-withdrawal.ts';

export const beginHandover = async (practice: Practice, input: ParsedInputOf<'handover.begin'>): Promise<OutputOf<'handover.begin'>> => {
  const world = await formWorldOf(practice, input.clientId);
  if (world.client.archivedAt !== null) throw new Refusal('client-archived');
  await refuseIfPaperChosen(practice, world, input.forms);
  const before = await groundOf(practice.db, input.clientId, input.forms);
  const id = practice.newId();

  const wanted = input.forms.filter((form, index) => input.forms.findIndex((other) => isSameForm(other, form)) === index);
  const fillings: KeptFilling[] = [];
  for (const [position, form] of wanted.entries())
    fillings.push(
      isOfRecord(form)
        ? await prepareOfRecord(practice, world, form, { id, position })
        : await prepareFilling(practice, world, form, { id, position, before: before.fillings.find((one) => isSameForm(one, form)) }),
    );

  await practice.write(async (tx) => {
    await refuseWhileCrisisUnread(tx);
    await refuseWhileSession(tx, input.clientId);
    await refuseChangedMeanwhile(tx, before, input.clientId, input.forms);
    if (input.noteId !== null) await refuseNotToRead(tx, practice, { noteId: input.noteId, clientId: input.clientId });
    await insertHandover(tx, { id, clientId: input.clientId, begunAt: practice.now(), begunBy: practice.actor.id, noteId: input.noteId });
    for (const filling of fillings) await keepFilling(tx, filling);
    await recordAudit(tx, practice, { clientId: input.clientId, recordId: id });
  });
  practice.handOver.begin({ id, clientId: input.clientId });
  // The page that asked goes: told of more, it would ask for what it may not see any more.
  practice.changed('vault');
  return { handoverId: id };
};

/** The hand-over the practice was in when it was closed. */
export const handoverInProgressOf = (db: Reader) => handoverInProgress(db);

export const currentHandover = async (practice: Practice): Promise<OutputOf<'handover.current'>> => {
  const kept = await handoverInProgress(practice.db);
  if (!kept) throw new Refusal('handover-over');
  const world = await formWorldOf(practice, kept.clientId);
  // Nobody waits for it: a form is read for minutes before it is signed.
  void warmFrame().catch(() => undefined);
  const fillings = (await fillingsOfHandover(practice.db, kept.id)).filter((filling) => isOffered(world, filling));
  const { calmAt, noteId, ...head } = kept;
  return {
    ...head,
    calm: calmAt === null ? null : { numbers: await checkedNumbers(practice) },
    chosenName: world.client.chosenName,
    practitionerName: world.profile.practitionerName,
    fillings: await Promise.all(fillings.map((filling) => fillingView(practice, practice.db, world, filling))),
    marked: noteId === null ? markedBefore(await newestMapOf(practice.db, kept.clientId)) : null,
    note: noteId === null ? null : await noteToRead(practice, { noteId, handoverId: kept.id }),
  };
};

function refuseIfOver<Held extends Pick<HandedOver, 'id'>>(held: Held | null, id: string): asserts held is Held {
  if (held?.id !== id) throw new Refusal('handover-over');
}

/** The filling of the hand-over that is on now. Two hand-overs one after the other never mix. */
const heldFilling = async (
  practice: Practice,
  input: { readonly handoverId: string; readonly fillingId: string },
): Promise<KeptFilling> => {
  refuseIfOver(practice.handOver.current(), input.handoverId);
  const kept = await fillingOf(practice.db, input.fillingId);
  if (kept?.handoverId !== input.handoverId) throw new Refused({ code: 'not-found', what: 'form' });
  return kept;
};

const asText = (signature: Signature): string => JSON.stringify(signature);

/** What was signed was signed with the answers as they stood: under another answer a signature made before falls. */
const standing = (kept: KeptFilling, answers: Answers, signatures: readonly Signature[]): Signature[] => {
  if (sameAnswers(kept.answers, answers)) return [...signatures];
  const before = new Set(kept.signatures.map(asText));
  return signatures.filter((one) => !before.has(asText(one)));
};

/** Each signature is of the moment it came; one that stands unchanged keeps its own. */
const momentsOf = (kept: KeptFilling, signatures: readonly Signature[], now: Instant): KeptFilling['signedAt'] => {
  const before = new Set(kept.signatures.map(asText));
  return Object.fromEntries(signatures.map((one) => [one.signer, (before.has(asText(one)) && kept.signedAt[one.signer]) || now]));
};

const refuseUnfit = (
  form: ConsentForm,
  kept: KeptFilling,
  answers: Answers,
  input: ParsedInputOf<'handover.answer'>,
  world: FormWorld,
): void => {
  const own = form.elements.filter((element) => element.by === 'practitioner').map(({ id }) => id);
  const touched = own.filter((id) => answerAsText(kept.answers[id]) !== answerAsText(answers[id]));
  // A day that was kept before and has come meanwhile is asked for again, and keeps nothing else from being kept.
  const dates = endDatesNotAllowed(answers, world.today).filter((id) => answerAsText(kept.answers[id]) !== answerAsText(answers[id]));
  // Words that were said are the practitioner's to write down, once the screen is theirs again.
  const spoken = Object.keys(answers).filter((id) => answers[id]?.kind === 'spoken' && !own.includes(id));
  const foreign = [...new Set([...touched, ...spoken, ...answersNotAllowed(form, answers), ...dates])];
  if (foreign.length > 0) throw new Refusal('answers-not-allowed', { elements: foreign });
  const unknown = [...input.talk, ...input.seen].filter((id) => !form.elements.some((element) => element.id === id));
  if (unknown.length > 0) throw new Refusal('parts-not-in-form', { elements: [...new Set(unknown)] });
  const odd = [
    ...signaturesNotAllowed(form, input.signatures, world.party),
    ...input.signatures.filter((one) => one.signer === 'practitioner').map((one) => one.signer),
  ];
  if (odd.length > 0) throw new Refusal('signatures-incomplete', { signers: [...new Set(odd)] });
};

/** What was answered is not to be talked about first; on a page of plain questions the rest of them may be. */
const mayBeTalkedAbout = (element: ConsentForm['elements'][number], answers: Answers): boolean =>
  takesAnswer(element) && (element.capture === 'screen' || !(element.id in answers));

/** Places, a level or what is to stop became another; or somebody signed to them as they stand. */
const isSayingOfTouch = (kept: KeptFilling, next: KeptFilling): boolean => {
  const touch = (answers: Answers): Answers =>
    Object.fromEntries(Object.entries(answers).filter(([id, answer]) => isWithdrawal(kept) || answer.kind === 'map' || isLevelPart(id)));
  const before = new Set(kept.signatures.map(asText));
  const hasSignedAnew = next.signatures.some((one) => !before.has(asText(one)));
  const isAnother = !sameAnswers(touch(kept.answers), touch(next.answers));
  return isAnother || (hasSignedAnew && Object.keys(touch(next.answers)).length > 0);
};

export const answerInHandover = async (
  practice: Practice,
  input: ParsedInputOf<'handover.answer'>,
): Promise<OutputOf<'handover.answer'>> => {
  const kept = await heldFilling(practice, input);
  const world = await formWorldOf(practice, kept.clientId);
  const form = formFor(practice, world, kept);
  if (form.shownSha256 !== kept.shownSha256) throw new Refusal('form-changed');
  const answers = askedAnswers(form, input.answers);
  refuseUnfit(form, kept, answers, input, world);

  if (input.signatures.length > 0) await refuseIfPaperChosenHere(practice.db, kept);

  // A page left with an answer that calls for the practitioner was gone through: the questions end there.
  const urgent = isHealthScreen(kept) ? await leftUrgently(practice, form, kept, { ...input, answers }) : [];
  const signatures = standing(kept, answers, input.signatures);
  const next: KeptFilling = {
    ...kept,
    answers,
    talk: input.talk.filter((id) => form.elements.some((element) => element.id === id && mayBeTalkedAbout(element, answers))),
    seen: [...new Set([...kept.seen, ...input.seen, ...urgent])],
    signatures,
    signedAt: momentsOf(kept, signatures, practice.now()),
    substitutesAgreed: input.substitutesAgreed,
    page: input.page,
    revision: kept.revision + 1,
    savedAt: practice.now(),
  };
  await practice.write(async (tx) => {
    // Looked at again inside: the screen may have been given back, and what was saved meanwhile is not lost under this one.
    const held = await handoverInProgress(tx);
    refuseIfOver(held, kept.handoverId);
    if (held.calmAt !== null) throw new Refusal('handover-calm');
    const now = await fillingOf(tx, kept.id);
    if (now?.revision !== input.revision) throw new Refused({ code: 'conflict', current: { revision: now?.revision ?? null } });
    await keepFilling(tx, isSayingOfTouch(kept, next) ? { ...next, said: await nextSaid(tx) } : next);
    if (urgent.length > 0) await setCalm(tx, held.id, next.savedAt);
  });
  return { revision: next.revision, savedAt: next.savedAt, signatures: next.signatures, clientId: next.clientId, calm: urgent.length > 0 };
};

export const checkInHandover = async (practice: Practice, input: ParsedInputOf<'handover.check'>): Promise<OutputOf<'handover.check'>> => {
  const kept = await heldFilling(practice, input);
  // Nobody signs it, and it may be given back at any time.
  if (isOfRecord(kept)) return { unanswered: [], notShown: [], toTalkAbout: [...kept.talk], waiting: [], unprintable: [], leftOut: false };
  const unfinished = unfinishedIn(practice, await formWorldOf(practice, kept.clientId), kept, kept.signatures);
  return { ...unfinished, waiting: unfinished.waiting.filter((signer) => signer !== 'practitioner') };
};

export const pauseHandover = async (practice: Practice, input: ParsedInputOf<'handover.pause'>): Promise<OutputOf<'handover.pause'>> => {
  await practice.write(async (tx) => {
    refuseIfOver(await handoverInProgress(tx), input.handoverId);
    await setResting(tx, input.handoverId, input.resting);
  });
  practice.handOver.rest(input.resting);
  return { resting: input.resting };
};

/**
 * What the client answered in the intake and in the health screen goes into them, and their fillings with that. Every other form waits to
 * be read through. Gives back the card that must be read before anything else.
 */
const takeInAnswers = async (tx: Tx, practice: Practice, handoverId: string, areas: FormWorld['areas']): Promise<string | null> => {
  const fillings = await fillingsOfHandover(tx, handoverId);
  let crisisId: string | null = null;
  for (const filling of fillings.filter(isOfRecord)) {
    const called = isIntake(filling) ? await takeInIntake(tx, practice, { ...filling, areas }) : await takeInHealth(tx, practice, filling);
    crisisId = called ?? crisisId;
    await eraseFilling(tx, filling.id);
  }
  return crisisId;
};

export const endHandover = async (practice: Practice, input: ParsedInputOf<'handover.end'>): Promise<OutputOf<'handover.end'>> => {
  const inProgress = practice.handOver.current();
  refuseIfOver(inProgress, input.handoverId);
  await practice.ownPassphrase(input.passphrase);
  const world = await formWorldOf(practice, inProgress.clientId);
  const ended = await practice.write(async (tx) => {
    const held = await handoverInProgress(tx);
    if (held?.id !== input.handoverId) throw new Refusal('handover-over');
    await endHandoverRow(tx, held.id, { at: practice.now(), by: practice.actor.id });
    await tightenFromHandover(tx, practice, world, held);
    const crisisId = await takeInAnswers(tx, practice, held.id, world.areas);
    await recordAudit(tx, practice, { clientId: held.clientId, recordId: held.id });
    return { clientId: held.clientId, crisisId };
  });
  practice.handOver.end();
  practice.changed('vault', 'handover', 'consents', 'intake', 'maps', 'health', 'safety', 'notes');
  return ended;
};
