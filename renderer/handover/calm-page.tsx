import { Button } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { type JSX, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Handover } from '../../shared/handover.ts';
import { call } from '../call.ts';
import { watchTouches } from '../touches.ts';
import { CrisisNumbersList } from '../ui/crisis-numbers.tsx';
import { Alone } from './alone.tsx';
import { useQuietPage } from './quiet-page.ts';
import { TakeBack } from './take-back.tsx';

type CalmProps = { readonly handover: Handover; readonly calm: NonNullable<Handover['calm']> };

const nothingToKeep = async (): Promise<boolean> => true;

/** Something answered calls for the practitioner now. Nothing of it is said, nothing more is asked, and there is no way back into the forms. */
export const CalmPage = ({ handover, calm }: CalmProps): JSX.Element => {
  const { t } = useTranslation('handover');
  const [taking, setTaking] = useState(false);
  const left = useRef(false);
  const practitioner = useRef<HTMLButtonElement>(null);
  useQuietPage(handover);
  useEffect(watchTouches, []);
  useHotkeys([['mod+L', () => void call('vault.lock', {})]], []);
  useEffect(() => {
    if (!taking && left.current) practitioner.current?.focus();
    left.current = taking;
  }, [taking]);
  return (
    <Alone title={t('calm.title')}>
      <p className="rest-words">{t('calm.text', { name: handover.practitionerName })}</p>
      {calm.numbers ? (
        <div className="calm-numbers">
          <CrisisNumbersList numbers={calm.numbers} />
        </div>
      ) : null}
      {taking ? (
        <TakeBack handoverId={handover.id} flush={nothingToKeep} onLeave={() => setTaking(false)} />
      ) : (
        <div className="rest-actions">
          <Button ref={practitioner} size="lg" variant="default" onClick={() => setTaking(true)}>
            {t('back.practitioner')}
          </Button>
        </div>
      )}
    </Alone>
  );
};
