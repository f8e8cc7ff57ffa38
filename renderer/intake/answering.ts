import type { FormElement } from '../../shared/consent-form.ts';
import type { Answer } from '../../shared/form-answers.ts';
import type { AskedAs, IntakeItem } from '../../shared/intake.ts';
import { partOf } from '../../shared/intake-rules.ts';

/** An item as a part of a form, so that its answer reads in the same words everywhere; null where it takes none. `asked`: as it read when it was answered. */
export const elementOf = (item: IntakeItem, asked: AskedAs | null): FormElement | null => {
  const part = partOf(item);
  return part && asked ? { ...part, options: [...asked.options, ...part.options] } : part;
};

/** What is chosen once `value` was touched: an option that stands for nothing else clears the others, and they clear it. */
export const chosenWith = (
  item: Pick<IntakeItem, 'options' | 'exclusive'>,
  chosen: readonly string[],
  value: string,
  on: boolean,
): string[] => {
  if (on && item.exclusive.includes(value)) return [value];
  return item.options
    .map((option) => option.value)
    .filter((one) => (one === value ? on : chosen.includes(one) && !(on && item.exclusive.includes(one))));
};

/** Chosen options open a short text of their own. */
export const opensOther = (item: Pick<IntakeItem, 'otherText'>, value: string): boolean =>
  item.otherText && (value === 'other' || value === 'more');

/** An answer of several choices; nothing chosen is no answer. */
export const manyOf = (item: Pick<IntakeItem, 'otherText'>, values: string[], other: string): Answer | null =>
  values.length === 0 ? null : { kind: 'multi', values, other: values.some((value) => opensOther(item, value)) ? other : '' };

export const otherOf = (answer: Answer | null): string => (answer?.kind === 'choice' || answer?.kind === 'multi' ? answer.other : '');

/** Forms of the consent page an item may lead to are the ones that are no map, no signal, no question and no instrument. */
export const leadsToForm = ({ linksTo }: Pick<IntakeItem, 'linksTo'>, formIds: readonly string[]): string | null =>
  linksTo !== null && formIds.includes(linksTo) ? linksTo : null;
