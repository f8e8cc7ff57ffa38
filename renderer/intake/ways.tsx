import { IconDeviceTablet, IconPrinter } from '@tabler/icons-react';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { intakeFormId } from '../../shared/intake.ts';
import { ButtonLink } from '../ui/button-link.tsx';
import { Icon } from '../ui/icon.tsx';

type Props = { readonly clientId: string; readonly name: string; readonly paper: string };

/** The client fills it on the handed-over screen, or by hand. `paper`: what printing is called here. */
export const WaysForClient = ({ clientId, name, paper }: Props): JSX.Element => {
  const { t } = useTranslation('intake');
  return (
    <>
      <ButtonLink
        to="/clients/$clientId/consent/prepare"
        params={{ clientId }}
        search={{ form: intakeFormId }}
        variant="default"
        leftSection={<Icon icon={IconDeviceTablet} />}
      >
        {t('none.handOver', { name })}
      </ButtonLink>
      <ButtonLink to="/clients/$clientId/intake/paper" params={{ clientId }} variant="subtle" leftSection={<Icon icon={IconPrinter} />}>
        {paper}
      </ButtonLink>
    </>
  );
};
