import { IconArrowLeft } from '@tabler/icons-react';
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { InputOf } from '../../shared/calls.ts';
import { ButtonLink } from '../ui/button-link.tsx';
import { Icon } from '../ui/icon.tsx';
import { PageHead } from '../ui/page.tsx';
import { SheetChoice, SheetView } from '../ui/paper-sheet.tsx';
import { useCall } from '../use-call.ts';

const Back = ({ clientId }: { readonly clientId: string }): JSX.Element => {
  const { t } = useTranslation('intake');
  return (
    <div className="document-back">
      <ButtonLink to="/clients/$clientId/intake" params={{ clientId }} variant="subtle" leftSection={<Icon icon={IconArrowLeft} />}>
        {t('rounds.back')}
      </ButtonLink>
    </div>
  );
};

/** A sheet of the intake before it is printed. */
const Sheet = ({ which }: { readonly which: InputOf<'intake.paper'> }): JSX.Element => (
  <SheetView sheet={useCall('intake.paper', which, { fresh: true })} />
);

/** The client's part to fill by hand, with their name or empty. */
export const BlankIntake = ({ clientId }: { readonly clientId: string }): JSX.Element => {
  const { t } = useTranslation('intake');
  const { t: tConsent } = useTranslation('consent');
  const client = useCall('clients.get', { id: clientId }).data;
  const [named, setNamed] = useState(true);
  return (
    <div className="document">
      <PageHead title={t('paper.blank')} windowTitle={t('title')} />
      <Back clientId={clientId} />
      <SheetChoice
        label={tConsent('paper.whose')}
        own={tConsent('paper.named', { name: client?.chosenName ?? '' })}
        other={tConsent('paper.empty')}
        isOwn={named}
        onOwn={setNamed}
      />
      <Sheet key={String(named)} which={{ kind: 'blank', clientId: named ? clientId : null }} />
    </div>
  );
};

/** One round as it stands, to print or to give a copy of. */
export const FilledIntake = ({ clientId, intakeId }: { readonly clientId: string; readonly intakeId: string }): JSX.Element => {
  const { t } = useTranslation('intake');
  return (
    <div className="document">
      <PageHead title={t('paper.filled')} windowTitle={t('title')} />
      <Back clientId={clientId} />
      <Sheet which={{ kind: 'filled', intakeId }} />
    </div>
  );
};
