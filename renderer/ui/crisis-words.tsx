import { IconAlertTriangle, IconPhone } from '@tabler/icons-react';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { findingCauses } from '../../shared/finding.ts';
import type { Crisis } from '../../shared/safety.ts';
import { dayWords } from '../dates.ts';
import { usePractice } from '../practice.ts';
import { CrisisNumbersList } from './crisis-numbers.tsx';
import { Icon } from './icon.tsx';
import { placeName } from './places.ts';

type CrisisProps<K extends keyof Crisis> = { readonly crisis: Pick<Crisis, K> };

/** What has to be done, whatever else stands on the card (domain.md 0.3). */
export const CrisisAction = ({ crisis }: CrisisProps<'action' | 'chosenName'>): JSX.Element => {
  const { t } = useTranslation('crisis');
  const { action, chosenName: name } = crisis;
  return (
    <section className={`crisis-action crisis-${action}`} aria-labelledby="crisis-action">
      <Icon icon={action === 'P5' ? IconPhone : IconAlertTriangle} size={28} />
      <div>
        <h2 id="crisis-action">{t(`action.${action}.title`)}</h2>
        <p className="md">{t(`action.${action}.text`, { name })}</p>
      </div>
    </section>
  );
};

/** What was answered, and what is to be done about each of it. */
export const CrisisFound = ({ crisis }: CrisisProps<'found'>): JSX.Element => {
  const { t } = useTranslation('crisis');
  const causeWords = (cause: string): string | null => {
    const known = findingCauses.find((one) => one === cause);
    return known ? t(`cause.${known}`) : null;
  };
  return (
    <section className="crisis-main" aria-labelledby="crisis-found">
      <h2 id="crisis-found" tabIndex={-1} className="section-title">
        {t('found')}
      </h2>
      <ul className="crisis-found">
        {crisis.found.map(({ findingId, condition, cause, do: plain, referTo }) => (
          <li key={findingId}>
            <div className="md b">{condition}</div>
            <div className="ink-2">{causeWords(cause)}</div>
            {plain ? <p className="md">{plain}</p> : null}
            {referTo ? <p>{t('refer', { who: referTo })}</p> : null}
          </li>
        ))}
      </ul>
    </section>
  );
};

/** Numbers as a person checked them; a number nobody checked is not shown. */
export const CrisisToCall = ({ crisis: { numbers } }: CrisisProps<'numbers'>): JSX.Element => {
  const { t } = useTranslation('crisis');
  const { t: settings } = useTranslation('settings');
  const { t: places } = useTranslation('places');
  const { place } = usePractice();
  return (
    <section aria-labelledby="crisis-call">
      <h2 id="crisis-call" className="section-title">
        {t('call')}
      </h2>
      {numbers ? (
        <>
          <CrisisNumbersList numbers={numbers} />
          {numbers.note ? (
            <p className="md" dir="auto">
              {numbers.note}
            </p>
          ) : null}
          <p className="ink-2 num">{t('checked', { day: dayWords(numbers.checkedOn), name: numbers.checkedBy })}</p>
        </>
      ) : (
        <p className="lg b">{t('notChecked', { place: placeName(place, { settings, places }) })}</p>
      )}
    </section>
  );
};

export const CrisisContacts = ({
  crisis: { emergencyContacts, chosenName: name },
}: CrisisProps<'emergencyContacts' | 'chosenName'>): JSX.Element => {
  const { t } = useTranslation('crisis');
  return (
    <section aria-labelledby="crisis-contacts">
      <h2 id="crisis-contacts" className="section-title">
        {t('contacts')}
      </h2>
      {emergencyContacts === null ? <p className="ink-2">{t('contactsNotAsked')}</p> : null}
      {emergencyContacts?.length === 0 ? <p className="ink-2">{t('contactsNobody')}</p> : null}
      {emergencyContacts && emergencyContacts.length > 0 ? (
        <>
          <ul className="crisis-contacts md">
            {emergencyContacts.map((person) => (
              <li key={JSON.stringify(person)} dir="auto">
                <b>{person.name}</b> {person.role} <span className="num nowrap">{person.phone}</span>
              </li>
            ))}
          </ul>
          <p className="ink-2">{t('contactsIf', { name })}</p>
        </>
      ) : null}
    </section>
  );
};
