import { Button, Select } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { type JSX, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { NoteField } from '../../../shared/note-content.ts';
import { emptyValue, type NoteValue, type NoteValues } from '../../../shared/note-values.ts';
import { goToField } from '../../ui/error-summary.tsx';
import { Field } from '../../ui/field.tsx';
import { Icon } from '../../ui/icon.tsx';

type Props = {
  readonly of: string;
  /** Those of the format that words can be added to. */
  readonly fields: readonly NoteField[];
  readonly values: NoteValues;
  readonly onChange: (values: NoteValues) => void;
  readonly problemOf: (field: string) => string | undefined;
};

type OneProps = {
  readonly id: string;
  readonly field: NoteField;
  readonly value: NoteValue;
  readonly problem: string | undefined;
  readonly onChange: (value: NoteValue) => void;
  readonly onRemove: () => void;
};

/** What one field begins with: a choice, words, or both. */
const One = ({ id, field, value, problem, onChange, onRemove }: OneProps): JSX.Element => {
  const { t } = useTranslation('templates');
  const chooses = field.options.length > 0;
  return (
    <div className="template-one">
      {chooses ? (
        <Select
          id={id}
          label={field.label}
          data={[...field.options]}
          value={value.choice}
          clearable
          clearButtonProps={{ 'aria-label': t('begin.noChoice', { field: field.label }) }}
          maw={320}
          onChange={(choice) => onChange({ ...value, choice })}
        />
      ) : null}
      {field.type === 'choice' ? null : (
        <Field
          id={chooses ? `${id}-words` : id}
          label={chooses ? t('begin.words', { field: field.label }) : field.label}
          {...(field.guidance ? { help: field.guidance } : {})}
          value={value.text}
          onChange={(text) => onChange({ ...value, text })}
          rows={2}
          problem={problem}
        />
      )}
      <Button
        variant="subtle"
        leftSection={<Icon icon={IconX} size={18} />}
        aria-label={t('begin.removeOf', { field: field.label })}
        onClick={onRemove}
      >
        {t('begin.remove')}
      </Button>
    </div>
  );
};

/** What stands in fields before anything is written. Only those with something are shown; another is added by its name. */
export const TemplateBegin = ({ of, fields, values, onChange, problemOf }: Props): JSX.Element => {
  const { t } = useTranslation('templates');
  const add = useRef<HTMLInputElement>(null);
  const begun = fields.filter(({ id }) => values[id] !== undefined);
  const idOf = (id: string): string => `${of}-values-${id}`;
  const set = (id: string, value: NoteValue): void => onChange({ ...values, [id]: value });
  return (
    <fieldset className="template-part">
      <legend className="b">{t('begin.title')}</legend>
      <p className="ink-2">{t('begin.text')}</p>
      {begun.map((field) => (
        <One
          key={field.id}
          id={idOf(field.id)}
          field={field}
          value={values[field.id] ?? emptyValue}
          problem={problemOf(`values-${field.id}`)}
          onChange={(value) => set(field.id, value)}
          onRemove={() => {
            onChange(Object.fromEntries(Object.entries(values).filter(([id]) => id !== field.id)));
            add.current?.focus();
          }}
        />
      ))}
      <Select
        ref={add}
        label={t('begin.add')}
        placeholder={t('begin.addPlaceholder')}
        data={fields.filter(({ id }) => values[id] === undefined).map(({ id, label }) => ({ value: id, label }))}
        value={null}
        maw={320}
        searchable
        nothingFoundMessage={t('begin.none')}
        onChange={(id) => {
          if (id === null) return;
          set(id, emptyValue);
          requestAnimationFrame(() => goToField(idOf(id)));
        }}
      />
    </fieldset>
  );
};
