import { IconArrowLeft } from '@tabler/icons-react';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../ui/button-link.tsx';
import { Icon } from '../ui/icon.tsx';
import { PageHead } from '../ui/page.tsx';
import { SheetView } from '../ui/paper-sheet.tsx';
import { useCall } from '../use-call.ts';

/** The slip with a client's next appointments, drawn anew each time. */
export const ReminderSlip = ({ clientId }: { readonly clientId: string }): JSX.Element => {
  const { t } = useTranslation('reminders');
  const client = useCall('clients.get', { id: clientId }).data;
  const sheet = useCall('reminders.paper', { clientId }, { fresh: true });
  const sub = client ? (
    <>
      <span dir="auto">{client.chosenName}</span>. {t('paper.about')}
    </>
  ) : undefined;
  return (
    <div className="document">
      <PageHead title={t('paper.title')} sub={sub} />
      <div className="document-back">
        <ButtonLink to="/reminders" variant="subtle" leftSection={<Icon icon={IconArrowLeft} />}>
          {t('paper.back')}
        </ButtonLink>
      </div>
      <SheetView sheet={sheet} />
    </div>
  );
};
