import { Button, Checkbox, Radio, TextInput } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../../shared/form-answers.ts';
import type { IntakeItem } from '../../shared/intake.ts';
import { chosenWith, manyOf, opensOther, otherOf } from './answering.ts';
import { useTyped } from './use-typed.ts';

export type AnswerProps = {
  readonly item: IntakeItem;
  readonly answer: Answer | null;
  readonly onAnswer: (answer: Answer | null, typing?: 'typing') => void;
};

const declined = 'declined';

const OtherWords = ({ item, answer, onAnswer }: AnswerProps): JSX.Element => {
  const { t } = useTranslation('intake');
  const { value, type, leave } = useTyped(otherOf(answer), (other) => {
    if (answer?.kind === 'choice' || answer?.kind === 'multi') onAnswer({ ...answer, other }, 'typing');
  });
  return (
    <TextInput
      className="other-words"
      label={t('answer.other')}
      id={`other-${item.id}`}
      dir="auto"
      autoComplete="off"
      value={value}
      onChange={(event) => type(event.currentTarget.value)}
      onBlur={leave}
    />
  );
};

/** One of several. What was chosen can be cleared again: no answer is an answer too. */
export const ChoiceAnswer = (props: AnswerProps): JSX.Element => {
  const { t } = useTranslation('intake');
  const { item, answer, onAnswer } = props;
  const chosen = answer?.kind === 'choice' ? answer.value : answer?.kind === 'declined' ? declined : '';
  const choose = (value: string): void =>
    onAnswer(
      value === declined
        ? { kind: 'declined' }
        : { kind: 'choice', value, other: otherOf(answer) && opensOther(item, value) ? otherOf(answer) : '' },
    );
  return (
    <div>
      <Radio.Group label={t('answer.one')} value={chosen} onChange={choose} name={`answer-${item.id}`}>
        <div className="picks">
          {item.options.map(({ value, label }) => (
            <Radio key={value} value={value} label={label} />
          ))}
          {item.allowDeclined ? <Radio value={declined} label={t('answer.declined')} /> : null}
        </div>
      </Radio.Group>
      {answer?.kind === 'choice' && opensOther(item, answer.value) ? <OtherWords {...props} /> : null}
    </div>
  );
};

/** Any of several; one that stands for nothing else clears the others. */
export const ManyAnswer = (props: AnswerProps): JSX.Element => {
  const { t } = useTranslation('intake');
  const { item, answer, onAnswer } = props;
  const chosen = answer?.kind === 'multi' ? answer.values : [];
  const give = (values: string[]): void => onAnswer(manyOf(item, values, otherOf(answer)));
  return (
    <div>
      <Checkbox.Group label={t('answer.any')} value={[...chosen, ...(answer?.kind === 'declined' ? [declined] : [])]}>
        <div className="picks">
          {item.options.map(({ value, label }) => (
            <Checkbox
              key={value}
              value={value}
              label={label}
              onChange={(event) => give(chosenWith(item, chosen, value, event.currentTarget.checked))}
            />
          ))}
          {item.allowDeclined ? (
            <Checkbox
              value={declined}
              label={t('answer.declined')}
              onChange={(event) => onAnswer(event.currentTarget.checked ? { kind: 'declined' } : null)}
            />
          ) : null}
        </div>
      </Checkbox.Group>
      {chosen.some((value) => opensOther(item, value)) ? <OtherWords {...props} /> : null}
    </div>
  );
};

export const ClearAnswer = ({ item, onClear }: { readonly item: IntakeItem; readonly onClear: () => void }): JSX.Element => {
  const { t } = useTranslation('intake');
  return (
    <Button variant="subtle" className="clear-answer" aria-label={t('answer.clearOf', { item: item.label })} onClick={onClear}>
      {t('answer.clear')}
    </Button>
  );
};

const scaleValues = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;

/** 0 to 10, as the client points or says. Saying nothing is "declined", never 0. */
export const ScaleAnswer = ({ item, answer, onAnswer }: AnswerProps): JSX.Element => {
  const { t } = useTranslation('intake');
  const chosen = answer?.kind === 'scale' ? String(answer.value) : answer?.kind === 'declined' ? declined : '';
  return (
    <div>
      <Radio.Group
        label={t('answer.scale')}
        value={chosen}
        onChange={(value) => onAnswer(value === declined ? { kind: 'declined' } : { kind: 'scale', value: Number(value) })}
        name={`answer-${item.id}`}
      >
        <div className="scale-picks">
          {scaleValues.map((value) => (
            <Radio.Card key={value} value={String(value)} className="scale-pick" aria-label={t('answer.scaleOne', { value })}>
              {value}
            </Radio.Card>
          ))}
        </div>
        {item.allowDeclined ? <Radio value={declined} label={t('answer.scaleDeclined')} /> : null}
      </Radio.Group>
    </div>
  );
};
