import { Button, Progress } from '@mantine/core';
import { IconArrowLeft, IconPrinter } from '@tabler/icons-react';
import { type JSX, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../shared/calls.ts';
import { ButtonLink } from '../ui/button-link.tsx';
import { DocumentView } from '../ui/document-view.tsx';
import { Icon } from '../ui/icon.tsx';
import { ErrorNotice } from '../ui/notice.tsx';
import { PageHead } from '../ui/page.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { useCall, useSend } from '../use-call.ts';

type Sheet = OutputOf<'paper.handout'>;
type Choosing = { readonly clientId: string | null; readonly onMade: (sheet: Sheet) => void };

/** How far the drawing has come; null before the vault has said so. */
const useDrawn = (): { readonly done: number; readonly total: number } | null => {
  const [drawn, setDrawn] = useState<{ readonly done: number; readonly total: number } | null>(null);
  useEffect(
    () =>
      window.stillpoint.onNotice((notice) => {
        if (notice.kind === 'progress' && notice.of === 'record') setDrawn({ done: notice.done, total: notice.total });
      }),
    [],
  );
  return drawn;
};

const Drawing = (): JSX.Element => {
  const { t } = useTranslation('paper');
  const drawn = useDrawn();
  return (
    <>
      <Waiting>{t('recordDrawing')}</Waiting>
      {drawn ? (
        <>
          <Progress value={(drawn.done / drawn.total) * 100} aria-label={t('recordDrawn', drawn)} maw={320} />
          <p className="ink-2 num">{t('recordDrawn', drawn)}</p>
        </>
      ) : null}
    </>
  );
};

const WholeRecord = ({ clientId, onMade }: { readonly clientId: string; readonly onMade: (sheet: Sheet) => void }): JSX.Element => {
  const { t } = useTranslation('paper');
  const { send, isSending, error } = useSend('paper.record');
  return (
    <section aria-labelledby="whole-record">
      <h2 id="whole-record">{t('record')}</h2>
      <p>{t('recordText')}</p>
      {error ? <ErrorNotice error={error} /> : null}
      {isSending ? <Drawing /> : null}
      <Button
        variant="default"
        disabled={isSending}
        onClick={() => void send({ clientId }).then((reply) => reply.ok && onMade(reply.value))}
      >
        {t('recordMake')}
      </Button>
    </section>
  );
};

const Choose = ({ clientId, onMade }: Choosing): JSX.Element => {
  const { t } = useTranslation('paper');
  const { data, error, again } = useCall('paper.handouts', {});
  const drawing = useSend('paper.handout');
  const forWhom = (audience: string): string =>
    audience === 'client' ? t('for.client') : audience === 'clinician' ? t('for.clinician') : t('for.practitioner');
  const make = (handoutId: string): void => void drawing.send({ handoutId, clientId }).then((reply) => reply.ok && onMade(reply.value));
  return (
    <div className="page-body">
      <h2>{t('sheets')}</h2>
      <p>{t('sheetsText')}</p>
      {error ? <ErrorNotice error={error} again={again} /> : null}
      {drawing.error ? <ErrorNotice error={drawing.error} /> : null}
      {drawing.isSending ? <Waiting>{t('drawing')}</Waiting> : null}
      {data ? (
        <ul className="handouts">
          {data.handouts.map(({ id, title, audience }) => (
            <li key={id}>
              <Button variant="subtle" leftSection={<Icon icon={IconPrinter} />} disabled={drawing.isSending} onClick={() => make(id)}>
                {title}
              </Button>
              <span>{forWhom(audience)}</span>
            </li>
          ))}
        </ul>
      ) : null}
      {data || error ? null : <Waiting>{t('reading')}</Waiting>}
      {clientId ? <WholeRecord {...{ clientId, onMade }} /> : null}
    </div>
  );
};

/** Sheets for a client's hand, and the whole record on paper. */
export const HandoutsPage = ({ clientId }: { readonly clientId: string | null }): JSX.Element => {
  const { t } = useTranslation('paper');
  const [made, onMade] = useState<Sheet | null>(null);
  const icon = <Icon icon={IconArrowLeft} />;
  return (
    <div className="document">
      <PageHead title={made?.title ?? (clientId ? t('titleOf') : t('title'))} focusKey={made?.id ?? ''} />
      <div className="document-back">
        {made ? (
          <Button variant="subtle" leftSection={icon} onClick={() => onMade(null)}>
            {t('back')}
          </Button>
        ) : clientId ? (
          <ButtonLink to="/clients/$clientId" params={{ clientId }} variant="subtle" leftSection={icon}>
            {t('toClient')}
          </ButtonLink>
        ) : null}
      </div>
      {made ? <DocumentView document={made} /> : <Choose {...{ clientId, onMade }} />}
    </div>
  );
};
