import { Button, FileButton } from '@mantine/core';
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePractice } from '../practice.ts';
import { ErrorNotice, Notice } from '../ui/notice.tsx';
import { sendFile } from '../ui/send-file.ts';
import { useCall, useSend } from '../use-call.ts';
import './settings.css';

/** Twice as fine as paper shows it; larger is drawn smaller before it is kept. */
const most = { width: 1_200, height: 368 } as const;

/** Drawn anew as a plain picture: whatever else its file says stays where it was. @throws when it is no picture */
const redrawn = async (file: File): Promise<File> => {
  const picture = await createImageBitmap(file);
  const scale = Math.min(1, most.width / picture.width, most.height / picture.height);
  const canvas = new OffscreenCanvas(Math.max(1, Math.round(picture.width * scale)), Math.max(1, Math.round(picture.height * scale)));
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  return new File([await canvas.convertToBlob({ type: 'image/png' })], 'logo.png', { type: 'image/png' });
};

/** The picture at the head of papers. */
export const LogoSettings = (): JSX.Element => {
  const { t } = useTranslation('settings');
  const { role } = usePractice();
  const { data, error } = useCall('logo.get', {});
  const { send, isSending, error: refused } = useSend('logo.set');
  const [unreadable, setUnreadable] = useState(false);
  const choose = async (file: File | null): Promise<void> => {
    if (!file || !data) return;
    const picture = await redrawn(file).catch(() => null);
    setUnreadable(picture === null);
    const sent = picture && (await sendFile(picture, { onShare: () => undefined, stopped: () => false }));
    if (sent?.ok) await send({ version: data.version, uploadId: sent.value.uploadId });
  };
  return (
    <section aria-labelledby="logo-title">
      <h2 id="logo-title">{t('logo.title')}</h2>
      <p>{t('logo.text')}</p>
      {error ? <ErrorNotice error={error} /> : null}
      {refused ? <ErrorNotice error={refused} /> : null}
      {unreadable ? <Notice tone="wait" title={t('logo.unreadable')} live /> : null}
      {data?.picture ? (
        <img src={`data:${data.picture.mediaType};base64,${data.picture.bytes}`} alt={t('logo.alt')} className="logo-now" />
      ) : null}
      {role === 'owner' ? (
        <div className="actions">
          <FileButton accept="image/png,image/jpeg" onChange={(file) => void choose(file)}>
            {(props) => (
              <Button variant="default" disabled={isSending || !data} {...props}>
                {t('logo.choose')}
              </Button>
            )}
          </FileButton>
          {data?.picture ? (
            <Button variant="subtle" disabled={isSending} onClick={() => void send({ version: data.version, uploadId: null })}>
              {t('logo.remove')}
            </Button>
          ) : null}
        </div>
      ) : null}
    </section>
  );
};
