import type { ConsentForm, FormElement } from '../../shared/consent-form.ts';
import {
  type Answer,
  type Answers,
  answerAsText,
  askedAnswers,
  isAsked,
  leavesOut,
  unansweredStatements,
} from '../../shared/form-answers.ts';
import type { Filled, Filling } from '../../shared/handover.ts';
import { limits } from '../../shared/limits.ts';
import { isSigned, type Signature } from '../../shared/signatures.ts';
import { Initials } from '../../shared/text.ts';
import { isTheirs } from '../ui/form-pages.ts';
import { type TooLong, tooLong } from '../ui/too-long.ts';
import { lacksName, namedPeople, personTooLong } from './people.ts';

/** One form as it stands on the screen: also what cannot be kept yet, such as a day half typed or a signature without its name. */
export type Sheet = Filled & {
  readonly id: string;
  readonly form: ConsentForm;
  /** Days as they are typed, by part. */
  readonly typed: Readonly<Record<string, string>>;
  /** An answer was given differently after somebody had signed. */
  readonly signAgain: boolean;
};

export const sheetFrom = (filling: Filling): Sheet => ({
  id: filling.id,
  form: filling.form,
  answers: filling.answers,
  talk: filling.talk,
  seen: filling.seen,
  signatures: filling.signatures,
  substitutesAgreed: filling.substitutesAgreed,
  page: filling.page,
  typed: {},
  signAgain: false,
});

/** An answer takes a part off the list to talk about. What was signed was signed with the answers as they stood. */
export const answered = (sheet: Sheet, id: string, answer: Answer | null): Sheet => {
  const { [id]: before, ...others } = sheet.answers;
  const next: Sheet = {
    ...sheet,
    answers: answer ? { ...others, [id]: answer } : others,
    talk: answer ? sheet.talk.filter((one) => one !== id) : sheet.talk,
  };
  if (answerAsText(before) === answerAsText(answer ?? undefined)) return next;
  return { ...next, signatures: [], substitutesAgreed: false, signAgain: sheet.signAgain || sheet.signatures.length > 0 };
};

/** Talking about a part first takes its answer back. What was said on a page of plain questions stays: the rest is talked about. */
export const talkedAbout = (sheet: Sheet, id: string, on: boolean): Sheet => {
  const talk = sheet.talk.filter((one) => one !== id);
  if (!on) return { ...sheet, talk };
  return { ...(sheet.answers[id]?.kind === 'screen' ? sheet : answered(sheet, id, null)), talk: [...talk, id] };
};

/** A page of plain questions that is skipped as it stood: what was said no to another time was not said now, and what was said yes to stays. */
export const skippedAsItStood = (sheet: Sheet, id: string, before: Answers): Sheet => {
  const answer = sheet.answers[id];
  if (answer?.kind !== 'screen' || answerAsText(before[id]) !== answerAsText(answer)) return sheet;
  const stays = Object.fromEntries(Object.entries(answer.answers).filter(([, said]) => said === 'yes' || said === 'not_sure'));
  return answered(sheet, id, Object.keys(stays).length > 0 ? { kind: 'screen', answers: stays } : null);
};

/** Parts that were on the screen; of the health screen, that were gone through: a blank in them was skipped. */
export const seenWith = (sheet: Sheet, ids: readonly string[]): Sheet => ({ ...sheet, seen: [...new Set([...sheet.seen, ...ids])] });

/** A day is an answer once it is one in the calendar; until then it stands as it was typed. */
export const dayTyped = (sheet: Sheet, id: string, typed: string, day: string | null): Sheet => ({
  ...answered(sheet, id, day ? { kind: 'date', day } : null),
  typed: { ...sheet.typed, [id]: typed },
});

export const signedBy = (sheet: Sheet, signer: Signature['signer'], signature: Signature | undefined): Sheet => {
  const others = sheet.signatures.filter((one) => one.signer !== signer);
  return {
    ...sheet,
    signatures: signature ? [...others, signature] : others,
    signAgain: sheet.signAgain && !(signature && isKeepable(signature)),
  };
};

/** What is longer than can be kept is said beside its field; nothing is cut. */
export const answerTooLong = (answer: Answer | undefined): TooLong | null => {
  switch (answer?.kind) {
    case 'text':
      return tooLong(answer.text, limits.paragraph);
    case 'choice':
    case 'multi':
      return tooLong(answer.other, limits.line);
    case 'initials':
      return Initials.maxLength === null ? null : tooLong(answer.initials, Initials.maxLength);
    case 'contacts':
      return answer.people.map(personTooLong).find((long) => long !== null) ?? null;
    default:
      return null;
  }
};

