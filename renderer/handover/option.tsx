import type { JSX } from 'react';

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
