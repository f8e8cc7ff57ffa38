import { type JSX, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Scale } from '../../shared/session-events.ts';
import { Pick } from './closing-chip.tsx';

const steps = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;

type Props = { readonly label: string; readonly chosen: Scale | null; readonly onChoose: (scale: Scale | null) => void };

/** A number from 0 to 10, or that they would rather not say. Nothing stands there beforehand, and a second press takes it away. */
export const ScaleRow = ({ label, chosen, onChoose }: Props): JSX.Element => {
  const { t } = useTranslation('closing');
  const id = useId();
  const turn = (scale: Scale): void => onChoose(chosen === scale ? null : scale);
  return (
    <fieldset className="closing-scale" aria-labelledby={id}>
      <div className="row wrap closing-scale-head">
        <span id={id} className="md b grow">
          {label}
        </span>
        <span className="xs ink-3">
          {t('scale.least')} · {t('scale.most')}
        </span>
        <Pick label={t('scale.declined')} isOn={chosen === 'declined'} onPress={() => turn('declined')} />
      </div>
      <div className="closing-steps">
        {steps.map((step) => (
          <button
            key={step}
            type="button"
            className="num"
            aria-label={t('scale.step', { value: step })}
            aria-pressed={chosen === step}
            onClick={() => turn(step)}
          >
            {step}
          </button>
        ))}
      </div>
    </fieldset>
  );
};
