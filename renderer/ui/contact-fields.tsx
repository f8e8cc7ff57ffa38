import { Radio } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { contactKinds } from '../../shared/contacts.ts';
import { type ContactTextField, contactLabel, type TypedContact } from './contact-form.ts';
import type { FieldProblem } from './error-summary.tsx';
import { Field } from './field.tsx';

type FieldsProps = {
  readonly typed: TypedContact;
  readonly onChange: (typed: TypedContact) => void;
  readonly problems: readonly FieldProblem[];
};

/** Someone, or some place, the practice works with. */
export const ContactFields = ({ typed, onChange, problems }: FieldsProps): JSX.Element => {
  const { t } = useTranslation('contacts');
  const field = (
    name: ContactTextField,
    more: { readonly help?: string; readonly inputMode?: 'tel' | 'email'; readonly rows?: number } = {},
  ): JSX.Element => (
    <Field
      id={name}
      label={contactLabel(t, name, typed.kind)}
      value={typed[name]}
      onChange={(value) => onChange({ ...typed, [name]: value })}
      problem={problems.find((problem) => problem.field === name)?.text}
      required={name === 'name'}
      {...more}
    />
  );
  return (
    <>
      <Radio.Group
        label={t('field.kind')}
        value={typed.kind}
        onChange={(next) => onChange({ ...typed, kind: contactKinds.find((one) => one === next) ?? typed.kind })}
      >
        <div className="contact-kinds">
          {contactKinds.map((kind) => (
            <Radio key={kind} value={kind} label={t(`kind.${kind}`)} />
          ))}
        </div>
      </Radio.Group>
      {field('name')}
      <div className="two-fields">
        {field('profession', { help: t(`help.profession.${typed.kind}`) })}
        {typed.kind === 'person' || typed.organisation ? field('organisation', { help: t('help.organisation') }) : null}
      </div>
      <div className="two-fields">
        {field('phone', { inputMode: 'tel' })}
        {field('email', { inputMode: 'email' })}
      </div>
      {field('address')}
      {field('note', { help: t('help.note'), rows: 3 })}
    </>
  );
};
