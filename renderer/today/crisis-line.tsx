import { IconChevronRight, IconPhoneCall } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { isClinical, usePractice } from '../practice.ts';
import { Icon } from '../ui/icon.tsx';
import { useCall } from '../use-call.ts';

/** The crisis numbers' line on Today, while nobody checked them for this place, or not within a year. */
export const CrisisLine = (): JSX.Element | null => {
  const { t } = useTranslation('today');
  const practice = usePractice();
  const { data } = useCall('crisis.settings', {}, { enabled: isClinical(practice), fresh: true });
  if (!data || (data.saved && !data.isDue)) return null;
  const kind = data.saved ? 'due' : 'unchecked';
  return (
    <section className="card" aria-label={t('crisis.title')}>
      <Link to="/settings/$section" params={{ section: 'crisis' }} className="today-line">
        <Icon icon={IconPhoneCall} tone="wait" />
        <span className="grow">
          <span className="b block wait">{t(`crisis.${kind}`)}</span>
          <span className="xs ink-2 block">{t(practice.role === 'owner' ? `crisis.${kind}Text` : 'crisis.otherText')}</span>
        </span>
        <Icon icon={IconChevronRight} tone="ink-3" />
      </Link>
    </section>
  );
};
