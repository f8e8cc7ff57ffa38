import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type JSX, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../shared/app-error.ts';
import { Intake } from '../../shared/intake.ts';
import { openItems } from '../../shared/intake-rules.ts';
import { call } from '../call.ts';
import { ErrorNotice, said } from '../ui/notice.tsx';
import { keyOf } from '../use-call.ts';
import { OpenSummary } from './open-summary.tsx';
import type { Work } from './work.ts';

/** Ends the round once every item was talked about or left for another time; until then it names what is open. */
export const Finish = ({ work, onOpen }: { readonly work: Work; readonly onOpen: (id: string) => void }): JSX.Element => {
  const { t } = useTranslation('intake');
  const queries = useQueryClient();
  const { round, client, of, entries } = work;
  const [attempt, setAttempt] = useState(0);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<AppError | 'unsaved' | null>(null);
  const running = useRef(false);
  const open = openItems(of.items, entries);
  const first = round.intake.number === 1;

  const review = async (): Promise<AppError | 'unsaved' | null> => {
    if (!(await round.flush())) return 'unsaved';
    const reply = await call('intake.review', { intakeId: round.latest().id, revision: round.latest().revision });
    if (reply.ok) {
      said(t(first ? 'finish.doneFirst' : 'finish.done', { name: client.chosenName }));
      await Promise.all([
        queries.invalidateQueries({ queryKey: keyOf('intake.ofClient', { clientId: client.id }) }),
        queries.invalidateQueries({ queryKey: keyOf('clients.get', { id: client.id }) }),
      ]);
      return null;
    }
    const stands = reply.error.code === 'conflict' ? Intake.safeParse(reply.error.current).data : undefined;
    if (stands) round.put(stands);
    return reply.error;
  };
  const finish = async (): Promise<void> => {
    setAttempt(attempt + 1);
    if (open.length > 0 || running.current) return;
    running.current = true;
    setBusy(true);
    setError(null);
    setError(await review());
    running.current = false;
    setBusy(false);
  };
  return (
    <div className="intake-finish">
      {attempt > 0 ? <OpenSummary items={of.items} open={open} attempt={attempt} onOpen={onOpen} /> : null}
      {error && error !== 'unsaved' ? <ErrorNotice error={error} /> : null}
      {error === 'unsaved' ? (
        <p className="wait b" role="alert">
          {t('finish.unsaved')}
        </p>
      ) : null}
      <div className="row wrap form-actions">
        <Button onClick={() => void finish()} disabled={busy} variant={open.length === 0 ? 'filled' : 'default'}>
          {t(first ? 'finish.first' : 'finish.review')}
        </Button>
        <span className="ink-2 num">{open.length === 0 ? t('finish.ready') : t('finish.left', { count: open.length })}</span>
      </div>
      <p className="ink-2">{t('finish.text')}</p>
    </div>
  );
};
