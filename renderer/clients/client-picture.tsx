import { Button, FileButton } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type JSX, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../shared/app-error.ts';
import type { Client } from '../../shared/clients.ts';
import { ErrorNotice, Notice, said } from '../ui/notice.tsx';
import { sendFile } from '../ui/send-file.ts';
import { keyOf, useSend } from '../use-call.ts';
import { drawnSmall } from './square-of.ts';

type OfClient = { readonly client: Client };

/** Only where there is one: nobody needs a picture. */
export const ClientPicture = ({ client: { photo, chosenName } }: OfClient): JSX.Element | null => {
  const { t } = useTranslation('clients');
  if (!photo) return null;
  return (
    <img className="client-picture" src={`data:${photo.mediaType};base64,${photo.bytes}`} alt={t('picture.alt', { name: chosenName })} />
  );
};

type Trouble = 'unreadable' | AppError | null;

const TroubleNotice = ({ trouble }: { readonly trouble: Trouble }): JSX.Element | null => {
  const { t } = useTranslation('clients');
  if (trouble === null) return null;
  return trouble === 'unreadable' ? <Notice tone="wait" title={t('picture.unreadable')} live /> : <ErrorNotice error={trouble} />;
};

/** Where a picture is chosen, changed and taken away. */
export const PictureOfClient = ({ client }: OfClient): JSX.Element => {
  const { t } = useTranslation('clients');
  const queries = useQueryClient();
  const { send, isSending } = useSend('clients.setPhoto');
  const [trouble, setTrouble] = useState<Trouble>(null);
  const [drawing, setDrawing] = useState(false);
  const chooser = useRef<HTMLButtonElement>(null);

  const set = async (uploadId: string | null): Promise<void> => {
    const reply = await send({ clientId: client.id, version: client.version, uploadId });
    setTrouble(reply.ok ? null : reply.error);
    if (!reply.ok) return;
    queries.setQueryData(keyOf('clients.get', { id: client.id }), reply.value);
    said(t(uploadId === null ? 'picture.removed' : 'picture.kept'));
    // What was pressed may be gone; the chooser never waits for an answer, or it could not take the focus.
    chooser.current?.focus();
  };
  const choose = async (file: File | null): Promise<void> => {
    if (!file) return;
    setDrawing(true);
    const picture = await drawnSmall(file).catch(() => null);
    const sent = picture && (await sendFile(picture, { onShare: () => undefined, stopped: () => false }));
    setDrawing(false);
    if (!sent) setTrouble('unreadable');
    else if (sent.ok) await set(sent.value.uploadId);
    else setTrouble(sent.error);
  };
  return (
    <section aria-labelledby="facts-picture">
      <h2 id="facts-picture" className="section-title">
        {t('picture.title')}
      </h2>
      <p className="ink-2">{t('picture.text')}</p>
      <TroubleNotice trouble={trouble} />
      <div className="row picture-actions">
        <FileButton accept="image/png,image/jpeg" onChange={(file) => void choose(file)}>
          {(props) => (
            <Button variant="default" disabled={drawing} ref={chooser} {...props}>
              {client.photo ? t('picture.another') : t('picture.add')}
            </Button>
          )}
        </FileButton>
        {client.photo ? (
          <Button variant="subtle" disabled={isSending || drawing} onClick={() => void set(null)}>
            {t('picture.remove')}
          </Button>
        ) : null}
      </div>
    </section>
  );
};
