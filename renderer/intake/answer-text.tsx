import { Checkbox, Textarea } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { limits } from '../../shared/limits.ts';
import { shows } from '../../shared/text.ts';
import { Wrong } from '../ui/field.tsx';
import { tooLong } from '../ui/too-long.ts';
import type { AnswerProps } from './answer-choice.tsx';
import { useTyped } from './use-typed.ts';

/** The client's own words, or that they would rather not say. */
export const TextAnswer = ({ item, answer, onAnswer }: AnswerProps): JSX.Element => {
  const { t } = useTranslation('intake');
  const { t: tErrors } = useTranslation('errors');
  const { value, type, leave } = useTyped(answer?.kind === 'text' ? answer.text : '', (text) =>
    onAnswer(shows(text) ? { kind: 'text', text } : null, 'typing'),
  );
  const over = tooLong(value, limits.paragraph);
  return (
    <div>
      <Textarea
        label={t('answer.words')}
        id={`answer-${item.id}`}
        autosize
        minRows={2}
        maxRows={12}
        dir="auto"
        value={value}
        onChange={(event) => type(event.currentTarget.value)}
        onBlur={leave}
        error={over ? <Wrong>{tErrors('problem.too-long', over)}</Wrong> : undefined}
      />
      {item.allowDeclined ? (
        <Checkbox
          label={t('answer.declined')}
          checked={answer?.kind === 'declined'}
          onChange={(event) => {
            leave();
            onAnswer(event.currentTarget.checked ? { kind: 'declined' } : null);
          }}
        />
      ) : null}
    </div>
  );
};
