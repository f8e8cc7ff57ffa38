import { NativeSelect } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { emptyValue, type NoteValue } from '../../../shared/note-values.ts';
import type { AskedField } from './note-asked.ts';
import { useNote } from './note-context.ts';

type Props = { readonly field: AskedField; readonly label: string; readonly problem: string | undefined };
type Options = AskedField['options'];

type PickProps = {
  readonly label: string;
  readonly help?: string;
  readonly value: string;
  readonly options: Options;
  readonly onPick: (value: string | null) => void;
  readonly problem?: string | undefined;
};

/** One of a few; nothing is chosen beforehand, and it can be open again. */
const Pick = ({ label, help, value, options, onPick, problem }: PickProps): JSX.Element => {
  const { t } = useTranslation('notes');
  return (
    <NativeSelect
      label={label}
      description={help}
      value={value}
      error={problem}
      data={[{ value: '', label: t('value.open') }, ...options]}
      onChange={(event) => onPick(event.currentTarget.value || null)}
    />
  );
};

export const ChoiceField = ({ field, label, problem }: Props): JSX.Element => {
  const { draft, set } = useNote();
  return (
    <Pick
      label={label}
      value={draft.values[field.key]?.choice ?? ''}
      options={field.options}
      problem={problem}
      onPick={(choice) => set(field.key, { choice })}
    />
  );
};

/** Two scales, one grade of each: their codes begin with another letter. */
export const GradesField = ({ field, label, problem }: Props): JSX.Element => {
  const { t } = useTranslation('notes');
  const { draft, set } = useNote();
  const { choice, also } = draft.values[field.key] ?? emptyValue;
  const first = field.options[0]?.value.charAt(0) ?? '';
  const [one, other] = [true, false].map((isFirst) => field.options.filter(({ value }) => value.startsWith(first) === isFirst));
  return (
    <fieldset className="note-pair" aria-label={label}>
      <Pick
        label={t('grade.first')}
        value={choice ?? ''}
        options={one ?? []}
        problem={problem}
        onPick={(value) => set(field.key, { choice: value })}
      />
      <Pick label={t('grade.second')} value={also ?? ''} options={other ?? []} onPick={(value) => set(field.key, { also: value })} />
    </fieldset>
  );
};

const steps = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;

type ScaleProps = {
  readonly label: string;
  readonly value: NoteValue['number'];
  readonly onChange: (value: NoteValue['number']) => void;
  readonly problem?: string | undefined;
};

const Scale = ({ label, value, onChange, problem }: ScaleProps): JSX.Element => {
  const { t } = useTranslation('notes');
  const options = [
    ...steps.map((step) => ({ value: String(step), label: t('value.of10', { number: step }) })),
    { value: 'declined', label: t('value.declined') },
  ];
  return (
    <Pick
      label={label}
      value={value === null ? '' : String(value)}
      options={options}
      problem={problem}
      onPick={(chosen) => onChange(chosen === null || chosen === 'declined' ? chosen : Number(chosen))}
    />
  );
};

/** A number from 0 to 10, or that they would rather not say. */
export const ScaleField = ({ field, label, problem }: Props): JSX.Element => {
  const { draft, set } = useNote();
  return (
    <Scale
      label={label}
      value={draft.values[field.key]?.number ?? null}
      problem={problem}
      onChange={(number) => set(field.key, { number })}
    />
  );
};

/** The same before and after, for what a practice asks itself. */
export const ScalesField = ({ field, label, problem }: Props): JSX.Element => {
  const { t } = useTranslation('notes');
  const { draft, set } = useNote();
  const { number, after } = draft.values[field.key] ?? emptyValue;
  return (
    <fieldset className="note-pair" aria-label={label}>
      <Scale
        label={t('scale.before', { label })}
        value={number}
        problem={problem}
        onChange={(value) => set(field.key, { number: value })}
      />
      <Scale label={t('scale.after')} value={after} onChange={(value) => set(field.key, { after: value })} />
      {field.help ? <span className="xs ink-3 note-pair-help">{field.help}</span> : null}
    </fieldset>
  );
};
