import { NativeSelect, Radio } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { CustomField } from '../../shared/custom-fields.ts';
import { Field, Marked, Wrong } from '../ui/field.tsx';

type OneProps = {
  readonly field: CustomField;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly problem: string | undefined;
};

/** An option that was taken out since stays to be chosen while it is what the record says. */
const optionsOf = ({ options }: CustomField, value: string): readonly string[] =>
  value === '' || options.includes(value) ? options : [...options, value];

const OneField = ({ field, value, onChange, problem }: OneProps): JSX.Element => {
  const { t } = useTranslation('clients');
  const id = `custom-${field.id}`;
  const error = problem ? <Wrong>{problem}</Wrong> : undefined;
  switch (field.kind) {
    case 'choice':
      return (
        <Marked wrong={Boolean(problem)}>
          <NativeSelect
            id={id}
            label={field.label}
            value={value}
            onChange={(event) => onChange(event.currentTarget.value)}
            data={[{ value: '', label: t('custom.none') }, ...optionsOf(field, value)]}
            error={error}
          />
        </Marked>
      );
    case 'yes-no':
      return (
        <Marked wrong={Boolean(problem)}>
          <Radio.Group id={id} label={field.label} value={value} onChange={onChange} error={error}>
            <div className="row wrap voicemail">
              <Radio value="" label={t('custom.none')} />
              <Radio value="yes" label={t('custom.yes')} />
              <Radio value="no" label={t('custom.no')} />
            </div>
          </Radio.Group>
        </Marked>
      );
    default:
      return (
        <Field
          id={id}
          label={field.label}
          {...(field.kind === 'date' ? { help: t('help.birthDate'), width: 220 } : {})}
          {...(field.kind === 'number' ? { help: t('help.number'), width: 220 } : {})}
          value={value}
          onChange={onChange}
          problem={problem}
        />
      );
  }
};

type Props = {
  readonly fields: readonly CustomField[];
  readonly custom: Readonly<Record<string, string>>;
  readonly onChange: (custom: Readonly<Record<string, string>>) => void;
  readonly problemOf: (id: string) => string | undefined;
};

/** What the practice itself asks; what is out of use is asked no more, and what was answered stays. */
export const CustomFieldsOfClient = ({ fields, custom, onChange, problemOf }: Props): JSX.Element => (
  <>
    {fields
      .filter(({ inUse }) => inUse)
      .map((field) => (
        <OneField
          key={field.id}
          field={field}
          value={custom[field.id] ?? ''}
          onChange={(value) => onChange({ ...custom, [field.id]: value })}
          problem={problemOf(`custom-${field.id}`)}
        />
      ))}
  </>
);
