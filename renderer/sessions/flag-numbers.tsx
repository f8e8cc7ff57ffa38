import { Button } from '@mantine/core';
import { IconLifebuoy, IconPhone } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { dayWords } from '../dates.ts';
import { usePractice } from '../practice.ts';
import { CrisisNumbersList } from '../ui/crisis-numbers.tsx';
import { Icon } from '../ui/icon.tsx';
import { placeName } from '../ui/places.ts';
import { useConductor } from './conductor-context.ts';

/** `9-8-8` of `9-8-8 (call or text, 24/7)`: what has room on a button. */
const shortNumber = (words: string): string => (words.split(/[(;]/u)[0] ?? '').trim();

const NotChecked = (): JSX.Element => {
  const { t } = useTranslation('flags');
  const { t: crisis } = useTranslation('crisis');
  const { t: settings } = useTranslation('settings');
  const { t: places } = useTranslation('places');
  const { place } = usePractice();
  return (
    <p className="lg b">
      {crisis('notChecked', { place: placeName(place, { settings, places }) })}{' '}
      <Link to="/settings/$section" params={{ section: 'crisis' }} className="text-link">
        {t('numbers.checkLater')}
      </Link>
    </p>
  );
};

/** The numbers of this place, large. Nothing is dialled and nothing is recorded. */
export const FlagNumbers = ({ onHide }: { readonly onHide: () => void }): JSX.Element => {
  const { t } = useTranslation('flags');
  const { t: crisis } = useTranslation('crisis');
  const { numbers } = useConductor();
  return (
    <section id="flag-numbers" className="flag-numbers" aria-label={t('numbers.title')}>
      {numbers ? <CrisisNumbersList numbers={numbers} /> : <NotChecked />}
      {numbers ? (
        <p className="ink-2 num">
          {numbers.note} {crisis('checked', { day: dayWords(numbers.checkedOn), name: numbers.checkedBy })}
        </p>
      ) : null}
      <div className="row wrap">
        <span className="ink-2 grow">{t('numbers.dialled')}</span>
        <Button variant="subtle" onClick={onHide}>
          {t('numbers.hide')}
        </Button>
      </div>
    </section>
  );
};

type ButtonsProps = { readonly areShown: boolean; readonly onPress: () => void };

/** Both show the same numbers, in place. */
export const NumberButtons = ({ areShown, onPress }: ButtonsProps): JSX.Element => {
  const { t } = useTranslation('flags');
  const { numbers } = useConductor();
  const shown = { 'aria-expanded': areShown, 'aria-controls': 'flag-numbers', onClick: onPress } as const;
  return (
    <div className="flag-calls">
      <Button size="lg" variant="default" leftSection={<Icon icon={IconLifebuoy} size={22} />} {...shown}>
        {numbers ? t('numbers.crisisAt', { number: shortNumber(numbers.crisis) }) : t('numbers.crisis')}
      </Button>
      <Button size="lg" variant="outline" color="red" leftSection={<Icon icon={IconPhone} size={22} />} {...shown}>
        {numbers ? t('numbers.emergencyAt', { number: shortNumber(numbers.emergency) }) : t('numbers.emergency')}
      </Button>
    </div>
  );
};
