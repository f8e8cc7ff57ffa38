import { Button } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { Alone } from './alone.tsx';
import type { KeepState } from './keeper.ts';
import { KeptWords } from './kept-words.tsx';

type RestingProps = { readonly keeping: KeepState; readonly onGoOn: () => void; readonly onStop: () => void };

/** A screen that asks nothing. */
export const Resting = ({ keeping, onGoOn, onStop }: RestingProps): JSX.Element => {
  const { t } = useTranslation('handover');
  return (
    <Alone title={t('rest.title')}>
      <p className="rest-words ink-2">
        <KeptWords keeping={keeping} />
        <br />
        {t('rest.text')}
      </p>
      <div className="rest-actions">
        <Button size="lg" onClick={onGoOn}>
          {t('rest.goOn')}
        </Button>
        <Button size="lg" variant="subtle" onClick={onStop}>
          {t('rest.stop')}
        </Button>
      </div>
    </Alone>
  );
};
