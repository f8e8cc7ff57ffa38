import { type JSX, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormElement } from '../../shared/consent-form.ts';
import type { Answer } from '../../shared/form-answers.ts';
import { Option } from './option.tsx';

const steps = Array.from({ length: 11 }, (_, step) => step);

type ScaleProps = {
  readonly element: FormElement;
  readonly answer: Answer | undefined;
  readonly onAnswer: (answer: Answer | null) => void;
  readonly labelledBy: string;
};

/** From 0 to 10, its ends in words. Nothing stands there beforehand. */
export const ScalePart = ({ element, answer, onAnswer, labelledBy }: ScaleProps): JSX.Element => {
  const { t } = useTranslation('handover');
  const ends = useId();
  const chosen = answer?.kind === 'scale' ? answer.value : null;
  return (
    <div className="options">
      <div role="radiogroup" aria-labelledby={labelledBy} aria-describedby={ends}>
        <div className="scale">
          {steps.map((step) => (
            <label key={step} className="scale-step" data-on={chosen === step || undefined}>
              <input
                type="radio"
                name={element.id}
                value={step}
                checked={chosen === step}
                onChange={() => onAnswer({ kind: 'scale', value: step })}
              />
              <span className="num">{step}</span>
            </label>
          ))}
        </div>
        <p id={ends} className="scale-ends md ink-2">
          <span>{t('scale.least')}</span> <span>{t('scale.most')}</span>
        </p>
      </div>
      {element.allowDeclined ? (
        <Option
          kind="checkbox"
          name={`${element.id}-declined`}
          value="declined"
          label={t('flow.declined')}
          checked={answer?.kind === 'declined'}
          onChange={(on) => onAnswer(on ? { kind: 'declined' } : null)}
        />
      ) : null}
    </div>
  );
};
