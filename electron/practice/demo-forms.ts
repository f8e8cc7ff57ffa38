import { Temporal } from 'temporal-polyfill';
import type { CallName, InputOf, OutputOf } from '../../shared/calls.ts';
import type { ConsentForm, FormElement } from '../../shared/consent-form.ts';
import { type Answer, type Answers, askedAnswers, partsToReview } from '../../shared/form-answers.ts';
import type { Filling } from '../../shared/handover.ts';
import type { Signature } from '../../shared/signatures.ts';
import { type CalendarDay, dayIn } from '../../shared/time.ts';
import { demoPassphrase } from '../../shared/vault.ts';

/** How the invented people of the demo practice fill in and sign, as in the room: one hand-over for all forms of a visit. */

export type Ask = <N extends CallName>(name: N, input: InputOf<N>) => Promise<OutputOf<N>>;

export type DemoVisit = {
  readonly name: string;
  readonly forms: InputOf<'handover.begin'>['forms'];
  /** Beside the client and the practitioner. */
  readonly others?: readonly Signature[];
  /** Where they answer otherwise than most. */
  readonly answers?: Answers;
  readonly talk?: readonly string[];
  /** What became of it; `waits` is not read through yet. */
  readonly outcome: 'signed' | 'waits' | { readonly takenBack: string; readonly parts: readonly string[]; readonly words: string };
};

export const chose = (value: string): Answer => ({ kind: 'choice', value, other: '' });
export const inWords = (text: string): Answer => ({ kind: 'text', text });

const areas: Answer = {
  kind: 'map',
  areas: {
    'B-TRAP-L': 'yes',
    'B-TRAP-R': 'yes',
    'F-FOREARM-L': 'yes',
    'F-FOREARM-R': 'yes',
    'F-PALM-L': 'yes',
    'F-PALM-R': 'yes',
    'B-NECK': 'ask',
  },
};

const initialsOf = (name: string): string =>
  name
    .split(' ')
    .map((word) => [...word][0] ?? '')
    .join('');

/** Most sign for themselves, and name no dates of their own. */
const leftEmpty = ['authority', 'desc-dates'];

const answerTo = (element: FormElement, name: string, today: CalendarDay): Answer | null => {
  if (leftEmpty.includes(element.id)) return null;
  switch (element.capture) {
    case 'text':
      return inWords('Driving on the motorway again without my shoulders climbing to my ears');
    case 'map':
      return areas;
    case 'choice':
      return chose(element.options[element.id === 'contact-level' ? 2 : 0]?.value ?? '');
    case 'multi':
      return { kind: 'multi', values: element.options.slice(0, 1).map(({ value }) => value), other: '' };
    case 'date':
      return { kind: 'date', day: Temporal.PlainDate.from(today).add({ days: 20 }).toString() };
    case 'initial':
      return { kind: 'initials', initials: initialsOf(name) };
    case 'confirm':
      return { kind: 'agreed' };
    case 'display':
    case 'system':
    case 'signature':
    case 'spoken_or_signature':
    case 'spoken_recorded':
    case 'upload':
    case 'scale':
    case 'contacts':
    case 'screen':
      return null;
  }
};

const answersTo = (form: ConsentForm, visit: DemoVisit, today: CalendarDay): Answers => {
  const left = new Set(visit.talk);
  const all = form.elements.flatMap((element): [string, Answer][] => {
    const answer = visit.answers?.[element.id] ?? answerTo(element, visit.name, today);
    return answer && element.by === 'client' && !left.has(element.id) ? [[element.id, answer]] : [];
  });
  return askedAnswers(form, Object.fromEntries(all));
};

const isAskedToSign = (form: ConsentForm, { signer }: Signature): boolean =>
  form.elements.some((element) => element.signers.includes(signer));

const fillIn = async (
  ask: Ask,
  handoverId: string,
  { id, form, revision, answers: written }: Filling,
  visit: DemoVisit & { readonly today: CalendarDay },
): Promise<Answers> => {
  const { name, today, others = [], talk = [] } = visit;
  const answers = { ...answersTo(form, visit, today), ...written };
  const own: Signature[] = [
    { signer: 'client', method: 'typed', name },
    { signer: 'young_person', method: 'typed', name },
  ];
  await ask('handover.answer', {
    handoverId,
    fillingId: id,
    revision,
    answers,
    talk: talk.filter((part) => form.elements.some((element) => element.id === part)),
    seen: form.elements.map((element) => element.id),
    signatures: [...own, ...others].filter((signature) => isAskedToSign(form, signature)),
    substitutesAgreed: false,
    page: 0,
  });
  return answers;
};

const finish = async (ask: Ask, { id: fillingId, form }: Filling, answers: Answers, practitioner: Signature): Promise<string> => {
  await ask('handover.review', { fillingId, reviewed: [...partsToReview(form, answers)] });
  const signatures = [practitioner].filter((signature) => isAskedToSign(form, signature));
  return (await ask('consent.sign', { fillingId, shownSha256: form.shownSha256, signatures })).id;
};

/** The client fills and signs while the screen is theirs, the practitioner reads it through and signs after. */
export const keepVisit = async (ask: Ask, clientId: string, visit: DemoVisit, practitioner: Signature): Promise<void> => {
  await ask('handover.begin', { clientId, forms: visit.forms });
  const { id: handoverId, begunAt, fillings } = await ask('handover.current', {});
  const today = dayIn(begunAt, 'UTC');
  const given: Answers[] = [];
  for (const filling of fillings) given.push(await fillIn(ask, handoverId, filling, { ...visit, today }));
  await ask('handover.end', { handoverId, passphrase: demoPassphrase });
  if (visit.outcome === 'waits') return;

  for (const [index, filling] of fillings.entries()) {
    const consentId = await finish(ask, filling, given[index] ?? {}, practitioner);
    if (visit.outcome === 'signed' || visit.outcome.takenBack !== filling.form.id) continue;
    const { parts, words } = visit.outcome;
    await ask('consent.withdraw', { consentId, by: 'client', parts: [...parts], words });
  }
};
