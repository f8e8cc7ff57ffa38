import { Button } from '@mantine/core';
import { IconHandOff } from '@tabler/icons-react';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { listWords } from '../dates.ts';
import { Icon } from '../ui/icon.tsx';
import { reasonsOf } from '../ui/place-reasons.ts';
import { useConductor } from './conductor-context.ts';
import { usePlaces } from './use-places.ts';

/** A place under the hands is not open any more: said above everything, with the reason, until hands are off it. */
export const MustLift = (): JSX.Element | null => {
  const { t } = useTranslation('session');
  const { t: maps } = useTranslation('maps');
  const { session, allowed, tell } = useConductor();
  const { nameOf } = usePlaces();
  if (session.mustLift.length === 0) return null;
  const places = allowed?.allowed.areas.filter(({ code }) => session.mustLift.includes(code)) ?? [];
  const reasons = [...new Set(places.flatMap((place) => reasonsOf(maps, place, null)))];
  return (
    <div className="cd-lift" role="alert">
      <Icon icon={IconHandOff} size={32} />
      <div className="grow">
        <div className="cd-lift-title">{t('lift.title', { places: listWords(session.mustLift.map(nameOf)) })}</div>
        <div className="md">{t('lift.closed')}</div>
        {reasons.map((reason) => (
          <div key={reason}>{reason}</div>
        ))}
      </div>
      <Button size="lg" color="red" variant="outline" onClick={() => void tell('hands-lifted', { reason: 'practitioner' })}>
        {t('lift.done')}
      </Button>
    </div>
  );
};
