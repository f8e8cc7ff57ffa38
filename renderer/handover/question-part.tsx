import { Textarea } from '@mantine/core';
import { Fragment, type JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormElement } from '../../shared/consent-form.ts';
import { type Answer, opensText } from '../../shared/form-answers.ts';
import { Option, OptionWords } from './option.tsx';
import { PeoplePart } from './people-part.tsx';
import { ScalePart } from './scale-part.tsx';

type PartProps = {
  readonly element: FormElement;
  readonly answer: Answer | undefined;
  readonly onAnswer: (answer: Answer | null) => void;
  readonly labelledBy: string;
};

const otherOf = (answer: Answer | undefined): string => (answer?.kind === 'choice' || answer?.kind === 'multi' ? answer.other : '');

const ChoicePart = ({ element, answer, onAnswer, labelledBy }: PartProps): JSX.Element => {
  const chosen = answer?.kind === 'choice' ? answer.value : null;
  return (
    <div className="options" role="radiogroup" aria-labelledby={labelledBy}>
      {element.options.map(({ value, label }) => (
        <Fragment key={value}>
          <Option
            kind="radio"
            name={element.id}
            value={value}
            label={label}
            checked={chosen === value}
            onChange={() => onAnswer({ kind: 'choice', value, other: '' })}
          />
          {chosen === value && opensText(element, value) ? (
            <OptionWords
              id={`${element.id}-words`}
              option={label}
              value={otherOf(answer)}
              onChange={(other) => onAnswer({ kind: 'choice', value, other })}
            />
          ) : null}
        </Fragment>
      ))}
      <Declined element={element} answer={answer} onAnswer={onAnswer} kind="radio" />
    </div>
  );
};

/** What is chosen once `value` was touched: an option that stands for nothing else clears the others, and they clear it. */
export const chosenWith = (element: FormElement, chosen: readonly string[], value: string, on: boolean): string[] => {
  if (on && element.exclusive.includes(value)) return [value];
  return element.options
    .map((option) => option.value)
    .filter((one) => (one === value ? on : chosen.includes(one) && !(on && element.exclusive.includes(one))));
};

const MultiPart = ({ element, answer, onAnswer, labelledBy }: PartProps): JSX.Element => {
  const { t } = useTranslation('handover');
  const chosen = answer?.kind === 'multi' ? answer.values : [];
  const give = (values: string[], other: string): void => {
    const opened = values.some((value) => opensText(element, value));
    onAnswer(values.length > 0 ? { kind: 'multi', values, other: opened ? other : '' } : null);
  };
  return (
    <fieldset className="options" aria-labelledby={labelledBy}>
      <p className="md ink-2 options-help">{t('flow.anyOf')}</p>
      {element.options.map(({ value, label }) => (
        <Fragment key={value}>
          <Option
            kind="checkbox"
            name={element.id}
            value={value}
            label={label}
            checked={chosen.includes(value)}
            onChange={(on) => give(chosenWith(element, chosen, value, on), otherOf(answer))}
          />
          {chosen.includes(value) && opensText(element, value) ? (
            <OptionWords id={`${element.id}-words`} option={label} value={otherOf(answer)} onChange={(other) => give([...chosen], other)} />
          ) : null}
        </Fragment>
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
        aria-describedby={`${element.id}-text`}
        autosize
        minRows={element.asks === 'touch' ? 1 : 3}
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

/** A question that stands alone on its page, other than places and days. */
export const QuestionPart = (props: PartProps): JSX.Element | null => {
  switch (props.element.capture) {
    case 'choice':
      return <ChoicePart {...props} />;
    case 'multi':
      return <MultiPart {...props} />;
    case 'text':
      return <TextPart {...props} />;
    case 'scale':
      return <ScalePart {...props} />;
    case 'contacts':
      return <PeoplePart {...props} />;
    default:
      return null;
  }
};
