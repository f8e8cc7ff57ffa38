import { TextInput } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';

type OptionProps = {
  readonly kind: 'radio' | 'checkbox';
  readonly name: string;
  readonly value: string;
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
};

/** A large choice. Nothing is chosen beforehand. */
export const Option = ({ kind, name, value, label, checked, onChange }: OptionProps): JSX.Element => (
  <label className="option" data-on={checked || undefined}>
    <input type={kind} name={name} value={value} checked={checked} onChange={(event) => onChange(event.currentTarget.checked)} />
    <span className={kind === 'radio' ? 'option-mark' : 'option-mark option-box'} aria-hidden="true" />
    <span>{label}</span>
  </label>
);

type WordsProps = { readonly id: string; readonly option: string; readonly value: string; readonly onChange: (value: string) => void };

/** The short text an option opens under itself. */
export const OptionWords = ({ id, option, value, onChange }: WordsProps): JSX.Element => {
  const { t } = useTranslation('handover');
  return (
    <div className="option-words">
      <TextInput
        id={id}
        size="lg"
        label={t('flow.yourWords')}
        aria-label={t('flow.wordsFor', { option })}
        dir="auto"
        autoComplete="off"
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </div>
  );
};
