import {
  IconArrowLeft,
  IconCircleCheck,
  IconCircleX,
  IconClock,
  IconHourglass,
  IconMailQuestion,
  type Icon as TablerIcon,
} from '@tabler/icons-react';
import { type JSX, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Clearance } from '../../shared/clearance.ts';
import { isOpen } from '../../shared/finding-rules.ts';
import { dayWords, lastDayWords, today } from '../dates.ts';
import { ButtonLink } from '../ui/button-link.tsx';
import { Icon } from '../ui/icon.tsx';
import { ErrorNotice } from '../ui/notice.tsx';
import { useTitle } from '../ui/page.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { type ClearanceState, inOrder, stateOf } from './clearance-rule.ts';
import { aboutWords } from './clearance-words.ts';
import { IntakeParts } from './intake-parts.tsx';
import { type Care, useHealth } from './use-health.ts';

const signs: Readonly<Record<ClearanceState, TablerIcon>> = {
  open: IconMailQuestion,
  'ends-soon': IconHourglass,
  cleared: IconCircleCheck,
  'not-cleared': IconCircleX,
  overtaken: IconClock,
  ended: IconClock,
};

export const ClearanceStateWords = ({ state }: { readonly state: ClearanceState }): JSX.Element => {
  const { t } = useTranslation('clearance');
  const waits = state === 'open' || state === 'ends-soon' || state === 'not-cleared';
  const tone = waits ? 'wait-ink' : state === 'cleared' ? 'sage-ink' : 'ink-3';
  return (
    <span className={waits ? 'state wait' : state === 'cleared' ? 'state good' : 'state ink-2'}>
      <Icon icon={signs[state]} size={18} tone={tone} />
      {t(`state.${state}`)}
    </span>
  );
};

type LineProps = { readonly clearance: Clearance; readonly care: Care };

const Buttons = ({ clearance, care, state }: LineProps & { readonly state: ClearanceState }): JSX.Element => {
  const { t } = useTranslation('clearance');
  const about = aboutWords(t, clearance.findingIds, care.of.findings);
  const left = clearance.findingIds.filter((id) => care.of.findings.some((one) => one.id === id && isOpen(one)));
  const asksAgain = care.canWork && state !== 'open' && state !== 'cleared' && left.length > 0;
  return (
    <div className="row wrap">
      <ButtonLink
        to="/clients/$clientId/clearance/$clearanceId"
        params={{ clientId: clearance.clientId, clearanceId: clearance.id }}
        variant={state === 'open' ? 'default' : 'subtle'}
        aria-label={t(state === 'open' ? 'line.recordNamed' : 'line.openNamed', { of: clearance.of, about })}
      >
        {t(state === 'open' ? 'line.record' : 'line.open')}
      </ButtonLink>
      {asksAgain ? (
        <ButtonLink
          to="/clients/$clientId/clearance/new"
          params={{ clientId: clearance.clientId }}
          search={{ finding: left }}
          variant="default"
          aria-label={t('line.againNamed', { about })}
        >
          {t('line.again')}
        </ButtonLink>
      ) : null}
    </div>
  );
};

const Line = ({ clearance, care }: LineProps): JSX.Element => {
  const { t } = useTranslation('clearance');
  const { reply } = clearance;
  const state = stateOf(clearance, care.of.findings, today());
  return (
    <li className="clearance-line" data-state={state}>
      <div className="grow">
        <ClearanceStateWords state={state} />
        <div className="b" dir="auto">
          {aboutWords(t, clearance.findingIds, care.of.findings)}
        </div>
        <div className="ink-2 num" dir="auto">
          {t('line.asked', { of: clearance.of, day: dayWords(clearance.askedOn), way: t(`way.${clearance.way}`) })}
        </div>
        {reply ? (
          <div className="ink-2 num" dir="auto">
            {t('line.answered', { from: reply.from, day: dayWords(reply.receivedOn), way: t(`way.${reply.way}`) })}
          </div>
        ) : null}
        {reply?.endsOn && state !== 'not-cleared' ? (
          <div className={state === 'ends-soon' ? 'wait b num' : 'num'}>
            {t(state === 'ended' ? 'line.lastDayWas' : 'line.lastDay', { day: lastDayWords(reply.endsOn) })}
          </div>
        ) : null}
        {state === 'overtaken' ? <div className="ink-2">{t('line.overtaken')}</div> : null}
      </div>
      <Buttons clearance={clearance} care={care} state={state} />
    </li>
  );
};

const List = ({ care }: { readonly care: Care }): JSX.Element => {
  const { t } = useTranslation('clearance');
  const { clearances, findings } = care.of;
  return (
    <>
      {clearances.length === 0 ? (
        <div>
          <p className="md">{t('none')}</p>
          <p className="ink-2">{t('noneText')}</p>
        </div>
      ) : (
        <ul className="team" aria-label={t('title')}>
          {inOrder(clearances).map((one) => (
            <Line key={one.id} clearance={one} care={care} />
          ))}
        </ul>
      )}
      <div className="row wrap">
        {care.canWork && findings.some(isOpen) ? (
          <ButtonLink
            to="/clients/$clientId/clearance/new"
            params={{ clientId: care.client.id }}
            leftSection={<Icon icon={IconMailQuestion} />}
          >
            {t('new')}
          </ButtonLink>
        ) : null}
        <ButtonLink
          to="/clients/$clientId/care-team"
          params={{ clientId: care.client.id }}
          variant="subtle"
          leftSection={<Icon icon={IconArrowLeft} />}
        >
          {t('backToTeam')}
        </ButtonLink>
      </div>
    </>
  );
};

/** Everything clinicians were asked about a client, and what they answered. */
export const ClearanceList = ({ clientId }: { readonly clientId: string }): JSX.Element => {
  const { t } = useTranslation('clearance');
  const { care, error, again } = useHealth(clientId);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  useTitle(t('title'));
  return (
    <section className="intake" aria-labelledby="clearance-title">
      <IntakeParts clientId={clientId} />
      <h2 ref={heading} tabIndex={-1} id="clearance-title" className="section-title">
        {t('title')}
      </h2>
      {error ? <ErrorNotice error={error} again={again} /> : null}
      {!care && !error ? <Waiting>{t('reading')}</Waiting> : null}
      {care ? <List care={care} /> : null}
    </section>
  );
};
