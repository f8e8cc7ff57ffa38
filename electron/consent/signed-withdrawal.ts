import type { Consent, Withdrawal } from '../../shared/consent.ts';
import type { Answers } from '../../shared/form-answers.ts';
import { withdrawnOf } from './consents-service.ts';

/** The client's own form to stop things (consents.json). */
const withdrawalForm = 'withdrawal';

/** What each choice of it takes back: forms, or a part of them. A way of working is named in words, and left to the practitioner's hands. */
const takes: Readonly<Record<string, { readonly forms: readonly string[]; readonly parts: readonly string[] }>> = {
  all_contact: { forms: ['informed-consent', 'minor-consent', 'substitute-decision'], parts: [] },
  // Which place is said in words: until the map is made anew every place is out.
  area: { forms: ['informed-consent', 'minor-consent', 'substitute-decision'], parts: ['areas'] },
  person_told: { forms: ['release-of-information', 'part2-consent'], parts: [] },
  letter: { forms: ['release-of-information', 'part2-consent'], parts: [] },
  photos: { forms: ['photo-consent'], parts: [] },
  messages: { forms: ['no-telehealth-statement'], parts: ['channels'] },
};

type TakenBack = Pick<Withdrawal, 'parts' | 'words'> & { readonly consentId: string };

/** What a signed withdrawal takes back of the consents that stand: it acts by itself, like the same words said aloud. Whole goes before part. */
export const takenBackBy = (
  signed: { readonly formId: string; readonly title: string; readonly answers: Answers },
  standing: readonly Consent[],
): readonly TakenBack[] => {
  const { what, details } = signed.answers;
  if (signed.formId !== withdrawalForm || what?.kind !== 'multi') return [];
  const words = details?.kind === 'text' ? details.text : signed.title;
  const asked = what.values.flatMap((value) => takes[value] ?? []);
  return standing.flatMap((consent) => {
    const of = asked.filter(({ forms }) => forms.includes(consent.formId));
    const before = withdrawnOf(consent);
    if (of.length === 0 || before === 'whole') return [];
    if (of.some(({ parts }) => parts.length === 0)) return [{ consentId: consent.id, parts: [], words }];
    const parts = of.flatMap((one) => one.parts).filter((id) => id in consent.answers && !(Array.isArray(before) && before.includes(id)));
    return parts.length > 0 ? [{ consentId: consent.id, parts, words }] : [];
  });
};
