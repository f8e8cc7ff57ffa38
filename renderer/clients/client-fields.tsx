import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldProblem } from '../ui/error-summary.tsx';
import { Field } from '../ui/field.tsx';
import type { ClientField, TypedClient } from './client-form.ts';

type FieldsProps = {
  readonly typed: TypedClient;
  readonly onChange: (typed: TypedClient) => void;
  readonly problems: readonly FieldProblem[];
};

const helped = ['chosenName', 'legalName', 'pronouns', 'birthDate', 'contactWishes', 'stopWord', 'stopGesture'] as const;

export const ClientFields = ({ typed, onChange, problems }: FieldsProps): JSX.Element => {
  const { t } = useTranslation('clients');
  const field = (name: ClientField, more: { readonly width?: number; readonly inputMode?: 'tel' | 'email' } = {}): JSX.Element => {
    const help = helped.find((one) => one === name);
    return (
      <Field
        key={name}
        id={name}
        label={t(`field.${name}`)}
        {...(help ? { help: t(`help.${help}`) } : {})}
        value={typed[name]}
        onChange={(value) => onChange({ ...typed, [name]: value })}
        problem={problems.find((problem) => problem.field === name)?.text}
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
      </fieldset>
      <fieldset className="fields">
        <legend>{t('form.contact')}</legend>
        <div className="two-fields">
          {field('phone', { inputMode: 'tel' })}
          {field('email', { inputMode: 'email' })}
        </div>
        {field('contactWishes')}
      </fieldset>
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
    </>
  );
};
