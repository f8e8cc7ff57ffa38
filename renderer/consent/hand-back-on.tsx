import { Button } from '@mantine/core';
import { IconDeviceTablet } from '@tabler/icons-react';
import { type JSX, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../shared/app-error.ts';
import type { ConsentForm } from '../../shared/consent-form.ts';
import { call } from '../call.ts';
import { flushDrafts } from '../drafts.ts';
import { Icon } from '../ui/icon.tsx';
import { ErrorNotice } from '../ui/notice.tsx';

type HandBackProps = { readonly clientId: string; readonly forms: readonly ConsentForm[]; readonly title?: string };

/** Gives the client the screen again, for these forms, where they stopped. */
export const HandBackOn = ({ clientId, forms, title }: HandBackProps): JSX.Element => {
  const { t } = useTranslation('consent');
  const running = useRef(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const begin = async (): Promise<void> => {
    if (running.current) return;
    running.current = true;
    setBusy(true);
    setError(null);
    flushDrafts();
    const reply = await call('handover.begin', { clientId, forms: forms.map(({ id, area }) => ({ formId: id, area })) });
    if (reply.ok) return window.location.reload();
    setError(reply.error);
    running.current = false;
    setBusy(false);
  };
  return (
    <div>
      {error ? <ErrorNotice error={error} /> : null}
      <Button variant="default" leftSection={<Icon icon={IconDeviceTablet} />} disabled={busy} onClick={() => void begin()}>
        {title === undefined ? t('returned.handAll', { count: forms.length }) : t('returned.handBack')}
      </Button>
    </div>
  );
};
