import { Textarea, TextInput } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import type { FocusEvent, JSX, ReactNode } from 'react';
import { Icon } from './icon.tsx';

/** The sentence beside a field that needs another look. */
export const Wrong = ({ children }: { readonly children: ReactNode }): JSX.Element => (
  <span className="wrong">
    <Icon icon={IconAlertCircle} size={18} />
    <span>{children}</span>
  </span>
);

/** Marks a field or a group that needs another look with the bar at its left. */
export const Marked = ({ wrong, children }: { readonly wrong: boolean; readonly children: ReactNode }): JSX.Element => (
  <div className={wrong ? 'field field-wrong' : 'field'}>{children}</div>
);

type FieldProps = {
  readonly id: string;
  readonly label: string;
  readonly help?: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Also told whether something is being pressed: words that appear at that moment would move it from under the hand. */
  readonly onBlur?: (pressing: boolean) => void;
  readonly problem?: string | undefined;
  readonly width?: number;
  readonly size?: 'sm' | 'lg';
  readonly rows?: number;
  readonly inputMode?: 'text' | 'tel' | 'email' | 'numeric';
  readonly required?: boolean;
  readonly autoFocus?: boolean;
};

/** A field as the forms have it: label, help, what is wrong, then the field. What is typed keeps its own direction. */
export const Field = ({
  id,
  label,
  help,
  value,
  onChange,
  onBlur,
  problem,
  width,
  size,
  rows,
  inputMode,
  required,
  autoFocus,
}: FieldProps): JSX.Element => {
  const shared = {
    id,
    label,
    description: help,
    value,
    size: size ?? 'sm',
    error: problem ? <Wrong>{problem}</Wrong> : undefined,
    dir: 'auto',
    autoComplete: 'off',
    maw: width,
    onBlur: ({ relatedTarget }: FocusEvent) => onBlur?.(relatedTarget instanceof Element && relatedTarget.matches(':active')),
    required: required ?? false,
    withAsterisk: false,
    'data-autofocus': autoFocus || undefined,
  } as const;
  return (
    <Marked wrong={Boolean(problem)}>
      {rows ? (
        <Textarea {...shared} rows={rows} onChange={(event) => onChange(event.currentTarget.value)} />
      ) : (
        <TextInput {...shared} inputMode={inputMode} onChange={(event) => onChange(event.currentTarget.value)} />
      )}
    </Marked>
  );
};
