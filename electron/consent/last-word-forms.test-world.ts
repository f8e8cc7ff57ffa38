import { type Answers, askedAnswers, partsToReview } from '../../shared/form-answers.ts';
import type { Filled, Filling, Handover } from '../../shared/handover.ts';
import { intakeFormId } from '../../shared/intake.ts';
import { type Signature, signersWaiting } from '../../shared/signatures.ts';
import { testPassphrase } from '../practice/practice.test-world.ts';
import { ofPlace } from './area-consent.test-world.ts';
import { answersTo } from './consent.test-world.ts';
import { type Level, neck, seat, trap, type Word } from './last-word-oracle.test-world.ts';
import {
  closeAll,
  closing,
  isSame,
  judgeShown,
  levelAt,
  levelWord,
  mapAt,
  markIn,
  opening,
  overIn,
  readIn,
  shownPlaces,
  type Touch,
  tick,
  touched,
  type Walk,
} from './last-word-walk.test-world.ts';

export const formIds = {
  intake: intakeFormId,
  consent: 'informed-consent',
  guardian: 'minor-consent',
  stop: 'withdrawal',
  seat: 'area-consent',
} as const;
export type FormName = keyof typeof formIds;

/** What a client does with one form while the screen is theirs. */
export type Act = {
  readonly form: FormName;
  readonly touch: Touch;
  /** They change their mind before they give the screen back. */
  readonly again: Touch | null;
  readonly sign: boolean;
  /** They come to every page, or to none. */
  readonly seen: boolean;
  readonly stops: 'keep' | 'all_contact' | 'area' | 'letter';
};

const partsOf: Readonly<Record<FormName, { readonly places: string; readonly level: string | null }>> = {
  intake: { places: 'a-areas', level: 'a-contact-level' },
  consent: { places: 'areas', level: 'contact-level' },
  guardian: { places: 'areas', level: null },
  stop: { places: 'none', level: null },
  seat: { places: 'area', level: null },
};

export const sourceOf = (walk: Walk, form: FormName, fillingId: string): string =>
  form === 'intake' ? `intake:${walk.round}` : `${form}:${fillingId}`;

/** Words said in one form, which count from when the screen is given back. */
type Said = { at: number; words: Word[]; instead: Word['about'][]; stops: string | null };

const signaturesIn = (walk: Walk, filling: Filling, answers: Answers): Signature[] => {
  const signers = signersWaiting(filling.form, [], { underAge: walk.told.underAge }, answers).filter((signer) => signer !== 'practitioner');
  return signers.map((signer) => ({ signer, method: 'typed', name: `Maya ${walk.told.now}` }));
};

const withTouch = (filling: Filling, form: FormName, touch: Touch, stops: Act['stops']): { answers: Answers; talk: string[] } => {
  const ids = partsOf[form];
  const { [ids.places]: _, [ids.level ?? '']: __, ...rest } = filling.answers;
  const { [ids.places]: ___, [ids.level ?? '']: ____, what: _____, ...fresh } = form === 'intake' ? {} : answersTo(filling.form);
  const map = form === 'stop' ? null : touched(mapAt(filling.answers, ids.places), touch, shownPlaces(filling));
  const before = ids.level === null ? null : levelAt(filling.answers, ids.level);
  const level: Level | null =
    touch.level === 'keep' ? (before ?? (form === 'consent' ? 3 : null)) : touch.level === 'clear' ? null : touch.level;
  const answers: Answers = {
    ...fresh,
    ...(form === 'seat' ? { alternatives: { kind: 'multi', values: ['leave_out'], other: '' } } : {}),
    ...rest,
    ...(map ? { [ids.places]: map } : {}),
    ...(ids.level !== null && level !== null ? { [ids.level]: { kind: 'choice', value: `C${level}`, other: '' } } : {}),
    ...(form === 'stop' && stops !== 'keep' ? { what: { kind: 'multi', values: [stops], other: '' } } : {}),
  };
  return { answers: askedAnswers(filling.form, answers), talk: map === null && touch.talk && form !== 'stop' ? [ids.places] : [] };
};

