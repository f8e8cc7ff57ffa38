import { Refusal, Refused } from '../../shared/app-error.ts';
import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import type { ConsentForm } from '../../shared/consent-form.ts';
import {
  type Answers,
  answersNotAllowed,
  askedAnswers,
  sameAnswers,
  takesAnswer,
  unansweredStatements,
} from '../../shared/form-answers.ts';
import { type Signature, signaturesNotAllowed } from '../../shared/signatures.ts';
import { recordAudit } from '../audit/audit-repository.ts';
import { warmFrame } from '../documents/pdf-frame.ts';
import type { Practice, Reader } from '../practice/practice.ts';
import { unfinishedIn } from './consent-service.ts';
import { fillingOf, fillingsOfClient, fillingsOfHandover, type KeptFilling, keepFilling } from './filling-repository.ts';
import { fillingView } from './filling-view.ts';
import { type FormWorld, formFor, formWorldOf } from './form-world.ts';
import { endHandoverRow, handoverInProgress, insertHandover, setResting } from './handover-repository.ts';
import { refuseIfPaperChosen } from './paper-chosen.ts';

type Asked = ParsedInputOf<'handover.begin'>['forms'][number];

/** What the practitioner writes is theirs alone, and must be there before the client reads the form. */
const practitionersPart = (form: ConsentForm, answers: Answers): Answers => {
  const own = new Set(form.elements.filter((element) => element.by === 'practitioner').map(({ id }) => id));
  const foreign = [...Object.keys(answers).filter((id) => !own.has(id)), ...answersNotAllowed(form, answers)];
  if (foreign.length > 0) throw new Refusal('answers-not-allowed', { elements: [...new Set(foreign)] });
  const open = unansweredStatements(form, answers).filter((id) => own.has(id));
  if (open.length > 0) throw new Refusal('statements-unanswered', { elements: open });
  return answers;
};

const fresh = (
  answers: Answers,
): Pick<KeptFilling, 'answers' | 'talk' | 'seen' | 'reviewed' | 'signatures' | 'signedAt' | 'substitutesAgreed' | 'page'> => ({
  answers,
  talk: [],
  seen: [],
  reviewed: [],
  signatures: [],
  signedAt: null,
  substitutesAgreed: false,
  page: 0,
});

/** Another text is read from the start: answers that still fit stay, signatures do not. */
const goneOnWith = (before: KeptFilling, form: ConsentForm, own: Answers) => {
  const theirs = Object.fromEntries(
    Object.entries(before.answers).filter(([id]) => form.elements.some((element) => element.id === id && element.by !== 'practitioner')),
  );
  const answers = { ...theirs, ...own };
  if (before.shownSha256 === form.shownSha256 && sameAnswers(answers, before.answers)) return { ...before, reviewed: [] };
  const unfit = answersNotAllowed(form, answers);
  const fitting = Object.fromEntries(Object.entries(answers).filter(([id]) => !unfit.includes(id)));
  return { ...fresh(fitting), talk: before.talk.filter((id) => form.elements.some((element) => element.id === id)) };
};

const prepared = (
  practice: Practice,
  world: FormWorld,
  asked: Asked,
  handover: { readonly id: string; readonly position: number; readonly before: KeptFilling | undefined },
): KeptFilling => {
  const form = formFor(practice, world, asked.formId, asked.blanks);
  if (form.unfilled.length > 0)
    throw new Refusal('placeholders-unfilled', { formId: form.id, placeholders: form.unfilled.map((blank) => blank.placeholder) });
  const own = practitionersPart(form, asked.answers);
  return {
    ...(handover.before ? goneOnWith(handover.before, form, own) : fresh(own)),
    id: handover.before?.id ?? practice.newId(),
    handoverId: handover.id,
    clientId: world.client.id,
    position: handover.position,
    formId: form.id,
    formVersion: form.version,
    shownSha256: form.shownSha256,
    blanks: asked.blanks,
    revision: (handover.before?.revision ?? 0) + 1,
    savedAt: practice.now(),
  };
};

export const beginHandover = async (practice: Practice, input: ParsedInputOf<'handover.begin'>): Promise<OutputOf<'handover.begin'>> => {
  const world = await formWorldOf(practice, input.clientId);
  if (world.client.archivedAt !== null) throw new Refusal('client-archived');
  await refuseIfPaperChosen(practice, world, input.forms);
  const before = await fillingsOfClient(practice.db, input.clientId);
  const id = practice.newId();

  const wanted = input.forms.filter((form, index) => input.forms.findIndex((other) => other.formId === form.formId) === index);
  const fillings = wanted.map((form, position) =>
    prepared(practice, world, form, { id, position, before: before.find((one) => one.formId === form.formId) }),
  );

  await practice.write(async (tx) => {
    await insertHandover(tx, { id, clientId: input.clientId, begunAt: practice.now(), begunBy: practice.actor.id });
    for (const filling of fillings) await keepFilling(tx, filling);
    await recordAudit(tx, practice, { clientId: input.clientId, recordId: id });
  });
  practice.handOver.begin({ id, clientId: input.clientId });
  practice.changed('vault', 'handover');
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
  const fillings = await fillingsOfHandover(practice.db, kept.id);
  return {
    ...kept,
    chosenName: world.client.chosenName,
    practitionerName: world.profile.practitionerName,
    fillings: await Promise.all(fillings.map((filling) => fillingView(practice, practice.db, world, filling))),
  };
};

