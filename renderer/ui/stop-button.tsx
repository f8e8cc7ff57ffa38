import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';

type Props = { readonly isStopping: boolean; readonly onPress: () => void };

/** One touch is the signal; after it the same place says that hands are off. A second tap of the same hand is not a second answer. */
export const StopButton = ({ isStopping, onPress }: Props): JSX.Element => {
  const { t } = useTranslation('session');
  return (
    <button
      type="button"
      className="cd-stop"
      data-stopping={isStopping || undefined}
      aria-keyshortcuts="Escape Space"
      onClick={({ detail }) => (detail > 1 ? undefined : onPress())}
    >
      {t(isStopping ? 'stop.handsOff' : 'stop.stop')}
      <span className="cd-stop-key" aria-hidden="true">
        {t('stop.key')}
      </span>
    </button>
  );
};
