import { type JSX, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Scale } from '../../shared/session-events.ts';

const steps = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;

type Props = {
  readonly label: string;
  readonly value: Scale | null;
  readonly onChange: (value: Scale | null) => void;
  /** The one before, beside it. */
  readonly last?: Scale | null;
};

/** A number from 0 to 10, or that they would rather not say: that is an answer too. Nothing stands there beforehand, and a second touch takes it away. */
export const NumberScale = ({ label, value, onChange, last = null }: Props): JSX.Element => {
  const { t } = useTranslation('session');
  const id = useId();
  const press = (next: Scale): void => onChange(value === next ? null : next);
  return (
    <fieldset className="cd-scale" aria-labelledby={id}>
      <div className="cd-scale-head">
        <span id={id} className="cd-group-label">
          {label}
        </span>
        {last === null ? null : (
          <span className="ink-2 num">{last === 'declined' ? t('scale.lastDeclined') : t('scale.last', { number: last })}</span>
        )}
        <span className="cd-scale-ends xs ink-3">{t('scale.ends')}</span>
      </div>
      <div className="cd-scale-steps">
        {steps.map((step) => (
          <button
            key={step}
            type="button"
            className="num"
            aria-label={t('scale.step', { value: step })}
            aria-pressed={value === step}
            onClick={() => press(step)}
          >
            {step}
          </button>
        ))}
        <button type="button" aria-pressed={value === 'declined'} onClick={() => press('declined')}>
          {t('scale.declined')}
        </button>
      </div>
    </fieldset>
  );
};
