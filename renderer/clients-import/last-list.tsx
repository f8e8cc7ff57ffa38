import { Button } from '@mantine/core';
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { AppError } from '../../shared/app-error.ts';
import type { TakenOverList } from '../../shared/client-import.ts';
import { listWords, momentWords } from '../dates.ts';
import { Confirm } from '../ui/confirm.tsx';
import { ErrorNotice, Notice } from '../ui/notice.tsx';
import { useCall, useSend } from '../use-call.ts';

const Used = z.object({ count: z.number(), names: z.array(z.string()) });

const Refused = ({ error }: { readonly error: AppError }): JSX.Element => {
  const { t } = useTranslation('import');
  const used = Used.safeParse(error.code === 'refused' ? error.details : null);
  return (
    <ErrorNotice error={error}>
      {used.success ? t('last.used', { count: used.data.count, names: listWords(used.data.names) }) : null}
    </ErrorNotice>
  );
};

const LastLine = ({ last }: { readonly last: TakenOverList }): JSX.Element => {
  const { t } = useTranslation('import');
  return <p>{t('last.line', { count: last.clients, name: last.fileName, when: momentWords(last.at) })}</p>;
};

/** The last list that was taken over, and the way to take it out again. */
export const LastList = (): JSX.Element | null => {
  const { t } = useTranslation('import');
  const { data } = useCall('clients.lastImport', {}, { fresh: true });
  const { send, isSending, error, value } = useSend('clients.undoImport');
  const [asks, setAsks] = useState(false);
  const last = data?.last ?? null;
  const undo = async (id: string): Promise<void> => {
    await send({ id });
    setAsks(false);
  };
  if (!last && !value) return null;
  return (
    <section className="lists-part fields" aria-labelledby="last-list">
      <h2 id="last-list" className="section-title">
        {t('last.title')}
      </h2>
      {value ? <Notice tone="sage" live title={t('last.undone', { count: value.clients })} /> : null}
      {last ? (
        <>
          <LastLine last={last} />
          <p className="ink-2">{t('last.text')}</p>
          <div className="row">
            <Button variant="default" disabled={isSending} onClick={() => setAsks(true)}>
              {isSending ? t('last.undoing') : t('last.action')}
            </Button>
          </div>
          <Confirm
            opened={asks}
            title={t('last.ask', { name: last.fileName })}
            text={t('last.askText', { count: last.clients })}
            yes={t('last.action')}
            no={t('last.no')}
            onYes={() => void undo(last.id)}
            onNo={() => setAsks(false)}
            busy={isSending}
          />
        </>
      ) : null}
      {error ? <Refused error={error} /> : null}
    </section>
  );
};
