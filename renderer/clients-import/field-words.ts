import { useTranslation } from 'react-i18next';
import type { CustomField } from '../../shared/custom-fields.ts';
import { customIn, type ImportField, personFields } from '../../shared/import-fields.ts';

type Choice = { readonly value: ImportField; readonly label: string };
type FieldWords = { readonly wordsOf: (field: ImportField) => string; readonly choices: readonly Choice[] };

const contact = /^emergency(\d)(Name|Relation|Phone)$/;
type Plain = Exclude<(typeof personFields)[number], `emergency${string}`>;

/** What a column can be, in words, the practice's own fields last. */
export const useFieldWords = (custom: readonly CustomField[]): FieldWords => {
  const { t } = useTranslation('import');
  const wordsOf = (field: ImportField): string => {
    const own = customIn(field);
    if (own !== null) return t('columns.own', { label: custom.find(({ id }) => id === own)?.label ?? '' });
    const [, number, part] = contact.exec(field) ?? [];
    if (number && part) return t(`field.emergency${part as 'Name' | 'Relation' | 'Phone'}`, { number });
    return t(`field.${field as Plain}`);
  };
  const fields: readonly ImportField[] = [
    ...personFields,
    ...custom.filter(({ inUse }) => inUse).map(({ id }): ImportField => `custom:${id}`),
  ];
  return { wordsOf, choices: fields.map((value) => ({ value, label: wordsOf(value) })) };
};
