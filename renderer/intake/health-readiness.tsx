import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReadinessCode, ReadinessReason } from '../../shared/readiness.ts';
import { ErrorNotice } from '../ui/notice.tsx';
import { ReadinessMark } from '../ui/readiness.tsx';
import { groupsOf, groupWords, nextWords, type ReasonGroup, reasonWords } from '../ui/readiness-words.ts';
import { useCall } from '../use-call.ts';
import { useEachDay } from '../use-each-day.ts';

/** Which part of this page it is about, by the heading it begins with. */
const partOf: Partial<Readonly<Record<ReadinessCode, string>>> = {
  'change-open': 'change-title',
  'no-health-screen': 'questions-title',
  'health-screen-open': 'questions-title',
  'medicine-none': 'medicines-title',
  'medicine-cap': 'medicines-title',
  'medicine-to-match': 'medicines-title',
  'medicine-to-list': 'medicines-title',
  'medicines-not-told': 'medicines-title',
  'places-to-mark': 'medicines-title',
};

/** What is done about it on another page. */
const pageOf: Partial<Readonly<Record<ReadinessCode, 'consent' | 'intake'>>> = {
  'guardian-missing': 'consent',
  'no-intake': 'intake',
  'no-consent': 'consent',
  'consent-ended': 'consent',
  'consent-withdrawn': 'consent',
  'consent-sign-again': 'consent',
  'decision-maker-missing': 'consent',
};

const goToPart = (id: string): void => {
  const heading = document.getElementById(id);
  heading?.scrollIntoView({ block: 'start' });
  heading?.focus({ preventScroll: true });
};

type ReasonProps = { readonly clientId: string; readonly reason: ReadinessReason; readonly onFinding: (id: string) => void };

/** One reason, and the way to where something can be done about it. */
const Reason = ({ clientId, reason, onFinding }: ReasonProps): JSX.Element => {
  const { t } = useTranslation('readiness');
  const { code, findingId } = reason;
  const words = reasonWords(t, reason);
  const page = pageOf[code];
  const part = partOf[code];
  if (page) {
    return (
      <Link to={`/clients/$clientId/${page}`} params={{ clientId }} className="text-link b">
        {words}
      </Link>
    );
  }
  if (!findingId && !part) return <span className="b">{words}</span>;
  return (
    <button type="button" className="inline-link ready-link" onClick={() => (findingId ? onFinding(findingId) : goToPart(part ?? ''))}>
      {words}
    </button>
  );
};

/** So many that are the same but for what they are about stand there at once. */
const few = 3;

type GroupProps = Omit<ReasonProps, 'reason'> & { readonly group: ReasonGroup };

/** Reasons that ask for the same, with what to do next said once. Blanks are found where they are asked again. */
const Group = ({ clientId, group, onFinding }: GroupProps): JSX.Element => {
  const { t } = useTranslation('readiness');
  const { t: tHealth } = useTranslation('health');
  const [all, setAll] = useState(false);
  const { code, reasons } = group;
  const isBlank = (code === 'not-answered' || code === 'ask-today') && reasons.length > 1;
  const others = reasons.length - few;
  return (
    <li>
      {isBlank ? (
        <button type="button" className="inline-link ready-link" onClick={() => goToPart('ask-again-title')}>
          {groupWords(t, group)}
        </button>
      ) : (
        (all ? reasons : reasons.slice(0, few)).map((reason) => (
          <span key={reason.findingId ?? reason.about ?? reason.code} className="block">
            <Reason clientId={clientId} reason={reason} onFinding={onFinding} />
          </span>
        ))
      )}
      {others > 0 && !isBlank ? (
        <button type="button" className="inline-link ready-link" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? tHealth('ready.fewer') : tHealth('ready.alike', { count: others })}
        </button>
      ) : null}
      <span className="ink-2 block">{nextWords(t, group)}</span>
    </li>
  );
};

type Props = { readonly clientId: string; readonly onFinding: (id: string) => void };

/** Whether touch may begin today, and why: first what decides it, the rest on demand. It is of a day: a clearance may have ended since. */
export const HealthReadiness = ({ clientId, onFinding }: Props): JSX.Element | null => {
  const { t } = useTranslation('readiness');
  const { t: tHealth } = useTranslation('health');
  const [all, setAll] = useState(false);
  const { data, error, again } = useCall('readiness.of', { clientId }, { fresh: true });
  useEachDay(again);
  if (error) return <ErrorNotice error={error} again={again} />;
  if (!data) return null;
  const groups = groupsOf(data.reasons);
  const first = groups.filter(({ state }) => state === data.state);
  const rest = groups.length - first.length;
  return (
    <section className="ready" data-state={data.state} aria-labelledby="ready-title">
      <h3 id="ready-title" tabIndex={-1} className="ready-title">
        <ReadinessMark readiness={data} />
      </h3>
      <p>{t(`meaning.${data.state}`)}</p>
      <ul className="ready-reasons">
        {(all ? groups : first).map((group) => (
          <Group key={`${group.state} ${group.code}`} clientId={clientId} group={group} onFinding={onFinding} />
        ))}
      </ul>
      {rest > 0 ? (
        <Button variant="subtle" size="compact-md" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? tHealth('ready.fewer') : tHealth('ready.more', { count: rest })}
        </Button>
      ) : null}
    </section>
  );
};
