import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { type JSX, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../shared/app-error.ts';
import { call } from '../call.ts';
import { Icon } from '../ui/icon.tsx';
import { ErrorNotice, said } from '../ui/notice.tsx';
import { useTitle } from '../ui/page.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { useCall } from '../use-call.ts';
import { TrailTable } from './trail-table.tsx';

/** Saves it as a file the person chooses, after saying what that means. */
const SaveWhoSaw = ({ clientId }: { readonly clientId: string }): JSX.Element => {
  const { t } = useTranslation('audit');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<AppError | null>(null);

  const save = async (): Promise<AppError | null> => {
    const chosen = await call('audit.chooseWhoSawFile', { clientId });
    if (!chosen.ok) return chosen.error;
    if (chosen.value.fileGrant === null) return null;
    const written = await call('audit.saveWhoSaw', { clientId, fileGrant: chosen.value.fileGrant });
    if (!written.ok) return written.error;
    said(t('whoSaw.saved', { name: written.value.fileName }));
    return null;
  };

  return (
    <>
      <div className="row wrap who-saw-save">
        <Button
          variant="default"
          leftSection={<Icon icon={IconDownload} />}
          aria-describedby="who-saw-warning"
          aria-disabled={busy}
          data-disabled={busy || undefined}
          onClick={async () => {
            if (busy) return;
            setBusy(true);
            setError(null);
            setError(await save());
            setBusy(false);
          }}
        >
          {busy ? t('whoSaw.saving') : t('whoSaw.save')}
        </Button>
        <span className="ink-2" id="who-saw-warning">
          {t('whoSaw.warning')}
        </span>
      </div>
      {error ? <ErrorNotice error={error} /> : null}
    </>
  );
};

/** Who opened or changed anything of this client. */
export const WhoSaw = ({ clientId }: { readonly clientId: string }): JSX.Element => {
  const { t } = useTranslation('audit');
  const client = useCall('clients.get', { id: clientId }).data;
  const { data, error, again } = useCall('audit.whoSaw', { clientId }, { fresh: true });
  const heading = useRef<HTMLHeadingElement>(null);
  const isRead = data !== undefined;
  // A tab opens in place: keyboard and screen reader go on at its heading.
  useLayoutEffect(() => {
    if (isRead) heading.current?.focus({ preventScroll: true });
  }, [isRead]);
  // After the heading of the whole page, where that is new too.
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  useTitle(t('whoSaw.title'));
  if (error && !data) return <ErrorNotice error={error} again={again} />;
  if (!data) return <Waiting>{t('whoSaw.reading')}</Waiting>;
  return (
    <section className="who-saw" aria-labelledby="who-saw-title">
      <div>
        <h2 ref={heading} tabIndex={-1} id="who-saw-title" className="section-title">
          {t('whoSaw.title')}
        </h2>
        <p className="ink-2">{t('whoSaw.lead', { name: client?.chosenName ?? '' })}</p>
      </div>
      <SaveWhoSaw clientId={clientId} />
      {error ? <ErrorNotice error={error} again={again} /> : null}
      {data.lines.length > 0 ? (
        <TrailTable lines={data.lines} label={t('whoSaw.table')} withClient={false} />
      ) : (
        <p className="md ink-2">{t('whoSaw.none')}</p>
      )}
    </section>
  );
};
