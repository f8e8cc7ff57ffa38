import { Radio } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { InputOf } from '../../shared/calls.ts';
import { ButtonLink } from '../ui/button-link.tsx';
import { DocumentView } from '../ui/document-view.tsx';
import { Icon } from '../ui/icon.tsx';
import { ErrorNotice } from '../ui/notice.tsx';
import { PageHead } from '../ui/page.tsx';
import { Waiting } from '../ui/waiting.tsx';
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
const Sheet = ({ which }: { readonly which: InputOf<'intake.paper'> }): JSX.Element => {
  const { t } = useTranslation('ui');
  const sheet = useCall('intake.paper', which, { fresh: true });
  if (sheet.error) {
    return (
      <div className="page-body">
        <ErrorNotice error={sheet.error} again={sheet.again} />
      </div>
    );
  }
  return sheet.data ? <DocumentView document={sheet.data} /> : <Waiting>{t('pdf.reading')}</Waiting>;
};

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
      <Radio.Group
        className="paper-name"
        label={tConsent('paper.whose')}
        value={named ? 'named' : 'empty'}
        onChange={(value) => setNamed(value === 'named')}
      >
        <div className="row wrap paper-names">
          <Radio value="named" label={tConsent('paper.named', { name: client?.chosenName ?? '' })} />
          <Radio value="empty" label={tConsent('paper.empty')} />
        </div>
      </Radio.Group>
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
