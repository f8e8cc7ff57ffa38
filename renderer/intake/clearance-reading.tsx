import type { JSX, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Clearance } from '../../shared/clearance.ts';
import { dayWords, lastDayWords, momentWords, today } from '../dates.ts';
import { ButtonLink } from '../ui/button-link.tsx';
import { ClearanceStateWords } from './clearance-list.tsx';
import { isLimited, stateOf } from './clearance-rule.ts';
import { aboutWords, limitWords } from './clearance-words.ts';
import type { Care } from './use-health.ts';

type Props = { readonly clearance: Clearance; readonly care: Care };

const Fact = ({ label, children }: { readonly label: string; readonly children: ReactNode }): JSX.Element => (
  <div className="fact">
    <dt>{label}</dt>
    <dd className="contact-note num" dir="auto">
      {children}
    </dd>
  </div>
);

/** What was asked, as it was asked. */
export const RequestReading = ({ clearance, care }: Props): JSX.Element => {
  const { t } = useTranslation('clearance');
  return (
    <section aria-labelledby="request-title">
      <h2 id="request-title" className="section-title">
        {t('record.of')}
      </h2>
      <dl className="facts facts-one">
        <Fact label={t('read.about')}>{aboutWords(t, clearance.findingIds, care.of.findings)}</Fact>
        <Fact label={t('read.asked')}>
          {t('line.asked', { of: clearance.of, day: dayWords(clearance.askedOn), way: t(`way.${clearance.way}`) })}
        </Fact>
        {clearance.question ? <Fact label={t('read.question')}>{clearance.question}</Fact> : null}
      </dl>
    </section>
  );
};

const Limits = ({
  scope,
  care,
}: {
  readonly scope: NonNullable<NonNullable<Clearance['reply']>['scope']>;
  readonly care: Care;
}): JSX.Element => {
  const { t } = useTranslation('clearance');
  const { t: tUi } = useTranslation('ui');
  if (!isLimited(scope)) return <>{t('read.noLimits')}</>;
  const lines = limitWords({ clearance: t, level: (level) => tUi(`level.${level}`) }, scope, care.areas);
  return <>{lines.join('\n')}</>;
};

/** An answer that was recorded: it is not changed any more, a newer request takes its place. */
export const ReplyReading = ({ clearance, care }: Props): JSX.Element | null => {
  const { t } = useTranslation('clearance');
  const { reply } = clearance;
  if (!reply) return null;
  const cleared = reply.outcome === 'cleared';
  return (
    <section aria-labelledby="reply-title">
      <h2 id="reply-title" className="section-title">
        {t('read.answer')}
      </h2>
      <dl className="facts facts-one">
        <Fact label={t('read.stands')}>
          <ClearanceStateWords state={stateOf(clearance, care.of.findings, today())} />
        </Fact>
        <Fact label={t('read.received')}>
          {t('line.answered', { from: reply.from, day: dayWords(reply.receivedOn), way: t(`way.${reply.way}`) })}
        </Fact>
        {cleared && reply.endsOn ? <Fact label={t('read.lastDay')}>{lastDayWords(reply.endsOn)}</Fact> : null}
        {cleared && reply.scope ? (
          <Fact label={t('read.limits')}>
            <Limits scope={reply.scope} care={care} />
          </Fact>
        ) : null}
        {reply.words ? <Fact label={t('read.words')}>{reply.words}</Fact> : null}
        {reply.documentId ? (
          <Fact label={t('read.letter')}>
            <ButtonLink
              to="/clients/$clientId/files/$documentId"
              params={{ clientId: clearance.clientId, documentId: reply.documentId }}
              variant="default"
            >
              {t('read.openLetter')}
            </ButtonLink>
          </Fact>
        ) : null}
        <Fact label={t('read.recorded')}>{t('read.by', { moment: momentWords(reply.recordedAt), by: reply.recordedBy })}</Fact>
      </dl>
    </section>
  );
};
