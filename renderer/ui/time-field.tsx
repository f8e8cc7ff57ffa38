import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from './field.tsx';
import { timeProblem, wallEndFromTyped, wallTimeFromTyped } from './time-typed.ts';
import './schedule-fields.css';

type Props = {
  readonly id: string;
  readonly label: string;
  readonly help?: string;
  /** As it was typed. */
  readonly value: string;
  readonly onChange: (typed: string) => void;
  readonly problem?: string | undefined;
  /** Where something ends, which may be midnight: `24:00`. */
  readonly isEnd?: boolean;
};

/** A time of the day, typed as a person writes it. Once the field is left it stands as it was read: `9` is `09:00`. */
export const TimeField = ({ id, label, help, value, onChange, problem, isEnd }: Props): JSX.Element => {
  const { t } = useTranslation('appointments');
  const [left, setLeft] = useState<string | null>(null);
  const read = isEnd ? wallEndFromTyped : wallTimeFromTyped;
  const leave = (pressing: boolean): void => {
    if (!pressing) setLeft(value);
    const time = read(value);
    if (time && time !== value) onChange(time);
  };
  const own = left === value ? timeProblem(value, t, read) : null;
  return (
    <div className="time-field">
      <Field
        id={id}
        label={label}
        {...(help ? { help } : {})}
        value={value}
        onChange={onChange}
        onBlur={leave}
        problem={problem ?? own ?? undefined}
      />
    </div>
  );
};