/** The filling of the hand-over that is on now. Two hand-overs one after the other never mix. */
const heldFilling = async (
  practice: Practice,
  input: { readonly handoverId: string; readonly fillingId: string },
): Promise<KeptFilling> => {
  if (practice.handOver.current()?.id !== input.handoverId) throw new Refusal('handover-over');
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

const refuseUnfit = (
  form: ConsentForm,
  kept: KeptFilling,
  answers: Answers,
  input: ParsedInputOf<'handover.answer'>,
  world: FormWorld,
): void => {
  const own = form.elements.filter((element) => element.by === 'practitioner').map(({ id }) => id);
  const touched = own.filter((id) => !sameAnswers({ one: kept.answers[id] } as Answers, { one: answers[id] } as Answers));
  const foreign = [...new Set([...touched, ...answersNotAllowed(form, answers)])];
  if (foreign.length > 0) throw new Refusal('answers-not-allowed', { elements: foreign });
  const unknown = [...input.talk, ...input.seen].filter((id) => !form.elements.some((element) => element.id === id));
  if (unknown.length > 0) throw new Refusal('parts-not-in-form', { elements: [...new Set(unknown)] });
  const odd = [
    ...signaturesNotAllowed(form, input.signatures, world.party),
    ...input.signatures.filter((one) => one.signer === 'practitioner').map((one) => one.signer),
  ];
  if (odd.length > 0) throw new Refusal('signatures-incomplete', { signers: [...new Set(odd)] });
};

export const answerInHandover = async (
  practice: Practice,
  input: ParsedInputOf<'handover.answer'>,
): Promise<OutputOf<'handover.answer'>> => {
  const kept = await heldFilling(practice, input);
  const world = await formWorldOf(practice, kept.clientId);
  const form = formFor(practice, world, kept.formId, kept.blanks);
  if (form.shownSha256 !== kept.shownSha256) throw new Refusal('form-changed');
  const answers = askedAnswers(form, input.answers);
  refuseUnfit(form, kept, answers, input, world);

  const signatures = standing(kept, answers, input.signatures);
  const same = JSON.stringify(signatures) === JSON.stringify(kept.signatures);
  const next: KeptFilling = {
    ...kept,
    answers,
    talk: input.talk.filter((id) => form.elements.some((element) => element.id === id && takesAnswer(element) && !(id in answers))),
    seen: [...new Set([...kept.seen, ...input.seen])],
    signatures,
    signedAt: signatures.length === 0 ? null : same ? kept.signedAt : practice.now(),
    substitutesAgreed: input.substitutesAgreed,
    page: input.page,
    revision: kept.revision + 1,
    savedAt: practice.now(),
  };
  await practice.write(async (tx) => {
    // Looked at again inside: what was saved meanwhile is not lost under this one.
    const now = await fillingOf(tx, kept.id);
    if (now?.revision !== input.revision) throw new Refused({ code: 'conflict', current: { revision: now?.revision ?? null } });
    await keepFilling(tx, next);
  });
  return { revision: next.revision, savedAt: next.savedAt, signatures: next.signatures, clientId: next.clientId };
};

export const checkInHandover = async (practice: Practice, input: ParsedInputOf<'handover.check'>): Promise<OutputOf<'handover.check'>> => {
  const kept = await heldFilling(practice, input);
  const unfinished = unfinishedIn(practice, await formWorldOf(practice, kept.clientId), kept, kept.signatures);
  return { ...unfinished, waiting: unfinished.waiting.filter((signer) => signer !== 'practitioner') };
};

export const pauseHandover = async (practice: Practice, input: ParsedInputOf<'handover.pause'>): Promise<OutputOf<'handover.pause'>> => {
  if (practice.handOver.current()?.id !== input.handoverId) throw new Refusal('handover-over');
  await practice.write((tx) => setResting(tx, input.handoverId, input.resting));
  practice.handOver.rest(input.resting);
  return { resting: input.resting };
};

export const endHandover = async (practice: Practice, input: ParsedInputOf<'handover.end'>): Promise<OutputOf<'handover.end'>> => {
  const held = practice.handOver.current();
  if (held?.id !== input.handoverId) throw new Refusal('handover-over');
  await practice.ownPassphrase(input.passphrase);
  await practice.write(async (tx) => {
    await endHandoverRow(tx, held.id, { at: practice.now(), by: practice.actor.id });
    await recordAudit(tx, practice, { clientId: held.clientId, recordId: held.id });
  });
  practice.handOver.end();
  practice.changed('vault', 'handover', 'consents');
  return { clientId: held.clientId };
};
