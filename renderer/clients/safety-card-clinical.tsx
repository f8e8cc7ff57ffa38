import { IconInfoCircle, IconPrinter } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../shared/calls.ts';
import type { Client } from '../../shared/clients.ts';
import type { ReadinessCode } from '../../shared/readiness.ts';
import { sinceWords } from '../dates.ts';
import { Icon } from '../ui/icon.tsx';
import { ErrorNotice } from '../ui/notice.tsx';
import { ReadinessMark, ReadinessReasons } from '../ui/readiness.tsx';
import { StopSignal } from '../ui/stop-signal.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { useCall } from '../use-call.ts';
import { useEachDay } from '../use-each-day.ts';
import { Changes } from './safety-card-changes.tsx';
import { Health, Medicines } from './safety-card-health.tsx';
import { Line } from './safety-card-line.tsx';
import { Around, LastStop, OwnWays } from './safety-card-person.tsx';
import { ReadBefore } from './safety-card-read.tsx';
import { ContactLines } from './safety-card-short.tsx';
import { HowTouched, Places } from './safety-card-touch.tsx';

type Told = OutputOf<'safety.card'>;

/** The card is of a day: left open over midnight it is asked for anew. */
export const useCard = (clientId: string) => {
  const asked = useCall('safety.card', { clientId }, { fresh: true });
  useEachDay(asked.again);
  return asked;
};

/** What the lines of health and medicines say by themselves, and say better. */
const toldBelow: readonly ReadinessCode[] = ['cleared', 'local', 'modify', 'medicine-cap'];

const Reasons = ({ told: { card } }: { readonly told: Told }): JSX.Element | null => {
  const { t } = useTranslation('safety');
  const reasons = card.readiness.reasons.filter(({ code }) => !toldBelow.includes(code));
  if (reasons.length === 0) return null;
  return (
    <Line icon={IconInfoCircle} label={t('why')}>
      <ReadinessReasons clientId={card.clientId} readiness={{ ...card.readiness, reasons }} />
    </Line>
  );
};

/** Where every place is closed, what closes it comes before the places. */
export const CardLines = ({ told, client }: { readonly told: Told; readonly client: Client }): JSX.Element => {
  const { card } = told;
  const health = (
    <>
      <Health card={card} />
      <Medicines medicines={card.medicines} />
    </>
  );
  return (
    <dl className="safety-lines">
      <Reasons told={told} />
      <Changes changes={card.changes} />
      {card.places.allClosed ? health : null}
      <Places places={card.places} />
      <HowTouched {...card} />
      {card.places.allClosed ? null : health}
      <OwnWays card={card} />
      <Around card={card} />
      <LastStop card={card} />
      <ContactLines client={client} />
    </dl>
  );
};

/** Stop signal and readiness stand still; the rest scrolls under them. */
export const ClinicalCard = ({ client }: { readonly client: Client }): JSX.Element => {
  const { t } = useTranslation('safety');
  const { t: tReadiness } = useTranslation('readiness');
  const { data: told, error, again } = useCard(client.id);
  return (
    <>
      <div className="safety-head">
        <h2 className="md b grow">{t('title')}</h2>
        {told ? <span className="xs ink-3 num">{t('asOf', { time: sinceWords(told.asOf) })}</span> : null}
        <Link to="/clients/$clientId/safety/paper" params={{ clientId: client.id }} className="safety-print" aria-label={t('print')}>
          <Icon icon={IconPrinter} tone="ink-2" />
        </Link>
      </div>
      <StopSignal key={client.id} client={client} resumes />
      {told ? (
        <div className="safety-ready">
          <ReadinessMark readiness={told.card.readiness} />
          <div className="xs ink-2">{tReadiness(`meaning.${told.card.readiness.state}`)}</div>
          {told.card.underAge ? <div className="xs wait b">{t('underAge')}</div> : null}
        </div>
      ) : null}
      {error ? <ErrorNotice error={error} again={again} /> : null}
      {told ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        <section className="safety-scroll" tabIndex={0} aria-label={t('all')}>
          <CardLines told={told} client={client} />
        </section>
      ) : null}
      {told || error ? null : <Waiting />}
      {told && !client.archivedAt ? <ReadBefore clientId={client.id} told={told} again={again} /> : null}
    </>
  );
};
