import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { type JSX, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { limits } from '../../shared/limits.ts';
import { goToField } from '../ui/error-summary.tsx';
import { Field } from '../ui/field.tsx';
import { Icon } from '../ui/icon.tsx';
import { emptyContact, type TypedContact, type TypedGuardian } from './client-typed.ts';

type ProblemOf = (id: string) => string | undefined;

type PersonProps<T> = { readonly of: string; readonly person: T; readonly onChange: (person: T) => void; readonly problemOf: ProblemOf };

const PersonFields = <T extends TypedContact | TypedGuardian>({ of, person, onChange, problemOf }: PersonProps<T>): JSX.Element => {
  const { t } = useTranslation('clients');
  const field = (part: 'name' | 'relation' | 'phone' | 'email', value: string, inputMode?: 'tel' | 'email') => (
    <Field
      id={`${of}-${part}`}
      label={t(`person.${part}`)}
      value={value}
      onChange={(typed) => onChange({ ...person, [part]: typed })}
      problem={problemOf(`${of}-${part}`)}
      {...(inputMode ? { inputMode } : {})}
    />
  );
  return (
    <>
      <div className="two-fields">
        {field('name', person.name)}
        {field('relation', person.relation)}
      </div>
      <div className="two-fields">
        {field('phone', person.phone, 'tel')}
        {'email' in person ? field('email', person.email, 'email') : null}
      </div>
    </>
  );
};

/** Focus follows what a button made or took away. */
const useFollow = (): ((id: string) => void) => {
  const next = useRef<string | null>(null);
  useEffect(() => {
    if (next.current !== null) goToField(next.current);
    next.current = null;
  });
  return (id) => {
    next.current = id;
  };
};

type ContactsProps = {
  readonly contacts: readonly TypedContact[];
  readonly onChange: (contacts: readonly TypedContact[]) => void;
  readonly problemOf: ProblemOf;
};

/** Whom to call, in the order they are called. */
export const EmergencyContacts = ({ contacts, onChange, problemOf }: ContactsProps): JSX.Element => {
  const { t } = useTranslation('clients');
  const follow = useFollow();
  return (
    <fieldset className="fields">
      <legend>{t('form.emergency')}</legend>
      {contacts.map((contact, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a person has no other name than their place
        <fieldset key={index} className="fields called">
          <legend>{t('form.emergencyOne', { number: index + 1 })}</legend>
          <PersonFields
            of={`emergency-${index}`}
            person={contact}
            onChange={(changed) => onChange(contacts.with(index, changed))}
            problemOf={problemOf}
          />
          <Button
            variant="subtle"
            className="person-remove"
            aria-label={t('form.removeOne', { number: index + 1 })}
            onClick={() => {
              follow('emergency-add');
              onChange(contacts.toSpliced(index, 1));
            }}
          >
            {t('form.remove')}
          </Button>
        </fieldset>
      ))}
      {contacts.length < limits.emergencyContacts ? (
        <Button
          id="emergency-add"
          variant="default"
          className="person-add"
          leftSection={<Icon icon={IconPlus} />}
          onClick={() => {
            follow(`emergency-${contacts.length}-name`);
            onChange([...contacts, emptyContact]);
          }}
        >
          {t('form.emergencyAdd')}
        </Button>
      ) : null}
    </fieldset>
  );
};

type GuardianProps = {
  readonly guardian: TypedGuardian | null;
  readonly onChange: (guardian: TypedGuardian | null) => void;
  readonly problemOf: ProblemOf;
};

/** Who speaks for them before the law. */
export const GuardianFields = ({ guardian, onChange, problemOf }: GuardianProps): JSX.Element => {
  const { t } = useTranslation('clients');
  const follow = useFollow();
  return (
    <fieldset className="fields" aria-describedby="guardian-help">
      <legend>{t('form.guardian')}</legend>
      <p id="guardian-help" className="ink-2 legend-help">
        {t('form.guardianHelp')}
      </p>
      {guardian ? (
        <>
          <PersonFields of="guardian" person={guardian} onChange={onChange} problemOf={problemOf} />
          <Button
            variant="subtle"
            className="person-remove"
            onClick={() => {
              follow('guardian-add');
              onChange(null);
            }}
          >
            {t('form.guardianRemove')}
          </Button>
        </>
      ) : (
        <Button
          id="guardian-add"
          variant="default"
          className="person-add"
          leftSection={<Icon icon={IconPlus} />}
          onClick={() => {
            follow('guardian-name');
            onChange({ ...emptyContact, email: '' });
          }}
        >
          {t('form.guardianAdd')}
        </Button>
      )}
    </fieldset>
  );
};
