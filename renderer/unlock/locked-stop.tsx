import { type JSX, type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Instant } from '../../shared/time.ts';
import { clockTime, minutesSince } from '../dates.ts';
import { keepUnsent } from '../stop-outbox.ts';
import { StopButton } from '../ui/stop-button.tsx';
import { useStopKeys } from '../ui/use-stop-keys.ts';
import { useMinute } from '../use-minute.ts';
import { deliverStops } from './deliver-stops.ts';

type Noted = 'written' | 'not-written' | null;

/** What was touched is on the screen at once, noted outside the page, and then written down by the vault without a key. */
const useLockedStop = () => {
  const [isStopping, setStopping] = useState(false);
  const [noted, setNoted] = useState<Noted>(null);
  const before = useRef<Promise<unknown>>(Promise.resolve());
  const deliver = useCallback((): Promise<boolean> => {
    const delivered = before.current.then(deliverStops);
    before.current = delivered;
    return delivered;
  }, []);
  useEffect(() => void deliver(), [deliver]);

  const touch = useCallback((): void => {
    keepUnsent({ id: crypto.randomUUID(), kind: isStopping ? 'hands-off' : 'stop', at: Date.now() });
    setStopping(!isStopping);
    setNoted(null);
    void deliver().then((isWritten) => setNoted(isWritten ? 'written' : 'not-written'));
  }, [isStopping, deliver]);
  return { isStopping, noted, touch };
};

const Stop = ({ since }: { readonly since: Instant }): JSX.Element => {
  const { t } = useTranslation('unlock');
  const { isStopping, noted, touch } = useLockedStop();
  useMinute();
  useStopKeys(touch);
  return (
    <section className="locked-stop" aria-label={t('sitting.title')}>
      <p className="ink-2 num">
        <span className="b">{t('sitting.title')}</span> · {t('sitting.since', { time: clockTime(since), count: minutesSince(since) })}
      </p>
      <StopButton isStopping={isStopping} onPress={touch} />
      <p className={noted === 'not-written' ? 'b wait' : 'ink-2'} role="status">
        {noted === null ? '' : t(noted === 'written' ? 'sitting.written' : 'sitting.notWritten')}
      </p>
    </section>
  );
};

type Props = { readonly session: { readonly since: Instant } | null; readonly children: ReactNode };

/** While a session is open STOP stays within reach of whoever is at the locked computer, with nothing of the client. */
export const WithLockedStop = ({ session, children }: Props): ReactNode => {
  // The door may not have been written; what was touched still is.
  useEffect(() => {
    if (!session) void deliverStops();
  }, [session]);
  if (!session) return children;
  return (
    <div className="locked-sitting">
      {children}
      <Stop since={session.since} />
    </div>
  );
};
