import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../shared/app-error.ts';
import { call } from '../call.ts';
import { Icon } from './icon.tsx';
import { ErrorNotice, Notice, said } from './notice.tsx';

/** The code, large enough to copy by hand, and the sheet to print. Whoever shows it lets go of the groups when it leaves. */
export const RecoveryKit = ({ groups }: { readonly groups: readonly string[] }): JSX.Element => {
  const { t } = useTranslation('ui');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<AppError | null>(null);

  const save = async (): Promise<AppError | null> => {
    const chosen = await call('vault.chooseRecoveryKitFile', {});
    if (!chosen.ok) return chosen.error;
    if (chosen.value.fileGrant === null) return null;
    const written = await call('vault.saveRecoveryKit', { fileGrant: chosen.value.fileGrant });
    if (!written.ok) return written.error;
    said(t('kit.saved', { name: written.value.fileName }));
    return null;
  };

  return (
    <div className="kit">
      <ol className="kit-groups" aria-label={t('kit.groups')}>
        {groups.map((group) => (
          <li key={group}>{group}</li>
        ))}
      </ol>
      <Notice tone="wait" title={t('kit.warning')} />
      <div className="row wrap">
        <Button
          variant="default"
          leftSection={<Icon icon={IconDownload} />}
          aria-describedby="kit-file-warning"
          disabled={busy}
          onClick={async () => {
            setBusy(true);
            setError(null);
            setError(await save());
            setBusy(false);
          }}
        >
          {busy ? t('kit.saving') : t('kit.save')}
        </Button>
        <span className="ink-2" id="kit-file-warning">
          {t('kit.fileWarning')}
        </span>
      </div>
      {error ? <ErrorNotice error={error} /> : null}
    </div>
  );
};
