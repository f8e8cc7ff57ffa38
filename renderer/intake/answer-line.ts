import { useTranslation } from 'react-i18next';
import type { IntakeEntry, IntakeItem } from '../../shared/intake.ts';
import { elementOf, opensOther } from './answering.ts';

/** An answer as one line of plain text, where there is no room for more: to choose between two, or to name what changed. */
export const useAnswerText = (): ((item: IntakeItem, entry: IntakeEntry) => string) => {
  const { t } = useTranslation('ui');
  return (item, { answer, asked }) => {
    const options = elementOf(item, asked)?.options ?? [];
    const label = (value: string, other: string): string => {
      const words = options.find((option) => option.value === value)?.label ?? value;
      return other && opensOther(item, value) ? `${words}: ${other}` : words;
    };
    switch (answer?.kind) {
      case 'choice':
        return label(answer.value, answer.other);
      case 'multi':
        return answer.values.map((value) => label(value, answer.other)).join(' · ');
      case 'text':
        return answer.text;
      case 'scale':
        return t('answer.scale', { value: answer.value });
      case 'declined':
        return t('answer.declined');
      case 'contacts':
        return (
          answer.people.map(({ name, role, phone }) => [name, role, phone].filter(Boolean).join(', ')).join(' · ') || t('answer.nobody')
        );
      default:
        return '';
    }
  };
};
