import { Button, Checkbox, Select } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { type JSX, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { CustomField } from '../../../shared/note-values.ts';
import { goToField } from '../../ui/error-summary.tsx';
import { Field } from '../../ui/field.tsx';
import { Icon } from '../../ui/icon.tsx';
import type { TypedCustom } from './template-form.ts';

const kinds = CustomField.shape.kind.options;
/** As many as a note holds. */
const most = 40;

type OneProps = {
  readonly id: string;
  readonly number: number;
  readonly field: TypedCustom;
  readonly problem: string | undefined;
  readonly onChange: (field: TypedCustom) => void;
  readonly onRemove: () => void;
};

const One = ({ id, number, field, problem, onChange, onRemove }: OneProps): JSX.Element => {
  const { t } = useTranslation('templates');
  const name = field.label.trim() || t('custom.numbered', { number });
  const change = (patch: Partial<TypedCustom>): void => onChange({ ...field, ...patch });
  return (
    <fieldset className="template-one template-custom">
      <legend className="visually-hidden">{name}</legend>
      <Field id={id} label={t('custom.label')} value={field.label} onChange={(label) => change({ label })} width={480} problem={problem} />
      <Select
        id={`${id}-kind`}
        label={t('custom.kind')}
        data={kinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
        value={field.kind}
        allowDeselect={false}
        maw={320}
        onChange={(chosen) => change({ kind: kinds.find((kind) => kind === chosen) ?? 'text' })}
      />
      {field.kind === 'choice' ? (
        <Field
          id={`${id}-options`}
          label={t('custom.options')}
          help={t('custom.optionsHelp')}
          value={field.options}
          onChange={(options) => change({ options })}
          rows={4}
          width={480}
        />
      ) : null}
      {field.kind === 'scale' ? (
        <div className="template-ends">
          <Field id={`${id}-low`} label={t('custom.low')} value={field.low} onChange={(low) => change({ low })} />
          <Field id={`${id}-high`} label={t('custom.high')} value={field.high} onChange={(high) => change({ high })} />
          <p className="xs ink-2">{t('custom.scaleHelp')}</p>
        </div>
      ) : null}
      <Checkbox
        id={`${id}-required`}
        label={t('custom.required')}
        checked={field.required}
        onChange={(event) => change({ required: event.currentTarget.checked })}
      />
      <Button variant="subtle" leftSection={<Icon icon={IconX} size={18} />} aria-label={t('custom.removeOf', { name })} onClick={onRemove}>
        {t('custom.remove')}
      </Button>
    </fieldset>
  );
};

type Props = {
  readonly of: string;
  readonly custom: readonly TypedCustom[];
  readonly onChange: (custom: readonly TypedCustom[]) => void;
  readonly problemOf: (field: string) => string | undefined;
};

/** Fields the practice asks for itself, each with what can be written in it. */
export const TemplateCustom = ({ of, custom, onChange, problemOf }: Props): JSX.Element => {
  const { t } = useTranslation('templates');
  const add = useRef<HTMLButtonElement>(null);
  const idOf = (index: number): string => `${of}-custom-${index}`;
  return (
    <fieldset className="template-part">
      <legend className="b">{t('custom.title')}</legend>
      <p className="ink-2">{t('custom.text')}</p>
      {custom.map((field, index) => (
        <One
          key={field.id}
          id={idOf(index)}
          number={index + 1}
          field={field}
          problem={problemOf(`custom-${index}`)}
          onChange={(next) => onChange(custom.with(index, next))}
          onRemove={() => {
            onChange(custom.toSpliced(index, 1));
            add.current?.focus();
          }}
        />
      ))}
      {custom.length < most ? (
        <Button
          ref={add}
          variant="default"
          leftSection={<Icon icon={IconPlus} />}
          onClick={() => {
            const id = `f-${crypto.randomUUID()}`;
            onChange([...custom, { id, label: '', kind: 'text', required: false, options: '', low: '', high: '' }]);
            requestAnimationFrame(() => goToField(idOf(custom.length)));
          }}
        >
          {t('custom.add')}
        </Button>
      ) : null}
    </fieldset>
  );
};
