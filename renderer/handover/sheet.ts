import type { ConsentForm, FormElement } from '../../shared/consent-form.ts';
import { type Answer, type Answers, answersNotAllowed, takesAnswer, unansweredStatements } from '../../shared/form-answers.ts';
import { limits } from '../../shared/limits.ts';
import { type Signature, signersWaiting } from '../../shared/signatures.ts';
import { Initials } from '../../shared/text.ts';
import { type TooLong, tooLong } from '../ui/too-long.ts';

/** A form being read and answered on this screen. A draft until it is signed; then nothing of it is left but the document. */
export type Signing = {
  readonly form: ConsentForm;
  readonly blanks: Readonly<Record<string, string>>;
  readonly answers: Answers;
  /** Parts the client would rather talk about first. */
  readonly talk: readonly string[];
  readonly signatures: readonly Signature[];
  readonly page: number;
  /** What took the signatures away: an answer given differently, or another text of the form. */
  readonly changed?: 'answers' | 'form' | undefined;
};

export const signingKey = (clientId: string, formId: string): string => `consent-${clientId}/form-${formId}`;
export const signingPlace = (clientId: string, formId: string): string => `/clients/${clientId}/consent/sign/${formId}`;

export const beginSigning = (form: ConsentForm, blanks: Readonly<Record<string, string>>): Signing => ({
  form,
  blanks,
  answers: {},
  talk: [],
  signatures: [],
  page: 0,
});

const alone = (element: FormElement): boolean =>
  element.capture === 'choice' ||
  element.capture === 'multi' ||
  element.capture === 'text' ||
  element.capture === 'map' ||
  element.capture === 'date';

const mostParts = 3;
const mostCharacters = 620;

/** The parts of a form as pages: a question stands alone, what is read or agreed to stands in small groups. Signatures are not among them. */
export const pagesOf = (form: ConsentForm): readonly (readonly FormElement[])[] => {
  const pages: FormElement[][] = [];
  let open: FormElement[] | null = null;
  for (const element of form.elements.filter((one) => one.capture !== 'signature')) {
    if (alone(element)) {
      pages.push([element]);
      open = null;
      continue;
    }
    const characters = (open ?? []).reduce((sum, one) => sum + one.text.length, element.text.length);
    if (open && open.length < mostParts && characters <= mostCharacters) open.push(element);
    else {
      open = [element];
      pages.push(open);
    }
  }
  return pages;
};

/** The same answer reads the same, in whatever order its places were marked. */
const asText = (answer: Answer | undefined): string =>
  JSON.stringify(answer, (_key, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value).sort() : value,
  ) ?? '';

/** An answer takes a part off the list to talk about. What was signed was signed with the answers as they stood. */
export const answered = (signing: Signing, id: string, answer: Answer | null): Signing => {
  const { [id]: before, ...others } = signing.answers;
  const next: Signing = {
    ...signing,
    answers: answer ? { ...others, [id]: answer } : others,
    talk: answer ? signing.talk.filter((one) => one !== id) : signing.talk,
  };
  if (signing.signatures.length === 0 || asText(before) === asText(answer ?? undefined)) return next;
  return { ...next, signatures: [], changed: 'answers' };
};

/** Talking about a part first takes its answer back. */
export const talkedAbout = (signing: Signing, id: string, on: boolean): Signing => {
  const talk = signing.talk.filter((one) => one !== id);
  return on ? { ...answered(signing, id, null), talk: [...talk, id] } : { ...signing, talk };
};

/** The practitioner signs under the client's signature, so another one there takes theirs away. */
export const signedBy = (signing: Signing, signer: Signature['signer'], signature: Signature | undefined): Signing => {
  const others = signer === 'client' ? [] : signing.signatures.filter((one) => one.signer !== signer);
  return { ...signing, signatures: signature ? [...others, signature] : others, changed: signature ? undefined : signing.changed };
};

/** The form as it reads now. Another text is read from the start: answers that still fit stay, signatures do not. */
export const withForm = (signing: Signing, form: ConsentForm, blanks: Signing['blanks']): Signing => {
  if (form.shownSha256 === signing.form.shownSha256) return signing;
  const gone = answersNotAllowed(form, signing.answers);
  return {
    form,
    blanks,
    answers: Object.fromEntries(Object.entries(signing.answers).filter(([id]) => !gone.includes(id))),
    talk: signing.talk.filter((id) => form.elements.some((element) => element.id === id)),
    signatures: [],
    page: 0,
    changed: 'form',
  };
};

/** What is longer than can be kept is said beside its field; nothing is cut. */
export const answerTooLong = (answer: Answer | undefined): TooLong | null => {
  if (answer?.kind === 'text') return tooLong(answer.text, limits.paragraph);
  return answer?.kind === 'initials' && Initials.maxLength !== null ? tooLong(answer.initials, Initials.maxLength) : null;
};

const fits = (signature: Signature): boolean => signature.method === 'drawn' || tooLong(signature.name, limits.namePart) === null;

/** Parts of these that still need an answer, or a shorter one, or the wish to talk. */
export const openParts = (signing: Signing, elements: readonly FormElement[]): readonly FormElement[] => {
  const open = new Set(unansweredStatements(signing.form, signing.answers));
  return elements.filter(
    (element) => answerTooLong(signing.answers[element.id]) !== null || (open.has(element.id) && !signing.talk.includes(element.id)),
  );
};

export type Remaining = { readonly is: 'talk' | 'answer' | 'sign'; readonly count: number } | null;

/** What keeps the form from being finished, the first thing first. */
export const remaining = (signing: Signing): Remaining => {
  if (signing.talk.length > 0) return { is: 'talk', count: signing.talk.length };
  const unanswered = openParts(signing, signing.form.elements).length;
  if (unanswered > 0) return { is: 'answer', count: unanswered };
  const waiting = signersWaiting(signing.form, signing.signatures.filter(fits)).length;
  return waiting > 0 ? { is: 'sign', count: waiting } : null;
};

/** Parts whose answer is a statement agreed to. */
export const isStatement = (element: FormElement): boolean => element.capture === 'confirm' || element.capture === 'initial';

/** Parts whose answer says something of the client's own, to be summed up before signing. */
export const isChoice = (element: FormElement): boolean => takesAnswer(element) && !isStatement(element);

/** Initials put before, offered again for the next statement; each still takes its own touch. */
export const lastInitials = (answers: Answers): string => {
  const given = Object.values(answers).findLast((answer) => answer.kind === 'initials' && answer.initials.trim() !== '');
  return given?.kind === 'initials' ? given.initials : '';
};
