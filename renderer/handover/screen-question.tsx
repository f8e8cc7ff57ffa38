import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormOption } from '../../shared/consent-form.ts';
import { HealthAnswer } from '../../shared/health.ts';
import { Wrong } from '../ui/field.tsx';

type QuestionProps = {
  readonly id: string;
  readonly question: string;
  readonly options: readonly FormOption[];
  readonly answer: HealthAnswer | undefined;
  readonly wrong: boolean;
  readonly onAnswer: (answer: HealthAnswer) => void;
};

/** One plain question and its answers in a row. None weighs more than another. */
export const ScreenQuestion = ({ id, question, options, answer, wrong, onAnswer }: QuestionProps): JSX.Element => {
  const { t } = useTranslation('handover');
  return (
    <fieldset className="asked" data-wrong={wrong || undefined} aria-describedby={wrong ? `${id}-open` : undefined}>
      <legend dir="auto">
        {question}
        {wrong ? (
          <span id={`${id}-open`} className="asked-open sm">
            <Wrong>{t('screen.open')}</Wrong>
          </span>
        ) : null}
      </legend>
      <div className="asked-answers">
        {options.map(({ value, label }) => (
          <label key={value} className="asked-answer" data-on={answer === value || undefined}>
            <input
              type="radio"
              name={id}
              value={value}
              checked={answer === value}
              onChange={() => {
                const { data } = HealthAnswer.safeParse(value);
                if (data) onAnswer(data);
              }}
            />
            <span>{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
};
