import { Radio } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { CustomField } from '../../shared/custom-fields.ts';
import type { FieldProblem } from '../ui/error-summary.tsx';
import { Field } from '../ui/field.tsx';
import type { LineField, TypedClient } from './client-typed.ts';
import { CustomFieldsOfClient } from './custom-field.tsx';
import { EmergencyContacts, GuardianFields } from './people-fields.tsx';
import { TagsField } from './tags-field.tsx';

type FieldsProps = {
  readonly typed: TypedClient;
  readonly onChange: (typed: TypedClient) => void;
  readonly problems: readonly FieldProblem[];
  /** Of the practice's own, in their order. */
  readonly fields: readonly CustomField[];
};

const helped = [
  'chosenName',
  'legalName',
  'pronouns',
  'birthDate',
  'language',
  'contactWishes',
  'discreetWords',
  'stopWord',
  'stopGesture',
] as const;

const Voicemail = ({ typed, onChange }: Pick<FieldsProps, 'typed' | 'onChange'>): JSX.Element => {
  const { t } = useTranslation('clients');
  return (
    <Radio.Group
      id="voicemail"
      label={t('field.voicemail')}
      description={t('help.voicemail')}
      value={typed.voicemail}
      onChange={(value) => onChange({ ...typed, voicemail: value as TypedClient['voicemail'] })}
    >
      <div className="row wrap voicemail">
        {(['not-asked', 'yes', 'no'] as const).map((one) => (
          <Radio key={one} value={one} label={t(`voicemail.${one}`)} />
        ))}
      </div>
    </Radio.Group>
  );
};

export const ClientFields = ({ typed, onChange, problems, fields }: FieldsProps): JSX.Element => {
  const { t } = useTranslation('clients');
  const problemOf = (id: string): string | undefined => problems.find((problem) => problem.field === id)?.text;
  const field = (name: LineField, more: { readonly width?: number; readonly inputMode?: 'tel' | 'email' } = {}): JSX.Element => {
    const help = helped.find((one) => one === name);
    return (
      <Field
        key={name}
        id={name}
        label={t(`field.${name}`)}
        {...(help ? { help: t(`help.${help}`) } : {})}
        value={typed[name]}
        onChange={(value) => onChange({ ...typed, [name]: value })}
        problem={problemOf(name)}
        required={name === 'chosenName'}
        {...more}
      />
    );
  };
  return (
    <>
      <fieldset className="fields">
        <legend className="visually-hidden">{t('form.name')}</legend>
        <div className="two-fields">
          {field('chosenName')}
          {field('legalName')}
        </div>
        <div className="two-fields">
          {field('pronouns')}
          {field('birthDate', { width: 220 })}
        </div>
        <div className="two-fields">{field('language')}</div>
      </fieldset>
      <fieldset className="fields">
        <legend>{t('form.contact')}</legend>
        <div className="two-fields">
          {field('phone', { inputMode: 'tel' })}
          {field('email', { inputMode: 'email' })}
        </div>
        {field('contactWishes')}
        <Voicemail typed={typed} onChange={onChange} />
        {field('discreetWords')}
      </fieldset>
      <EmergencyContacts
        contacts={typed.emergencyContacts}
        onChange={(emergencyContacts) => onChange({ ...typed, emergencyContacts })}
        problemOf={problemOf}
      />
      <GuardianFields guardian={typed.guardian} onChange={(guardian) => onChange({ ...typed, guardian })} problemOf={problemOf} />
      <fieldset className="fields" aria-describedby="stop-help">
        <legend>{t('form.stop')}</legend>
        <p id="stop-help" className="ink-2 legend-help">
          {t('form.stopHelp')}
        </p>
        <div className="two-fields">
          {field('stopWord')}
          {field('stopGesture')}
        </div>
      </fieldset>
      <fieldset className="fields">
        <legend>{t('form.practice')}</legend>
        <TagsField tags={typed.tags} onChange={(tags) => onChange({ ...typed, tags })} problem={problemOf('tags')} />
        <CustomFieldsOfClient
          fields={fields}
          custom={typed.custom}
          onChange={(custom) => onChange({ ...typed, custom })}
          problemOf={problemOf}
        />
      </fieldset>
    </>
  );
};
