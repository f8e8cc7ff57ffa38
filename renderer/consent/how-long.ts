import type { ConsentForm } from '../../shared/consent-form.ts';
import { isSignature, isStatement, isTheirs, pagesOf } from '../ui/form-pages.ts';

/** Pages of a form that are no parts: its opening and its last. */
const around = 2;

/** Reading calmly, 150 words a minute; a question is thought about, a statement agreed to, a name drawn. */
const charactersAMinute = 900;
const aQuestion = 1 / 3;
const aStatement = 1 / 10;
const aSignature = 1;

type Read = Pick<ConsentForm, 'id' | 'area' | 'elements'>;

const minutesOf = ({ elements }: Read): number => {
  const characters = elements.reduce((sum, { title, text, help }) => sum + title.length + text.length + help.length, 0);
  const theirs = elements.filter(isTheirs);
  const statements = theirs.filter(isStatement).length;
  const signed = elements.some(isSignature) ? aSignature : 0;
  return characters / charactersAMinute + statements * aStatement + (theirs.length - statements) * aQuestion + signed;
};

const inFives = (minutes: number): number => (minutes > 10 ? Math.ceil(minutes / 5) * 5 : Math.ceil(minutes));

/** Roughly how much a sitting asks of a client who reads everything. */
export const howLong = (forms: readonly Read[]): { readonly pages: number; readonly minutes: number } => ({
  pages: forms.reduce((sum, form) => sum + pagesOf({ form, answers: {} }).length + around, 0),
  minutes: inFives(forms.reduce((sum, form) => sum + minutesOf(form), 0)),
});