/** A tap, a name too long or a signature that does not say whose it is waits on the screen alone. */
export const isKeepable = (signature: Signature): boolean => isSigned(signature) && tooLong(signature.name, limits.namePart) === null;

/** In the place of an answer too long stands what was kept last; a person without a name yet is left on the screen alone. */
const fitting = (answer: Answer, kept: Answer | undefined): Answer | undefined => {
  if (answerTooLong(answer)) return kept;
  return answer.kind === 'contacts' ? namedPeople(answer) : answer;
};

/** The form as it can be kept now. */
export const keepable = (sheet: Sheet, kept: Answers): Filled => {
  const answers = Object.fromEntries(
    Object.entries(sheet.answers).flatMap(([id, answer]): [string, Answer][] => {
      const fit = fitting(answer, kept[id]);
      return fit ? [[id, fit]] : [];
    }),
  );
  const asked = new Set(sheet.form.elements.filter((one) => isAsked(sheet.form, one, answers)).map(({ id }) => id));
  return {
    answers: askedAnswers(sheet.form, answers),
    talk: sheet.talk.filter((id) => asked.has(id)),
    seen: sheet.seen,
    signatures: sheet.signatures.filter(isKeepable),
    substitutesAgreed: sheet.substitutesAgreed,
    page: sheet.page,
  };
};

/** What was sent with a signature came back without it: under another answer it has fallen, and is asked for again. */
export const withStanding = (sheet: Sheet, sent: Filled, standing: readonly Signature[]): Sheet => {
  const stands = new Set(standing.map(({ signer }) => signer));
  const fallen = new Set(sent.signatures.filter(({ signer }) => !stands.has(signer)).map((one) => JSON.stringify(one)));
  const left = sheet.signatures.filter((one) => !fallen.has(JSON.stringify(one)));
  return left.length === sheet.signatures.length ? sheet : { ...sheet, signatures: left, signAgain: true };
};

/** Whether anything on the screen is not among what can be kept. */
export const holdsBack = (sheet: Sheet): boolean =>
  Object.values(sheet.answers).some((answer) => answerTooLong(answer) !== null || lacksName(answer)) ||
  sheet.signatures.some((one) => !isKeepable(one));

const typedAmiss = (sheet: Sheet, { id }: FormElement): boolean => (sheet.typed[id] ?? '').trim() !== '' && !sheet.answers[id];

/** Parts of these that still need an answer, or a shorter or clearer one, or the wish to talk. */
export const openParts = (sheet: Sheet, elements: readonly FormElement[]): readonly FormElement[] => {
  if (leavesOut(sheet.form, sheet.answers)) return [];
  const open = new Set(unansweredStatements(sheet.form, sheet.answers));
  return elements.filter(
    (element) =>
      isTheirs(element) &&
      isAsked(sheet.form, element, sheet.answers) &&
      (answerTooLong(sheet.answers[element.id]) !== null ||
        typedAmiss(sheet, element) ||
        lacksName(sheet.answers[element.id]) ||
        (open.has(element.id) && !sheet.talk.includes(element.id))),
  );
};

/** Parts the client would rather talk about, as far as they are still asked. */
export const talkParts = (sheet: Sheet): readonly FormElement[] =>
  sheet.form.elements.filter((element) => sheet.talk.includes(element.id) && isAsked(sheet.form, element, sheet.answers));

/** Initials put before, offered again for the next statement; each still takes its own touch. */
export const lastInitials = (answers: Answers): string => {
  const given = Object.values(answers).findLast((answer) => answer.kind === 'initials' && answer.initials.trim() !== '');
  return given?.kind === 'initials' ? given.initials : '';
};

/** The client said that they would rather sign on paper: what comes after is read and signed there. */
export const choosesPaper = ({ form, answers }: Pick<Sheet, 'form' | 'answers'>): boolean =>
  form.id === 'electronic-records' && answers.way?.kind === 'choice' && answers.way.value === 'paper';

/** Where a page stands among the parts a form is divided into. */
export type Section = { readonly name: string; readonly number: number; readonly of: number };

/** The part of the form a page belongs to; null on its opening and last page, and in a form that is one piece. */
export const sectionAt = (pages: readonly (readonly FormElement[])[], page: number): Section | null => {
  const names = [...new Set(pages.flat().map(({ section }) => section))].filter((name) => name !== '');
  const name = pages[page - 1]?.[0]?.section;
  return name ? { name, number: names.indexOf(name) + 1, of: names.length } : null;
};