/** What was said in a form just now, of places and level. */
const wordsOf = (walk: Walk, form: FormName, filling: Filling, filled: Pick<Filled, 'answers' | 'seen'>, at: number): Said => {
  const ids = partsOf[form];
  const from = sourceOf(walk, form, filling.id);
  const [before, after] = [mapAt(filling.answers, ids.places), mapAt(filled.answers, ids.places)];
  const [words, instead]: [Word[], Word['about'][]] = [[], []];
  const hasSeen = filled.seen.includes(ids.places) || filling.seen.includes(ids.places);
  if (form === 'seat') {
    if (after?.areas[seat] === 'no') words.push(closing(at, seat, { from }));
    return { at, words, instead, stops: null };
  }
  for (const place of after || hasSeen ? shownPlaces(filling) : []) {
    const now = markIn(after, place);
    // Places nobody ever marked, and a page that was passed by: whether that is a no is left open.
    const isSaid = after !== null || before !== null;
    const waiting = now.state !== 'no' || (isSaid && hasSeen) ? 'closes' : 'perhaps';
    const was = markIn(before, place);
    const stood = now.state !== 'no' && was.state === now.state && was.limit === now.limit;
    words.push(opening(at, place, now.state, now.limit, { from, waiting, stood }));
    if (!stood) instead.push(place);
  }
  const [wasLevel, level] = ids.level === null ? [null, null] : [levelAt(filling.answers, ids.level), levelAt(filled.answers, ids.level)];
  if (level !== null) words.push(levelWord(at, level, { from, stood: level === wasLevel }));
  else if (wasLevel !== null) words.push(levelWord(at, 0, { from, waiting: 'silent' }));
  if (level !== wasLevel) instead.push('level');
  return { at, words, instead, stops: null };
};

/** One answer on the screen, kept; null where nothing was said of touch in it. */
const answerOnce = async (
  walk: Walk,
  handover: Handover,
  act: Act,
  touch: Touch,
  filling: Filling,
  sign: boolean,
  shown: Filling = filling,
): Promise<{ said: Said | null; filling: Filling }> => {
  const { form } = act;
  const ids = partsOf[form];
  const at = tick(walk);
  walk.world.later(1_000);
  const { answers, talk } = withTouch(filling, form, touch, act.stops);
  const touchesMap =
    !isSame(filling.answers[ids.places], answers[ids.places]) || !isSame(filling.answers[ids.level ?? ''], answers[ids.level ?? '']);
  const seen = act.seen || touchesMap ? filling.form.elements.map(({ id }) => id) : filling.seen;
  const signed = sign && form !== 'intake';
  const signatures = signed ? signaturesIn(walk, filling, answers) : filling.signatures;
  const filled: Filled = { answers, talk, seen, signatures, substitutesAgreed: false, page: 0 };
  const reply = await walk.world.call('handover.answer', {
    ...filled,
    handoverId: handover.id,
    fillingId: filling.id,
    revision: filling.revision,
  });
  if (!reply.ok) {
    walk.log.push(`answer ${form} ${JSON.stringify(reply.error)}`);
    return { said: null, filling };
  }
  const next: Filling = { ...filling, ...filled, signatures: reply.value.signatures, revision: reply.value.revision, talk };
  const waiting = walk.waiting.get(form);
  if (waiting) waiting.signed = reply.value.signatures.length === 0 ? null : signed ? at : waiting.signed;
  if (form === 'stop') {
    const what = answers.what?.kind === 'multi' ? (answers.what.values[0] ?? null) : null;
    const isAnew = signed || !isSame(filling.answers.what, answers.what) || !('who' in filling.answers);
    return { said: isAnew && what ? { at, words: [], instead: [], stops: what } : null, filling: next };
  }
  const isSaid = touchesMap || (signed && (ids.places in answers || (ids.level ?? '') in answers));
  return { said: isSaid ? wordsOf(walk, form, { ...shown, seen: filling.seen }, filled, at) : null, filling: next };
};

const fillingFor = (handover: Handover, form: FormName): Filling | undefined =>
  handover.fillings.find((one) => one.form.id === formIds[form]);

const answered = async (walk: Walk, handover: Handover, act: Act): Promise<{ act: Act; filling: Filling; said: Said | null } | null> => {
  const filling = fillingFor(handover, act.form);
  if (!filling) return null;
  if (act.form !== 'stop' && act.form !== 'seat') judgeShown(walk, sourceOf(walk, act.form, filling.id), filling, partsOf[act.form]);
  const before = walk.waiting.get(act.form);
  if (act.form !== 'intake') {
    const signed = filling.signatures.length > 0 ? (before?.signed ?? null) : null;
    walk.waiting.set(act.form, { fillingId: filling.id, signed, said: before?.said ?? null, stops: before?.stops ?? null, reviewed: [] });
  }
  const first = await answerOnce(walk, handover, act, act.touch, filling, act.sign && act.again === null);
  if (act.again === null) return { act, filling, said: first.said };
  const second = await answerOnce(walk, handover, act, act.again, first.filling, act.sign, filling);
  return { act, filling, said: second.said ?? first.said };
};

