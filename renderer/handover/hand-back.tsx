import { Button } from '@mantine/core';
import { type JSX, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Alone } from './alone.tsx';
import type { KeepState } from './keeper.ts';
import { KeptWords } from './kept-words.tsx';
import { TakeBack } from './take-back.tsx';

type HandBackProps = {
  readonly handoverId: string;
  readonly practitionerName: string;
  /** The client would rather sign on paper: the forms after that are read there. */
  readonly onPaper: boolean;
  readonly keeping: KeepState;
  readonly flush: () => Promise<boolean>;
  readonly onBack: () => void;
};

/** Nothing more is asked of the client; the practitioner takes the screen with the passphrase. */
export const HandBack = ({ handoverId, practitionerName, onPaper, keeping, flush, onBack }: HandBackProps): JSX.Element => {
  const { t } = useTranslation('handover');
  const [taking, setTaking] = useState(false);
  const left = useRef(false);
  const practitioner = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!taking && left.current) practitioner.current?.focus();
    left.current = taking;
  }, [taking]);
  return (
    <Alone title={t('back.title')}>
      {onPaper ? <p className="rest-words">{t('back.paper', { name: practitionerName })}</p> : null}
      <p className="rest-words ink-2">
        <KeptWords keeping={keeping} />
        <br />
        {t('back.text', { name: practitionerName })}
      </p>
      {taking ? (
        <TakeBack handoverId={handoverId} flush={flush} onLeave={() => setTaking(false)} />
      ) : (
        <div className="rest-actions">
          <Button ref={practitioner} size="lg" variant="default" onClick={() => setTaking(true)}>
            {t('back.practitioner')}
          </Button>
          <Button size="lg" variant="subtle" onClick={onBack}>
            {t('back.goOn')}
          </Button>
        </div>
      )}
    </Alone>
  );
};
