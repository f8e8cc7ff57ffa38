import { Textarea } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormElement } from '../../shared/consent-form.ts';
import type { Answer } from '../../shared/form-answers.ts';
import { Option } from './option.tsx';

type PartProps = {
  readonly element: FormElement;
  readonly answer: Answer | undefined;
  readonly onAnswer: (answer: Answer | null) => void;
  readonly labelledBy: string;
};

const ChoicePart = ({ element, answer, onAnswer, labelledBy }: PartProps): JSX.Element => (
  <div className="options" role="radiogroup" aria-labelledby={labelledBy}>
    {element.options.map((option) => (
      <Option
        key={option.value}
        kind="radio"
        name={element.id}
        value={option.value}
        label={option.label}
        checked={answer?.kind === 'choice' && answer.value === option.value}
        onChange={() => onAnswer({ kind: 'choice', value: option.value })}
      />
    ))}
    <Declined element={element} answer={answer} onAnswer={onAnswer} kind="radio" />
  </div>
);

const MultiPart = ({ element, answer, onAnswer, labelledBy }: PartProps): JSX.Element => {
  const { t } = useTranslation('handover');
  const chosen = answer?.kind === 'multi' ? answer.values : [];
  const set = (value: string, on: boolean): void => {
    const values = element.options.map((option) => option.value).filter((one) => (one === value ? on : chosen.includes(one)));
    onAnswer(values.length > 0 ? { kind: 'multi', values } : null);
  };
  return (
    <fieldset className="options" aria-labelledby={labelledBy}>
      <p className="md ink-2 options-help">{t('flow.anyOf')}</p>
      {element.options.map((option) => (
        <Option
          key={option.value}
          kind="checkbox"
          name={element.id}
          value={option.value}
          label={option.label}
          checked={chosen.includes(option.value)}
          onChange={(on) => set(option.value, on)}
        />
      ))}
      <Declined element={element} answer={answer} onAnswer={onAnswer} kind="checkbox" />
    </fieldset>
  );
};

const TextPart = ({ element, answer, onAnswer }: PartProps): JSX.Element => {
  const { t } = useTranslation('handover');
  return (
    <div className="options">
      <Textarea
        size="lg"
        label={t('flow.yourWords')}
        autosize
        minRows={3}
        maxRows={8}
        dir="auto"
        value={answer?.kind === 'text' ? answer.text : ''}
        onChange={(event) => onAnswer(event.currentTarget.value ? { kind: 'text', text: event.currentTarget.value } : null)}
      />
      <Declined element={element} answer={answer} onAnswer={onAnswer} kind="checkbox" />
    </div>
  );
};

const Declined = ({
  element,
  answer,
  onAnswer,
  kind,
}: Omit<PartProps, 'labelledBy'> & { readonly kind: 'radio' | 'checkbox' }): JSX.Element | null => {
  const { t } = useTranslation('handover');
  if (!element.allowDeclined) return null;
  return (
    <Option
      kind={kind}
      name={kind === 'radio' ? element.id : `${element.id}-declined`}
      value="declined"
      label={t('flow.declined')}
      checked={answer?.kind === 'declined'}
      onChange={(on) => onAnswer(on ? { kind: 'declined' } : null)}
    />
  );
};

/** A question that stands alone on its page, other than the body areas. */
export const QuestionPart = (props: PartProps): JSX.Element | null => {
  switch (props.element.capture) {
    case 'choice':
      return <ChoicePart {...props} />;
    case 'multi':
      return <MultiPart {...props} />;
    case 'text':
      return <TextPart {...props} />;
    default:
      return null;
  }
};
