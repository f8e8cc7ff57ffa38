import { type Answer, type Answers, type Signature, signersWaiting, takesAnswer, unansweredStatements } from '../../shared/consent.ts';
import type { ConsentForm, FormElement } from '../../shared/consent-form.ts';

/** A form being read and answered on this screen. Nothing of it is kept until it is signed. */
export type Signing = {
  readonly form: ConsentForm;
  readonly blanks: Readonly<Record<string, string>>;
  readonly answers: Answers;
  /** Parts the client would rather talk about first. */
  readonly talk: readonly string[];
  readonly signatures: readonly Signature[];
  readonly page: number;
};

export const signingKey = (clientId: string, formId: string): string => `consent-${clientId}-${formId}`;

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

/** An answer takes a part off the list to talk about. */
export const answered = (signing: Signing, id: string, answer: Answer | null): Signing => {
  const { [id]: _before, ...others } = signing.answers;
  return {
    ...signing,
    answers: answer ? { ...others, [id]: answer } : others,
    talk: answer ? signing.talk.filter((one) => one !== id) : signing.talk,
  };
};

/** Talking about a part first takes its answer back. */
export const talkedAbout = (signing: Signing, id: string, on: boolean): Signing => {
  const talk = signing.talk.filter((one) => one !== id);
  return on ? { ...answered(signing, id, null), talk: [...talk, id] } : { ...signing, talk };
};

export const signedBy = (signing: Signing, signer: Signature['signer'], signature: Signature | undefined): Signing => {
  const others = signing.signatures.filter((one) => one.signer !== signer);
  return { ...signing, signatures: signature ? [...others, signature] : others };
};

/** Parts of these that still need an answer or the wish to talk. */
export const openParts = (signing: Signing, elements: readonly FormElement[]): readonly FormElement[] => {
  const open = new Set(unansweredStatements(signing.form, signing.answers));
  return elements.filter((element) => open.has(element.id) && !signing.talk.includes(element.id));
};

export type Remaining = { readonly is: 'talk' | 'answer' | 'sign'; readonly count: number } | null;

/** What keeps the form from being finished, the first thing first. */
export const remaining = (signing: Signing): Remaining => {
  if (signing.talk.length > 0) return { is: 'talk', count: signing.talk.length };
  const unanswered = openParts(signing, signing.form.elements).length;
  if (unanswered > 0) return { is: 'answer', count: unanswered };
  const waiting = signersWaiting(signing.form, signing.signatures).length;
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
