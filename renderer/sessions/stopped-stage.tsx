import { Button } from '@mantine/core';
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { signalCauses } from '../../shared/session-events.ts';
import type { StopEvent } from '../../shared/session-state.ts';
import { listWords } from '../dates.ts';
import { PageTitle } from '../ui/page.tsx';
import { useCall } from '../use-call.ts';
import { useConductor } from './conductor-context.ts';
import { elapsedWords } from './elapsed.ts';
import { DistressCheck } from './flag-distress.tsx';
import { StoppedSince } from './flag-head.tsx';
import { StoppedSignal } from './stopped-signal.tsx';
import { StoppedWays } from './stopped-ways.tsx';
import { useSecond } from './use-fresh.ts';

const causeOf = (stop: StopEvent | undefined): (typeof signalCauses)[number] =>
  signalCauses.find((cause) => cause === stop?.cause) ?? 'signal';

/** While hands are not off yet: the seconds, and the one thing that comes next. */
const Lifting = ({ stop }: { readonly stop: StopEvent | undefined }): JSX.Element => {
  const { t } = useTranslation('flags');
  const { now } = useConductor();
  useSecond();
  return (
    <section className="flag-column">
      <p className="lg ink-2">{t(`halted.cause.${causeOf(stop)}`)}</p>
      <PageTitle className="flag-title">{t('halted.title')}</PageTitle>
      <p className="flag-do b">{t('lift.next')}</p>
      {stop ? (
        <p className="flag-running ink-2">
          <span className="num" role="timer">
            {elapsedWords(now() - stop.at)}
          </span>{' '}
          {t('halted.running')}
        </p>
      ) : null}
    </section>
  );
};

/** What stands of it: how quickly hands were off, and what the place is for today. */
const Stands = ({ stop }: { readonly stop: StopEvent }): JSX.Element => {
  const { t } = useTranslation('flags');
  const { session } = useConductor();
  const { data } = useCall('consentMap.get', { clientId: session.clientId }, { enabled: stop.areas.length > 0 });
  const places = stop.areas.flatMap((code) => data?.areas.find((area) => area.code === code)?.label ?? []);
  const seconds = stop.handsOffAt === null ? null : Math.round((stop.handsOffAt - stop.at) / 1_000);
  return (
    <p className="md ink-2">
      {seconds === null ? null : t('halted.off', { count: seconds, seconds })}{' '}
      {places.length === 0 ? null : t('halted.place', { count: places.length, places: listWords(places) })}
    </p>
  );
};

const CheckIn = (): JSX.Element => {
  const { t } = useTranslation('flags');
  const { session } = useConductor();
  const [isOpen, open] = useState(false);
  const since = session.state.stops.at(-1)?.seq ?? 0;
  const said = session.state.checkIns.findLast(({ seq }) => seq > since);
  const noted = said
    ? typeof said.distress === 'number'
      ? t('halted.checkInNoted', { number: said.distress })
      : t('halted.checkInDeclined')
    : '';
  return (
    <section className="flag-part" aria-labelledby="stopped-check">
      <h2 id="stopped-check" className="section-title">
        {t('halted.checkIn')}
      </h2>
      {noted ? <p className="md num">{noted}</p> : null}
      {isOpen ? (
        <DistressCheck isBare onSaved={() => open(false)} />
      ) : (
        <Button variant="default" onClick={() => open(true)}>
          {t(said ? 'back.askAgain' : 'halted.checkIn')}
        </Button>
      )}
    </section>
  );
};

/** Hands are off: thanks first, then rest; what is asked is asked now and may be left. */
const Halted = ({ stop }: { readonly stop: StopEvent | undefined }): JSX.Element => {
  const { t } = useTranslation('flags');
  return (
    <section className="flag-wide-column">
      <PageTitle className="flag-question">{t('halted.thanks')}</PageTitle>
      <p className="flag-say">{t('halted.thankWords')}</p>
      {stop ? <Stands stop={stop} /> : null}
      <div className="stopped-columns">
        <div>
          <StoppedWays />
          <CheckIn />
        </div>
        {stop ? <StoppedSignal stop={stop} /> : null}
      </div>
    </section>
  );
};

/** A stop without a red flag. */
export const StoppedStage = (): JSX.Element => {
  const { t } = useTranslation('flags');
  const { session } = useConductor();
  const stop = session.state.stops.at(-1);
  return (
    <div className="flag-stage">
      <header className="flag-head">
        <StoppedSince stop={stop ?? null} />
        <span className="grow" />
        <span className="ink-2">{t('recorded')}</span>
      </header>
      <div className="flag-body">{session.state.mode === 'stopping' ? <Lifting stop={stop} /> : <Halted stop={stop} />}</div>
    </div>
  );
};
