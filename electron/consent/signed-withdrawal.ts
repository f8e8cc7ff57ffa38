import type { Consent, Withdrawal } from '../../shared/consent.ts';
import type { Answers } from '../../shared/form-answers.ts';
import { withdrawnOf } from './consents-service.ts';

/** The client's own form to stop things (consents.json). */
const withdrawalForm = 'withdrawal';

export const isWithdrawal = ({ formId }: { readonly formId: string }): boolean => formId === withdrawalForm;

/** What each choice of it takes back: forms, or a part of them. A way of working is named in words, and left to the practitioner's hands. */
const takes: Readonly<Record<string, { readonly forms: readonly string[]; readonly parts: readonly string[] }>> = {
  all_contact: { forms: ['informed-consent', 'minor-consent', 'substitute-decision', 'area-consent'], parts: [] },
  // A place that is only said in words: until the map is made anew every place is out.
  area: { forms: ['informed-consent', 'minor-consent', 'substitute-decision'], parts: ['areas'] },
  person_told: { forms: ['release-of-information', 'part2-consent'], parts: [] },
  letter: { forms: ['release-of-information', 'part2-consent'], parts: [] },
  photos: { forms: ['photo-consent'], parts: [] },
  messages: { forms: ['no-telehealth-statement'], parts: ['channels'] },
};

type TakenBack = Pick<Withdrawal, 'parts' | 'words'> & { readonly consentId: string };

type Signed = { readonly formId: string; readonly title: string; readonly answers: Answers };

const chosenIn = ({ formId, answers: { what } }: Signed): readonly string[] =>
  formId === withdrawalForm && what?.kind === 'multi' ? what.values : [];

const wordsOf = ({ title, answers: { details } }: Signed): string => (details?.kind === 'text' ? details.text : title);

/** Places marked out in it. */
const placesOutIn = (answers: Answers): readonly string[] =>
  Object.values(answers).flatMap((answer) =>
    answer.kind === 'map' ? Object.entries(answer.areas).flatMap(([code, state]) => (state === 'no' ? [code] : [])) : [],
  );

/** What a signed withdrawal takes out of the client's map: places it names, every place, or nothing; with all contact, what still waits to be opened. */
export const placesTakenBackBy = (
  signed: Signed,
): { readonly areas: readonly string[] | 'every' | 'waiting'; readonly words: string } | null => {
  const [chosen, named] = [chosenIn(signed), placesOutIn(signed.answers)];
  const words = wordsOf(signed);
  if (chosen.includes('all_contact')) return { areas: 'waiting', words };
  if (!chosen.includes('area')) return null;
  return { areas: named.length > 0 ? named : 'every', words };
};

/** What a signed withdrawal takes back of the consents that stand: it acts by itself, like the same words said aloud. Whole goes before part. */
export const takenBackBy = (signed: Signed, standing: readonly Consent[]): readonly TakenBack[] => {
  const words = wordsOf(signed);
  const named = placesOutIn(signed.answers);
  // Places that are named go out of the map, and every other one stays as it was agreed.
  const asked = chosenIn(signed).flatMap((value) => (value === 'area' && named.length > 0 ? [] : (takes[value] ?? [])));
  return standing.flatMap((consent) => {
    const of = asked.filter(({ forms }) => forms.includes(consent.formId));
    const before = withdrawnOf(consent);
    if (of.length === 0 || before === 'whole') return [];
    if (of.some(({ parts }) => parts.length === 0)) return [{ consentId: consent.id, parts: [], words }];
    const parts = of.flatMap((one) => one.parts).filter((id) => id in consent.answers && !(Array.isArray(before) && before.includes(id)));
    return parts.length > 0 ? [{ consentId: consent.id, parts, words }] : [];
  });
};

/** The forms it takes back as a whole. */
export const formsStoppedBy = (signed: Signed): readonly string[] =>
  chosenIn(signed).flatMap((value) => {
    const taken = takes[value];
    return taken?.parts.length === 0 ? taken.forms : [];
  });
