import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Scale } from '../../shared/session-events.ts';
import { Deed } from './closing-deed.tsx';
import { useConductor } from './conductor-context.ts';
import { NumberScale } from './number-scale.tsx';

/** One number, kept by a second touch: a slip of the hand is no alarm. */
export const GroundNumber = (): JSX.Element => {
  const { t } = useTranslation('closing');
  const { tell, isSending } = useConductor();
  const [chosen, choose] = useState<Scale | null>(null);
  const [kept, keep] = useState<Scale | null>(null);
  const save = async (): Promise<void> => {
    if (chosen === null) return;
    if (!(await tell('checked-in', { distress: chosen, pain: null, words: '', sensations: [] }))) return;
    keep(chosen);
    choose(null);
  };
  return (
    <section aria-labelledby="ground-number" className="closing-part">
      <h2 id="ground-number" className="section-title">
        {t('ground.number')}
      </h2>
      <NumberScale label={t('ground.distress')} value={chosen} onChange={choose} />
      <div className="row wrap">
        <Deed isOff={chosen === null || isSending} onPress={() => void save()}>
          {t('ground.keep')}
        </Deed>
        <span role="status" className="good">
          {kept === null ? '' : t('ground.kept', { value: kept === 'declined' ? t('close.declined') : t('close.value', { value: kept }) })}
        </span>
      </div>
    </section>
  );
};
