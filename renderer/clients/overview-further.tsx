import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { Client } from '../../shared/clients.ts';
import { type CustomField, customValuesOf } from '../../shared/custom-fields.ts';
import { dayWords } from '../dates.ts';
import { Fact } from '../ui/fact.tsx';
import { useCall } from '../use-call.ts';
import { Tags } from './tags.tsx';

type OfClient = { readonly client: Client };

/** Whom to call, and who speaks for them. Only where there is somebody. */
export const PeopleOfClient = ({ client: { emergencyContacts, guardian } }: OfClient): JSX.Element | null => {
  const { t } = useTranslation('clients');
  if (emergencyContacts.length === 0 && !guardian) return null;
  return (
    <section aria-labelledby="facts-people">
      <h2 id="facts-people" className="section-title">
        {t('overview.people')}
      </h2>
      <dl className="facts">
        {emergencyContacts.map(({ name, relation, phone }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a person has no other name than their place
          <Fact key={index} label={t('overview.emergency', { number: index + 1 })}>
            <span className="block b">{name}</span>
            <span className="block num">{[relation, phone].filter((part) => part !== '').join(' · ')}</span>
          </Fact>
        ))}
        {guardian ? (
          <Fact label={t('form.guardian')}>
            <span className="block b">{guardian.name}</span>
            <span className="block num">
              {[guardian.relation, guardian.phone, guardian.email].filter((part) => part !== '').join(' · ')}
            </span>
          </Fact>
        ) : null}
      </dl>
    </section>
  );
};

const useValueWords = (): ((field: CustomField, value: string) => string) => {
  const { t } = useTranslation('clients');
  return ({ kind }, value) => {
    if (kind === 'date') return dayWords(value);
    return kind === 'yes-no' ? t(value === 'yes' ? 'custom.yes' : 'custom.no') : value;
  };
};

/** Tags, and what the practice itself asks; a field out of use only where it was answered. */
export const PracticeFacts = ({ client }: OfClient): JSX.Element | null => {
  const { t } = useTranslation('clients');
  const fields = useCall('customFields.list', {}).data?.fields ?? [];
  const wordsOf = useValueWords();
  const values = customValuesOf(fields, client);
  if (client.tags.length === 0 && values.length === 0) return null;
  return (
    <section aria-labelledby="facts-practice">
      <h2 id="facts-practice" className="section-title">
        {t('form.practice')}
      </h2>
      <dl className="facts">
        {client.tags.length > 0 ? (
          <Fact label={t('field.tags')}>
            <Tags tags={client.tags} />
          </Fact>
        ) : null}
        {values.map(({ field, value }) => (
          <Fact key={field.id} label={field.label}>
            {wordsOf(field, value)}
            {field.inUse ? null : <span className="xs ink-2 block">{t('custom.outOfUse')}</span>}
          </Fact>
        ))}
      </dl>
    </section>
  );
};
