import { Button, Modal } from '@mantine/core';
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormHead, FormVersion } from '../../../shared/form-texts.ts';
import { momentWords } from '../../dates.ts';
import { ErrorNotice } from '../../ui/notice.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { useCall } from '../../use-call.ts';
import { FormReading } from './part-reading.tsx';

const OneText = ({ formId, version }: { readonly formId: string; readonly version: string }): JSX.Element => {
  const { t } = useTranslation('forms');
  const text = useCall('forms.get', { formId, version });
  if (text.error) return <ErrorNotice error={text.error} again={text.again} />;
  if (!text.data) return <Waiting>{t('page.reading')}</Waiting>;
  return <FormReading text={text.data.text} blanks={text.data.placeholders} />;
};

const Line = ({ version, onRead }: { readonly version: FormVersion; readonly onRead: () => void }): JSX.Element => {
  const { t } = useTranslation('forms');
  return (
    <li className="version-line">
      <div className="grow">
        <div className="b num">
          {t('versions.version', { version: version.version })}
          {version.kind ? ` · ${t(`save.${version.kind}.label`)}` : ''}
        </div>
        <div className="ink-2 num">
          {version.madeAt ? t('versions.made', { moment: momentWords(version.madeAt), name: version.madeBy }) : t('versions.came')}
        </div>
        {version.note ? <div dir="auto">{version.note}</div> : null}
      </div>
      <Button variant="subtle" onClick={onRead} aria-label={t('versions.readOf', { version: version.version })}>
        {t('versions.read')}
      </Button>
    </li>
  );
};

/** Every text the form had here: who wrote it, when and why. The older ones stay readable, as they were signed. */
export const TextVersions = ({ form }: { readonly form: FormHead }): JSX.Element => {
  const { t } = useTranslation('forms');
  const [read, setRead] = useState<string | null>(null);
  const [open, setOpen] = useState(false);
  return (
    <details className="fold card">
      <summary>{t('versions.title', { count: form.versions.length })}</summary>
      <ul aria-label={t('versions.list')}>
        {form.versions.map((version) => (
          <Line
            key={version.version}
            version={version}
            onRead={() => {
              setRead(version.version);
              setOpen(true);
            }}
          />
        ))}
      </ul>
      <Modal
        opened={open}
        onClose={() => setOpen(false)}
        title={<span className="lg b">{t('versions.version', { version: read ?? '' })}</span>}
        closeButtonProps={{ 'aria-label': t('versions.close') }}
        size={640}
      >
        {read ? <OneText formId={form.id} version={read} /> : null}
      </Modal>
    </details>
  );
};
