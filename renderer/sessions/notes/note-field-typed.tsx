import { TextInput } from '@mantine/core';
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NoteValue } from '../../../shared/note-values.ts';
import { wallTimeFromTyped } from '../../ui/time-typed.ts';
import type { AskedField } from './note-asked.ts';
import { useNote } from './note-context.ts';

type Props = { readonly field: AskedField; readonly label: string; readonly problem: string | undefined };

type TypedProps<T> = {
  readonly label: string;
  /** All of its name, where the label is only the end of it. */
  readonly name?: string | undefined;
  readonly value: T | null;
  readonly read: (typed: string) => T | null;
  readonly onRead: (value: T | null) => void;
  readonly unclear: string;
  readonly problem: string | undefined;
};

/** Typed as a person writes it, kept as it is read; what cannot be read stays on the screen and is said once the field is left. */
const Typed = <T extends string | number>({ label, name, value, read, onRead, unclear, problem }: TypedProps<T>): JSX.Element => {
  const [typed, setTyped] = useState<string | null>(null);
  const [wasLeft, setLeft] = useState(false);
  const words = value === null ? '' : String(value);
  const shown = typed !== null && read(typed) === value ? typed : words;
  const isUnclear = wasLeft && shown.trim() !== '' && value === null;
  return (
    <TextInput
      label={label}
      aria-label={name}
      value={shown}
      error={isUnclear ? unclear : problem}
      inputMode="numeric"
      autoComplete="off"
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        setLeft(false);
        onRead(read(event.currentTarget.value));
      }}
      onBlur={() => {
        setLeft(true);
        if (value !== null) setTyped(null);
      }}
    />
  );
};

/** A time on the wall: `9` is `09:00`. */
export const TimeOfDay = ({ field, label, problem }: Props): JSX.Element => {
  const { t } = useTranslation('notes');
  const { t: times } = useTranslation('appointments');
  const { draft, set } = useNote();
  return (
    <Typed
      label={label === field.label ? label : t('at')}
      name={label}
      value={draft.values[field.key]?.time ?? null}
      read={wallTimeFromTyped}
      onRead={(time) => set(field.key, { time })}
      unclear={times('time.unclear')}
      problem={problem}
    />
  );
};

const most = 1_440;
const wholeFrom = (typed: string): number | null => (/^\s*\d{1,4}\s*$/.test(typed) && Number(typed) <= most ? Number(typed) : null);
const numberIn = (number: NoteValue['number']): number | null => (number === 'declined' ? null : number);

/** A whole number; of minutes no more than a day has. */
export const WholeNumber = ({ field, label, problem }: Props): JSX.Element => {
  const { t } = useTranslation('notes');
  const { draft, set } = useNote();
  return (
    <Typed
      label={label}
      value={numberIn(draft.values[field.key]?.number ?? null)}
      read={wholeFrom}
      onRead={(number) => set(field.key, { number })}
      unclear={t('number.unclear', { most })}
      problem={problem}
    />
  );
};
