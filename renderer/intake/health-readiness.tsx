import { Button } from '@mantine/core';
import { IconAdjustments, IconBan, IconCircleCheck, IconClock, IconMailQuestion, type Icon as TablerIcon } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReadinessReason, ReadinessState } from '../../shared/readiness.ts';
import { dayWords } from '../dates.ts';
import { Icon } from '../ui/icon.tsx';
import { ErrorNotice } from '../ui/notice.tsx';
import { useCall } from '../use-call.ts';

const icons: Readonly<Record<ReadinessState, TablerIcon>> = {
  'not-now': IconBan,
  'needs-clearance': IconMailQuestion,
  waiting: IconClock,
  'ready-with-limits': IconAdjustments,
  ready: IconCircleCheck,
};

type ReasonProps = { readonly clientId: string; readonly reason: ReadinessReason; readonly onFinding: (id: string) => void };

/** One reason with what to do next, and the way to where it is done. */
const Reason = ({ clientId, reason, onFinding }: ReasonProps): JSX.Element => {
  const { t } = useTranslation('readiness');
  const { code, about, day, from, findingId } = reason;
  const words = t(`reason.${code}`, { about: about ?? '', day: day ? dayWords(day) : '' });
  const params = { clientId };
  const consent = code.startsWith('consent-') || code === 'no-consent' || code === 'guardian-missing' || code === 'decision-maker-missing';
  return (
    <li>
      {findingId ? (
        <button type="button" className="inline-link ready-link" onClick={() => onFinding(findingId)}>
          {words}
        </button>
      ) : consent ? (
        <Link to="/clients/$clientId/consent" params={params} className="text-link b">
          {words}
        </Link>
      ) : code === 'no-intake' ? (
        <Link to="/clients/$clientId/intake" params={params} className="text-link b">
          {words}
        </Link>
      ) : (
        <span className="b">{words}</span>
      )}{' '}
      <span className="ink-2">{t(`next.${code}`, { from: from || t('someone') })}</span>
    </li>
  );
};

type Props = { readonly clientId: string; readonly onFinding: (id: string) => void };

/** Whether touch may begin today, and why: first what decides it, the rest on demand. */
export const HealthReadiness = ({ clientId, onFinding }: Props): JSX.Element | null => {
  const { t } = useTranslation('readiness');
  const { t: tHealth } = useTranslation('health');
  const [all, setAll] = useState(false);
  const { data, error, again } = useCall('readiness.of', { clientId });
  if (error) return <ErrorNotice error={error} again={again} />;
  if (!data) return null;
  const { state, reasons } = data;
  const first = reasons.filter((reason) => reason.state === state);
  const rest = reasons.filter((reason) => reason.state !== state);
  return (
    <section className="ready" data-state={state} aria-labelledby="ready-title">
      <h3 id="ready-title" tabIndex={-1} className="ready-title">
        <Icon icon={icons[state]} size={24} />
        <span className="visually-hidden">{t('title')}: </span>
        {t(`state.${state}`)}
      </h3>
      <p>{t(`meaning.${state}`)}</p>
      <ul className="ready-reasons">
        {[...first, ...(all ? rest : [])].map((reason, index) => (
          <Reason
            key={`${reason.code} ${reason.findingId ?? reason.about ?? index}`}
            clientId={clientId}
            reason={reason}
            onFinding={onFinding}
          />
        ))}
      </ul>
      {rest.length > 0 ? (
        <Button variant="subtle" size="compact-md" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? tHealth('ready.fewer') : tHealth('ready.more', { count: rest.length })}
        </Button>
      ) : null}
    </section>
  );
};
