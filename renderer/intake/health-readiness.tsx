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
import { reasonGroups } from './health-view.ts';

const icons: Readonly<Record<ReadinessState, TablerIcon>> = {
  'not-now': IconBan,
  'needs-clearance': IconMailQuestion,
  waiting: IconClock,
  'ready-with-limits': IconAdjustments,
  ready: IconCircleCheck,
};

type ReasonProps = { readonly clientId: string; readonly reason: ReadinessReason; readonly onFinding: (id: string) => void };

/** One reason, and the way to where something can be done about it. */
const Reason = ({ clientId, reason, onFinding }: ReasonProps): JSX.Element => {
  const { t } = useTranslation('readiness');
  const { code, about, day, findingId } = reason;
  const words = t(`reason.${code}`, { about: about ?? '', day: day ? dayWords(day) : '' });
  const params = { clientId };
  const consent = code.startsWith('consent-') || code === 'no-consent' || code === 'guardian-missing' || code === 'decision-maker-missing';
  return (
    <>
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
      )}
    </>
  );
};

/** So many that are the same but for what they are about stand there at once. */
const few = 3;

type GroupProps = Omit<ReasonProps, 'reason'> & { readonly reasons: readonly ReadinessReason[] };

/** Reasons that ask for the same, with what to do next said once. */
const Group = ({ clientId, reasons, onFinding }: GroupProps): JSX.Element | null => {
  const { t } = useTranslation('readiness');
  const { t: tHealth } = useTranslation('health');
  const [all, setAll] = useState(false);
  const [first] = reasons;
  if (!first) return null;
  const others = reasons.length - few;
  const from = [...new Set(reasons.map((reason) => reason.from || t('someone')))].join('; ');
  return (
    <li>
      {(all ? reasons : reasons.slice(0, few)).map((reason) => (
        <span key={reason.findingId ?? reason.about ?? reason.code} className="block">
          <Reason clientId={clientId} reason={reason} onFinding={onFinding} />
        </span>
      ))}
      {others > 0 ? (
        <button type="button" className="inline-link ready-link" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? tHealth('ready.fewer') : tHealth('ready.alike', { count: others })}
        </button>
      ) : null}
      <span className="ink-2 block">{t(`next.${first.code}`, { from })}</span>
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
        {reasonGroups([...first, ...(all ? rest : [])]).map((group) => (
          <Group key={`${group[0]?.state} ${group[0]?.code}`} clientId={clientId} reasons={group} onFinding={onFinding} />
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
