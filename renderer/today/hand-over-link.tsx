import type { JSX, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { healthFormId } from '../../shared/health.ts';
import { intakeFormId } from '../../shared/intake.ts';
import { ButtonLink } from '../ui/button-link.tsx';
import { useCall } from '../use-call.ts';

type Props = {
  readonly clientId: string;
  readonly waitsFor: 'intake' | 'consent';
  /** The one thing to do now. */
  readonly isFirst: boolean;
  readonly leftSection: ReactNode;
};

/** The way to hand over what is waited for: the intake before the health questions that belong to it, both before a consent. */
export const HandOverLink = ({ clientId, waitsFor, isFirst, leftSection }: Props): JSX.Element | null => {
  const { t } = useTranslation('today');
  const ofIntake = useCall('readiness.of', { clientId }, { enabled: waitsFor === 'intake' });
  if (waitsFor === 'intake' && !ofIntake.data) return null;
  const isNew = ofIntake.data?.reasons.some(({ code }) => code === 'no-intake') === true;
  const form = isNew ? intakeFormId : healthFormId;
  const words = isNew ? t('deed.handOverIntake') : t('deed.handOverHealth');
  return (
    <ButtonLink
      to="/clients/$clientId/consent/prepare"
      params={{ clientId }}
      search={waitsFor === 'intake' ? { form } : {}}
      variant={isFirst ? 'filled' : 'default'}
      leftSection={leftSection}
    >
      {waitsFor === 'intake' ? words : t('deed.handOverForms')}
    </ButtonLink>
  );
};
