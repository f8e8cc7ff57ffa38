import { Button } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconBodyScan, IconCheck, IconMail, IconMailQuestion } from '@tabler/icons-react';
import { type JSX, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Finding } from '../../shared/finding.ts';
import { isOpen, needsPlaces } from '../../shared/finding-rules.ts';
import { lastDayWords, sinceWords } from '../dates.ts';
import { draftOf } from '../drafts.ts';
import { ButtonLink } from '../ui/button-link.tsx';
import { Icon } from '../ui/icon.tsx';
import { Decided, DecideForm, type Deciding, decideKey, deciding } from './findings-decide.tsx';
import { eventReason, eventWords, numbered } from './findings-words.ts';
import { kindsAbove, kindsBelow } from './health-view.ts';
import { type Care, placeNames } from './use-health.ts';

const Fact = ({ label, children }: { readonly label: string; readonly children: ReactNode }): JSX.Element => (
  <div>
    <dt>{label}</dt>
    <dd dir="auto">{children}</dd>
  </div>
);

/** Everything that is known of a finding and what to do about it, in words. */
const Facts = ({ finding, care }: { readonly finding: Finding; readonly care: Care }): JSX.Element => {
  const { t } = useTranslation('health');
  const { item, clearance, clearanceAsked, areas } = finding;
  return (
    <dl className="finding-facts">
      <Fact label={t('fact.do')}>{item.do}</Fact>
      {item.adaptation ? <Fact label={t('fact.adaptation')}>{item.adaptation}</Fact> : null}
      {finding.words ? <Fact label={t('fact.words')}>“{finding.words}”</Fact> : null}
      {finding.weight === 'local' || areas ? (
        <Fact label={t('fact.places')}>
          {areas?.length ? placeNames(care.areas, areas) : <span className="wait b">{t('fact.placesNone')}</span>}
        </Fact>
      ) : null}
      {item.referTo ? <Fact label={t('fact.referTo')}>{item.referTo}</Fact> : null}
      {item.revisit ? <Fact label={t('fact.revisit')}>{item.revisit}</Fact> : null}
      {clearance ? (
        <Fact label={t('fact.clearance')}>
          {clearance.outcome === 'not-cleared'
            ? t('fact.notCleared', { from: clearance.from })
            : t(finding.cleared ? 'fact.cleared' : 'fact.clearedNotNow', {
                from: clearance.from,
                day: clearance.endsOn ? lastDayWords(clearance.endsOn) : '',
              })}
          {clearance.scope?.words ? <span className="block">{clearance.scope.words}</span> : null}
        </Fact>
      ) : null}
      {clearanceAsked ? (
        <Fact label={t('fact.asked')}>{t('fact.askedOf', { of: clearanceAsked.of, time: sinceWords(clearanceAsked.at) })}</Fact>
      ) : null}
      {finding.saysNo ? <Fact label={t('fact.saysNo')}>{t('fact.saysNoText', { time: sinceWords(finding.saysNo) })}</Fact> : null}
      {finding.known ? null : <Fact label={t('fact.known')}>{t('fact.knownText')}</Fact>}
    </dl>
  );
};

export const FindingHistory = ({ finding, care }: { readonly finding: Finding; readonly care: Care }): JSX.Element => {
  const { t } = useTranslation('health');
  return (
    <details className="finding-history">
      <summary>{t('history', { count: finding.events.length })}</summary>
      <ol>
        {numbered(finding.events).map(({ number, event }) => (
          <li key={number} className="num" dir="auto">
            {eventWords(t, event, care.areas)}
            {eventReason(event) ? <span className="block ink-2">“{eventReason(event)}”</span> : null}
          </li>
        ))}
      </ol>
    </details>
  );
};

type ActionsProps = { readonly finding: Finding; readonly care: Care; readonly onDecide: (what: Deciding) => void };