/** The words count from now: those of the guardian's form, and what stops, after all that was said in the same sitting. */
const keepSaid = (walk: Walk, act: Act, filling: Filling, said: Said, end: number): void => {
  const waiting = walk.waiting.get(act.form);
  if (waiting) waiting.said = said.at;
  const from = sourceOf(walk, act.form, filling.id);
  if (act.form === 'stop') {
    if (waiting) waiting.stops = said.stops;
    if (said.stops !== 'all_contact' && said.stops !== 'area') return;
    closeAll(walk, end);
    if (said.stops === 'all_contact') walk.told.words.push(levelWord(end, 0));
    return;
  }
  for (const about of said.instead) overIn(walk, from, about);
  walk.told.words.push(...said.words.map((word) => (act.form === 'guardian' ? { ...word, at: end } : word)));
};

export const handOverTo = async (walk: Walk, acts: readonly Act[]): Promise<void> => {
  const wanted = acts.filter(
    (act, index) =>
      acts.findIndex((other) => other.form === act.form) === index &&
      (act.form !== 'intake' || walk.round !== null) &&
      (act.form !== 'seat' || (walk.told.seatSince !== null && !walk.told.underAge)),
  );
  if (wanted.length === 0) return;
  const forms = wanted.map(({ form }) => (form === 'seat' ? ofPlace(seat) : { formId: formIds[form] }));
  const begun = await walk.world.call('handover.begin', { clientId: walk.clientId, forms });
  if (!begun.ok) {
    walk.log.push(`begin ${JSON.stringify(begun.error)}`);
    return;
  }
  const handover = await walk.world.ok('handover.current', {});
  const done = [];
  for (const act of wanted) done.push(await answered(walk, handover, act));
  const end = tick(walk);
  await walk.world.ok('handover.end', { handoverId: handover.id, passphrase: testPassphrase });
  for (const one of done) if (one?.said) keepSaid(walk, one.act, one.filling, one.said, end);
};

/** Reads a form that waits through, and signs it. */
export const complete = async (walk: Walk, form: FormName): Promise<void> => {
  const waiting = walk.waiting.get(form);
  const filling = (await walk.world.ok('handover.returned', { clientId: walk.clientId })).fillings.find(
    ({ id }) => id === waiting?.fillingId,
  );
  if (!waiting || !filling) return;
  await walk.world.ok('handover.review', { fillingId: filling.id, reviewed: [...partsToReview(filling.form, filling.answers)] });
  const hana: Signature = { signer: 'practitioner', method: 'typed', name: 'Hana Lindqvist' };
  const signatures = filling.form.elements.some(({ signers }) => signers.includes('practitioner')) ? [hana] : [];
  const reply = await walk.world.call('consent.sign', { fillingId: filling.id, shownSha256: filling.form.shownSha256, signatures });
  if (!reply.ok) {
    walk.log.push(`complete ${form} ${JSON.stringify(reply.error)}`);
    return;
  }
  const at = tick(walk);
  walk.waiting.delete(form);
  walk.told.completed.push({ formId: formIds[form], id: reply.value.id, signed: waiting.signed ?? 0, at, elapsed: walk.told.elapsed });
  if (form === 'guardian') {
    const map = mapAt(filling.answers, 'areas');
    walk.told.guardian = { [trap]: markIn(map, trap), [neck]: markIn(map, neck), [seat]: markIn(map, seat) };
  }
  if (form === 'consent') readIn(walk, sourceOf(walk, form, filling.id));
  if (form !== 'stop' || (waiting.stops !== 'all_contact' && waiting.stops !== 'area')) return;
  closeAll(walk, at, { waiting: 'perhaps' });
  if (waiting.stops === 'area') return;
  for (const formId of [formIds.consent, formIds.guardian, formIds.seat])
    walk.told.takenBack[formId] = { said: Math.max(waiting.said ?? 0, walk.told.takenBack[formId]?.said ?? 0), kept: at };
};

export const setAside = async (walk: Walk, form: FormName): Promise<void> => {
  const waiting = walk.waiting.get(form);
  if (!waiting) return;
  const reply = await walk.world.call('handover.setAside', { fillingId: waiting.fillingId });
  if (reply.ok) walk.waiting.delete(form);
  else walk.log.push(`set aside ${JSON.stringify(reply.error)}`);
};
