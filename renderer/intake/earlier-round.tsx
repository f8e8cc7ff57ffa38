import { IconArrowLeft, IconPrinter } from '@tabler/icons-react';
import { type JSX, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { momentDay } from '../dates.ts';
import { ButtonLink } from '../ui/button-link.tsx';
import { Icon } from '../ui/icon.tsx';
import { ErrorNotice } from '../ui/notice.tsx';
import { useTitle } from '../ui/page.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { useCall } from '../use-call.ts';
import { RoundReading } from './round-reading.tsx';

/** One finished round, to read. */
export const EarlierRound = ({ clientId, intakeId }: { readonly clientId: string; readonly intakeId: string }): JSX.Element => {
  const { t } = useTranslation('intake');
  const of = useCall('intake.ofClient', { clientId });
  const round = useCall('intake.get', { intakeId });
  const heading = useRef<HTMLHeadingElement>(null);
  const isRead = round.data !== undefined && of.data !== undefined;
  useEffect(() => {
    if (isRead) heading.current?.focus({ preventScroll: true });
  }, [isRead]);
  useTitle(t('title'));
  const error = of.error ?? round.error;
  if (error) return <ErrorNotice error={error} again={() => Promise.all([of.again(), round.again()])} />;
  if (!of.data || !round.data) return <Waiting>{t('reading')}</Waiting>;
  const { number, reviewedAt } = round.data;
  return (
    <section className="intake" aria-labelledby="intake-title">
      <h2 ref={heading} tabIndex={-1} id="intake-title" className="section-title">
        {number === 1 ? t('first') : t('reviewOf', { number: number - 1 })}
      </h2>
      <div className="row wrap intake-head">
        <span className="grow ink-2 num">{reviewedAt ? t('review.done', { day: momentDay(reviewedAt) }) : t('rounds.open')}</span>
        <ButtonLink to="/clients/$clientId/intake" params={{ clientId }} variant="subtle" leftSection={<Icon icon={IconArrowLeft} />}>
          {t('rounds.back')}
        </ButtonLink>
        <ButtonLink
          to="/clients/$clientId/intake/$intakeId/paper"
          params={{ clientId, intakeId }}
          variant="subtle"
          leftSection={<Icon icon={IconPrinter} />}
        >
          {t('ways.filled')}
        </ButtonLink>
      </div>
      <RoundReading round={round.data} of={of.data} />
    </section>
  );
};