const Actions = ({ finding, care, onDecide }: ActionsProps): JSX.Element => {
  const { t } = useTranslation('health');
  const { t: letters } = useTranslation('letters');
  const { id: clientId } = care.client;
  const { condition } = finding.item;
  const mayAsk = finding.item.referTo !== '' || finding.action !== 'P1';
  return (
    <div className="row wrap finding-actions">
      {finding.weight === 'local' || finding.areas ? (
        <ButtonLink
          to="/clients/$clientId/health/places/$findingId"
          params={{ clientId, findingId: finding.id }}
          variant={needsPlaces(finding) ? 'filled' : 'default'}
          leftSection={<Icon icon={IconBodyScan} size={18} />}
          aria-label={t(finding.areas ? 'act.changePlacesOf' : 'act.markPlacesOf', { condition })}
        >
          {t(finding.areas ? 'act.changePlaces' : 'act.markPlaces')}
        </ButtonLink>
      ) : null}
      {mayAsk ? (
        <ButtonLink
          to="/clients/$clientId/clearance/new"
          params={{ clientId }}
          search={{ finding: finding.id }}
          variant="default"
          leftSection={<Icon icon={IconMailQuestion} size={18} />}
          aria-label={t('act.clearanceOf', { condition })}
        >
          {t('act.clearance')}
        </ButtonLink>
      ) : null}
      {mayAsk ? (
        <ButtonLink
          to="/letters/new"
          search={{ clientId, findingId: finding.id }}
          variant="subtle"
          leftSection={<Icon icon={IconMail} size={18} />}
          aria-label={letters('entry.findingOf', { condition })}
        >
          {letters('entry.finding')}
        </ButtonLink>
      ) : null}
      {kindsAbove(finding).length > 0 ? (
        <Button
          variant="subtle"
          leftSection={<Icon icon={IconArrowUp} size={18} />}
          aria-label={t('decide.raiseOf', { condition })}
          onClick={() => onDecide('raise')}
        >
          {t('act.raise')}
        </Button>
      ) : null}
      {kindsBelow(finding).length > 0 ? (
        <Button
          variant="subtle"
          leftSection={<Icon icon={IconArrowDown} size={18} />}
          aria-label={t('decide.lowerOf', { condition })}
          onClick={() => onDecide('lower')}
        >
          {t('act.lower')}
        </Button>
      ) : null}
      <Button
        variant="subtle"
        leftSection={<Icon icon={IconCheck} size={18} />}
        aria-label={t('decide.resolveOf', { condition })}
        onClick={() => onDecide('resolve')}
      >
        {t('act.resolve')}
      </Button>
    </div>
  );
};

/** What somebody began to write about it, and did not finish. */
export const begunFor = (finding: Finding): Deciding | null =>
  deciding.find((what) => draftOf(decideKey(finding, what), Decided) !== undefined) ?? null;

/** The buttons that were there are gone: reading goes on where the finding is, or at the heading of all of them. */
const keepFocus = (id: string): void => {
  requestAnimationFrame(() => {
    if (document.activeElement && document.activeElement !== document.body) return;
    (document.getElementById(`finding-${id}`) ?? document.getElementById('findings-title'))?.focus({ preventScroll: true });
  });
};

/** What stands under a finding that is opened. */
export const FindingBody = ({ finding, care }: { readonly finding: Finding; readonly care: Care }): JSX.Element => {
  const [what, setWhat] = useState<Deciding | null>(() => begunFor(finding));
  const done = (): void => {
    setWhat(null);
    keepFocus(finding.id);
  };
  const works = care.canWork && isOpen(finding);
  return (
    <div className="item-body">
      <Facts finding={finding} care={care} />
      {works && what ? <DecideForm key={what} finding={finding} what={what} care={care} onDone={done} /> : null}
      {works && !what ? <Actions finding={finding} care={care} onDecide={setWhat} /> : null}
      <FindingHistory finding={finding} care={care} />
    </div>
  );
};
