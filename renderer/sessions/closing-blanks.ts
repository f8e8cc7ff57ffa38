import type { CheckedNumbers } from '../../shared/safety.ts';

const ofNumbers = (numbers: CheckedNumbers | null): Readonly<Record<string, string>> =>
  numbers ? { crisis_number: numbers.crisis, emergency_number: numbers.emergency } : {};

/** A text of the content with its blanks filled: numbers that somebody checked, else what stands for them. */
export const filled = (text: string, numbers: CheckedNumbers | null, standIn: (blank: string) => string): string =>
  text.replaceAll(/\{\{(\w+)\}\}/g, (_, blank: string) => ofNumbers(numbers)[blank] ?? standIn(blank));
