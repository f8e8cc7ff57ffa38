import { Button } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { type JSX, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormElement } from '../../shared/consent-form.ts';
import type { Answer } from '../../shared/form-answers.ts';
import { Icon } from '../ui/icon.tsx';
import { givenIn, noneOfThese, noneTakenBack, openOn, questionsOf, screenAnswer } from './screen.ts';
import { ScreenQuestion } from './screen-question.tsx';

type ScreenProps = {
  readonly element: FormElement;
  readonly answer: Answer | undefined;
  /** The client wanted to go on: what is open is said beside each question. */
  readonly wrong: boolean;
  readonly onAnswer: (answer: Answer | null) => void;
};

/** A page of plain questions. One touch says no to all that are open; nothing is answered beforehand. */
export const ScreenPart = ({ element, answer, wrong, onAnswer }: ScreenProps): JSX.Element => {
  const { t } = useTranslation('handover');
  const given = givenIn(answer);
  const questions = questionsOf(element);
  const open = openOn(element, given);
  // Questions a no was put to by that touch: the same touch takes it back.
  const [put, setPut] = useState<readonly string[]>([]);
  const standing = put.filter((id) => given[id] === 'no');
  const allNo = questions.every(({ id }) => given[id] === 'no');
  const isOn = open.length === 0 && (allNo || standing.length > 0);
  const others = !allNo && Object.keys(given).length > standing.length;
  const none = useRef<HTMLButtonElement>(null);
  const clear = (): void => {
    onAnswer(null);
    // The button goes with the answers.
    none.current?.focus();
  };
  const press = (): void => {
    setPut(isOn ? [] : open);
    const taken = standing.length > 0 ? standing : questions.map(({ id }) => id);
    onAnswer(screenAnswer(isOn ? noneTakenBack(given, taken) : noneOfThese(element, given)));
  };
  return (
    <div className="screen">
      {element.required ? null : <p className="part-text">{t('screen.skipFine')}</p>}
      <div className="screen-none">
        <button
          ref={none}
          type="button"
          className="choice"
          aria-pressed={isOn}
          data-on={isOn || undefined}
          disabled={!isOn && open.length === 0}
          onClick={press}
        >
          {isOn ? <Icon icon={IconCheck} /> : null}
          {t(others ? 'screen.noneOfOthers' : 'screen.none')}
        </button>
        {Object.keys(given).length > 0 ? (
          <Button size="lg" variant="subtle" onClick={clear}>
            {t('screen.clear')}
          </Button>
        ) : null}
        <span className="md ink-2 screen-said" role="status">
          {isOn ? t('screen.noneSet') : ''}
        </span>
      </div>
      {questions.map(({ id, question }) => (
        <ScreenQuestion
          key={id}
          id={id}
          question={question}
          options={element.options}
          answer={given[id]}
          wrong={wrong && given[id] === undefined}
          onAnswer={(value) => onAnswer(screenAnswer({ ...given, [id]: value }))}
        />
      ))}
    </div>
  );
};
