import type { TFunction } from 'i18next';
import type { ConsentForm } from '../../shared/consent-form.ts';
import { limits } from '../../shared/limits.ts';
import { shows } from '../../shared/text.ts';
import { nowInstant } from '../dates.ts';
import type { FieldProblem } from '../ui/error-summary.tsx';
import { tooLong } from '../ui/too-long.ts';
import { blankField } from './blanks.tsx';
import { ownField } from './own-parts.tsx';
import { blanksOf, ownParts, ownPartsOpen, type Preparation, partKey } from './preparation.ts';

type Words = { readonly consent: TFunction<'consent'>; readonly errors: TFunction<'errors'> };

/** What keeps the screen from being handed over, each with the field it stands beside. `besides`: the intake or the health questions are handed over too. */
export const problemsOf = (
  t: Words,
  forms: readonly ConsentForm[],
  preparation: Preparation,
  besides: boolean,
): readonly FieldProblem[] => {
  const tooMuch = (text: string): string | null => {
    const long = tooLong(text, limits.paragraph);
    return long ? t.errors('problem.too-long', long) : null;
  };
  const none: FieldProblem[] =
    forms.length === 0 && !besides ? [{ field: 'forms', label: t.consent('prepare.choose'), text: t.consent('prepare.noForm') }] : [];
  const elsewhere = [
    ...blanksOf(forms, 'profile').map(({ label }) => ({ field: 'practice-blanks', label })),
    ...blanksOf(forms, 'client').map(({ placeholder, label }) => ({
      field: placeholder === 'stop_signal' ? 'stopWord' : 'client-blanks',
      label,
    })),
  ].map((blank) => ({ ...blank, text: t.consent('prepare.toFill') }));
  const blanks = blanksOf(forms, 'computed').flatMap(({ placeholder, label }): FieldProblem[] => {
    const text = preparation.blanks[placeholder] ?? '';
    const problem = tooMuch(text) ?? (shows(text) ? null : t.consent('prepare.needed'));
    return problem ? [{ field: blankField(placeholder), label, text: problem }] : [];
  });
  const own = forms.flatMap((form) => {
    const open = new Set(ownPartsOpen(form, preparation, nowInstant()));
    return ownParts(form).flatMap((element): FieldProblem[] => {
      const long = tooMuch(preparation.written[partKey(form, element)] ?? '');
      const needed = t.consent(element.capture === 'upload' ? 'prepare.scanNeeded' : 'prepare.needed');
      const problem = long ?? (open.has(element) ? needed : null);
      return problem ? [{ field: ownField(form, element), label: element.title, text: problem }] : [];
    });
  });
  return [...none, ...elsewhere, ...blanks, ...own];
};
