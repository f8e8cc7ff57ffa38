import { Refusal, Refused } from '../../shared/app-error.ts';
import type { ParsedInputOf } from '../../shared/calls.ts';
import type { ConsentForm } from '../../shared/consent-form.ts';
import { endDatesNotAllowed } from '../../shared/end-dates.ts';
import { type Answers, answersNotAllowed, sameAnswers, unansweredStatements } from '../../shared/form-answers.ts';
import { lastPage } from '../../shared/handover.ts';
import { headsOf } from '../documents/documents-repository.ts';
import type { Practice } from '../practice/practice.ts';
import type { KeptFilling } from './filling-repository.ts';
import { type FormWorld, formFor } from './form-world.ts';
import { endsOf, hasEnded } from './signing-day.ts';
import { answersSinceTakenBack } from './taken-back-since.ts';

type Asked = ParsedInputOf<'handover.begin'>['forms'][number];

const partsOfPractitioner = (form: ConsentForm): ReadonlySet<string> =>
  new Set(form.elements.filter((element) => element.by === 'practitioner').map(({ id }) => id));

const only = (answers: Answers, keep: (id: string) => boolean): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([id]) => keep(id)));

/** What the practitioner writes is theirs alone, and must be there before the client reads the form. */
const refuseUnfitOwn = (form: ConsentForm, answers: Answers, parts: ReadonlySet<string>): void => {
  const foreign = [...Object.keys(answers).filter((id) => !parts.has(id)), ...answersNotAllowed(form, answers)];
  if (foreign.length > 0) throw new Refusal('answers-not-allowed', { formId: form.id, elements: [...new Set(foreign)] });
  const open = unansweredStatements(form, answers).filter((id) => parts.has(id));
  if (open.length > 0) throw new Refusal('statements-unanswered', { formId: form.id, elements: open });
};

/** A paper that is named is one of this client's. */
export const refuseForeignPapers = async (practice: Practice, clientId: string, answers: Answers): Promise<void> => {
  const ids = Object.values(answers).flatMap((answer) => (answer.kind === 'upload' ? [answer.documentId] : []));
  if (ids.length === 0) return;
  const theirs = new Set((await headsOf(practice.db, ids)).filter((head) => head.clientId === clientId).map((head) => head.id));
  if (ids.some((id) => !theirs.has(id))) throw new Refused({ code: 'not-found', what: 'document' });
};

type Standing = Pick<KeptFilling, 'answers' | 'talk' | 'seen' | 'reviewed' | 'signatures' | 'signedAt' | 'substitutesAgreed' | 'page'>;

const fresh = (answers: Answers): Standing => ({
  answers,
  talk: [],
  seen: [],
  reviewed: [],
  signatures: [],
  signedAt: {},
  substitutesAgreed: false,
  page: 0,
});

/**
 * Another text, or other words of the practitioner's, is read from the start: answers that still fit stay, signatures do not. Nor does
 * a day that has come meanwhile, or a signature whose time is over.
 */
const goneOnWith = (before: KeptFilling, form: ConsentForm, answers: Answers, isOver: boolean): Standing => {
  if (!isOver && before.shownSha256 === form.shownSha256 && sameAnswers(answers, before.answers))
    return { ...before, reviewed: [], page: before.page === lastPage ? 0 : before.page };
  const unfit = answersNotAllowed(form, answers);
  const parts = new Set(form.elements.map(({ id }) => id));
  return { ...fresh(only(answers, (id) => !unfit.includes(id))), talk: before.talk.filter((id) => parts.has(id)) };
};

/**
 * One form as it is handed over. One that came back unfinished goes on where it stood, with what the practitioner wrote then unless
 * it is written anew, and without places taken back since.
 * @throws Refusal form-not-offered, placeholders-unfilled, answers-not-allowed, statements-unanswered
 */
export const prepareFilling = async (
  practice: Practice,
  world: FormWorld,
  asked: Asked,
  handover: { readonly id: string; readonly position: number; readonly before: KeptFilling | undefined },
): Promise<KeptFilling> => {
  const { before } = handover;
  const since = before ? await answersSinceTakenBack(practice.db, before) : {};
  const blanks = { ...before?.blanks, ...asked.blanks };
  const form = formFor(practice, world, { ...asked, blanks });
  if (form.unfilled.length > 0)
    throw new Refusal('placeholders-unfilled', { formId: form.id, placeholders: form.unfilled.map((blank) => blank.placeholder) });

  const parts = partsOfPractitioner(form);
  const unfit = answersNotAllowed(form, since);
  const past = endDatesNotAllowed(since, world.today);
  const isOver = before !== undefined && hasEnded(endsOf(practice, world, form, before), world.today);
  const own = { ...only(since, (id) => parts.has(id) && !unfit.includes(id)), ...asked.answers };
  refuseUnfitOwn(form, own, parts);
  await refuseForeignPapers(practice, world.client.id, own);

  return {
    ...(before ? goneOnWith(before, form, { ...only(since, (id) => !parts.has(id) && !past.includes(id)), ...own }, isOver) : fresh(own)),
    id: before?.id ?? practice.newId(),
    handoverId: handover.id,
    clientId: world.client.id,
    position: handover.position,
    formId: form.id,
    area: form.area,
    formVersion: form.version,
    shownSha256: form.shownSha256,
    blanks,
    said: before?.said ?? null,
    revision: (before?.revision ?? 0) + 1,
    savedAt: practice.now(),
  };
};
