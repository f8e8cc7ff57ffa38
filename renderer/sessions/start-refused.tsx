import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../shared/app-error.ts';
import type { Readiness } from '../../shared/readiness.ts';
import { StartReasons } from '../../shared/sessions.ts';
import { ErrorNotice, Notice } from '../ui/notice.tsx';
import { ReadinessReasons } from '../ui/readiness.tsx';
import { keyOf } from '../use-call.ts';

type Props = { readonly error: AppError; readonly clientId: string; readonly onTalk: () => void };

const readinessIn = (details: unknown): Readiness | null => {
  const reasons = StartReasons.safeParse(details).data;
  const [first] = reasons ?? [];
  return reasons && first ? { state: first.state, reasons } : null;
};

/** Why it did not begin, and what leads on: talk alone, or the session that is open. */
export const StartRefused = ({ error, clientId, onTalk }: Props): JSX.Element => {
  const { t } = useTranslation('session');
  const queries = useQueryClient();
  const navigate = useNavigate();
  if (error.code !== 'refused') return <ErrorNotice error={error} />;
  const { reason, details } = error;
  if (reason === 'talk-only' || reason === 'not-ready') {
    const readiness = readinessIn(details?.reasons);
    const talk = (
      <Button variant="default" onClick={onTalk}>
        {t('start.talkInstead')}
      </Button>
    );
    return (
      <Notice tone="wait" live title={t(`start.refused.${reason}`)} actions={reason === 'talk-only' ? talk : null}>
        {readiness ? <ReadinessReasons clientId={clientId} readiness={readiness} /> : null}
      </Notice>
    );
  }
  if (reason === 'session-open' && details?.own === true) {
    const open = async (): Promise<void> => {
      await queries.invalidateQueries({ queryKey: keyOf('sessions.current', {}) });
      await navigate({ to: '/session' });
    };
    return (
      <Notice
        tone="wait"
        live
        title={t('start.refused.session-open')}
        actions={<Button onClick={() => void open()}>{t('start.toOpen')}</Button>}
      />
    );
  }
  return <ErrorNotice error={error} />;
};
