import { Button } from '@mantine/core';
import { IconClipboardText, IconDeviceTablet, IconMessages, IconPhoneCheck, IconRefresh } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { healthFormId } from '../../shared/health.ts';
import { call } from '../call.ts';
import { momentDay, sinceWords } from '../dates.ts';
import { ButtonLink } from '../ui/button-link.tsx';
import { Icon } from '../ui/icon.tsx';
import { ErrorNotice, Notice } from '../ui/notice.tsx';
import { usePressed } from '../ui/use-pressed.ts';
import { useCall } from '../use-call.ts';
import type { Care } from './use-health.ts';

/** A client who answers alone needs numbers to call that a person has checked: until then the way leads there. */
const HandOver = ({ care }: { readonly care: Care }): JSX.Element => {
  const { t } = useTranslation('health');
  const crisis = useCall('crisis.settings', {}).data;
  const { id: clientId, chosenName: name } = care.client;
  if (crisis && crisis.saved === null) {
    return (
      <ButtonLink
        to="/settings/$section"
        params={{ section: 'crisis' }}
        variant="default"
        leftSection={<Icon icon={IconPhoneCheck} />}
        aria-describedby="crisis-first"
      >
        {t('ways.crisisFirst')}
      </ButtonLink>
    );
  }
  return (
    <ButtonLink
      to="/clients/$clientId/consent/prepare"
      params={{ clientId }}
      search={{ form: healthFormId }}
      variant="default"
      leftSection={<Icon icon={IconDeviceTablet} />}
    >
      {t('ways.handOver', { name })}
    </ButtonLink>
  );
};

/** Why there is no hand-over yet. */
const CrisisFirst = (): JSX.Element | null => {
  const { t } = useTranslation('health');
  const crisis = useCall('crisis.settings', {}).data;
  if (!crisis || crisis.saved !== null) return null;
  return (
    <p id="crisis-first" className="ink-2">
      {t('ways.crisisFirstText')}
    </p>
  );
};

const useBegin = (clientId: string) => {
  const navigate = useNavigate();
  return usePressed(async () => {
    const reply = await call('health.start', { clientId });
    if (!reply.ok) return reply.error;
    await navigate({ to: '/clients/$clientId/health/questions', params: { clientId } });
    return null;
  });
};

/** Where the health questions stand, and the ways to go on with them. */
export const HealthQuestions = ({ care }: { readonly care: Care }): JSX.Element => {
  const { t } = useTranslation('health');
  const { client, of, content, canWork } = care;
  const { id: clientId } = client;
  const { open, newest } = of;
  const { busy, error, press } = useBegin(clientId);
  const asked = new Set(of.suitability.map(({ questionId }) => questionId));
  const done = of.screens.find(({ doneAt }) => doneAt !== null);
  const aloud = content.suitability.filter(({ id }) => asked.has(id)).length;
  return (
    <section className="health-part" aria-labelledby="questions-title">
      <h3 id="questions-title" tabIndex={-1} className="health-title">
        {t('ways.title')}
      </h3>
      {open ? (
        <p className="b wait num">
          {t('ways.open', { done: open.seen.length, of: content.sections.length, time: sinceWords(open.savedAt) })}
        </p>
      ) : null}
      {!open && !done ? <p className="ink-2">{t('ways.none', { name: client.chosenName })}</p> : null}
      {done?.doneAt ? <p className="good b num">{t('ways.done', { day: momentDay(done.doneAt), count: done.number })}</p> : null}
      {error ? <ErrorNotice error={error} /> : null}
      {canWork ? (
        <div className="row wrap health-ways">
          {open ? (
            <ButtonLink to="/clients/$clientId/health/questions" params={{ clientId }} leftSection={<Icon icon={IconClipboardText} />}>
              {t('ways.goOn')}
            </ButtonLink>
          ) : (
            <Button
              variant={done ? 'default' : 'filled'}
              leftSection={<Icon icon={done ? IconRefresh : IconClipboardText} />}
              disabled={busy}
              onClick={() => void press()}
            >
              {t(done ? 'ways.review' : 'ways.here')}
            </Button>
          )}
          <HandOver care={care} />
          {newest && !open ? (
            <ButtonLink to="/clients/$clientId/health/questions" params={{ clientId }} variant="subtle">
              {t('ways.read')}
            </ButtonLink>
          ) : null}
          <ButtonLink
            to="/clients/$clientId/health/aloud"
            params={{ clientId }}
            variant="subtle"
            leftSection={<Icon icon={IconMessages} />}
          >
            {t('ways.aloud', { done: aloud, of: content.suitability.length })}
          </ButtonLink>
        </div>
      ) : (
        <Notice tone="wait" title={t('ways.archived')} />
      )}
      {canWork ? <CrisisFirst /> : null}
    </section>
  );
};
