import { IconFlag } from '@tabler/icons-react';
import { type JSX, type MouseEvent, useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../ui/icon.tsx';
import { StopButton } from '../ui/stop-button.tsx';
import { useStopKeys } from '../ui/use-stop-keys.ts';
import { useConductor } from './conductor-context.ts';
import { PhaseStrip } from './phase-strip.tsx';

/** The first touch is the signal; the next one says that hands are off. */
export const useStopTouch = (): { readonly isStopping: boolean; readonly press: () => void } => {
  const { session, stop, handsOff } = useConductor();
  const isStopping = session.state.mode === 'stopping';
  return { isStopping, press: useCallback(() => (isStopping ? handsOff() : stop()), [isStopping, stop, handsOff]) };
};

/** A second tap of the same hand is not a second answer. */
const onceOf = (press: () => void) => (event: MouseEvent) => (event.detail > 1 ? undefined : press());

/** Always there, and nothing ever covers it. */
export const StopBar = (): JSX.Element => {
  const { t } = useTranslation('session');
  const { flag } = useConductor();
  const { isStopping, press } = useStopTouch();
  useStopKeys(press);
  return (
    <footer className="cd-foot">
      <PhaseStrip />
      <div className="cd-stop-row">
        <StopButton isStopping={isStopping} onPress={press} />
        <button type="button" className="cd-flag" onClick={onceOf(flag)}>
          <Icon icon={IconFlag} size={26} />
          {t('stop.flag')}
        </button>
      </div>
    </footer>
  );
};
