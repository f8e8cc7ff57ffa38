import { Button, Radio } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import { type JSX, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HealthAnswer, HealthScreen, HealthSection } from '../../shared/health.ts';
import { healthAnswers } from '../../shared/health.ts';
import { Conflict } from '../ui/conflict.tsx';
import { DraftState } from '../ui/draft-state.tsx';
import { goToField } from '../ui/error-summary.tsx';
import { Icon } from '../ui/icon.tsx';
import { said } from '../ui/notice.tsx';
import { sectionState } from './health-view.ts';
import { type Answers, screenKey } from './use-screen.ts';

type QuestionProps = {
  readonly id: string;
  readonly question: string;
  readonly answer: HealthAnswer | undefined;
  readonly isBlank: boolean;
  readonly onAnswer: (answer: HealthAnswer) => void;
};

const Question = ({ id, question, answer, isBlank, onAnswer }: QuestionProps): JSX.Element => {
  const { t } = useTranslation('health');
  return (
    <li className={isBlank ? 'screen-question screen-blank' : 'screen-question'}>
      <Radio.Group
        id={`q-${id}`}
        label={question}
        value={answer ?? ''}
        onChange={(next) => {
          const one = healthAnswers.find((value) => value === next);
          if (one) onAnswer(one);
        }}
        classNames={{ root: 'screen-group', label: 'screen-label' }}
      >
        <div className="screen-answers">
          {healthAnswers.map((one) => (
            <Radio key={one} value={one} label={t(`reply.${one}`)} />
          ))}
        </div>
      </Radio.Group>
    </li>
  );
};

/** How many are blank, and the way to them: a part of a form may stay so, when somebody says so. */
const BlankSummary = ({ blank }: { readonly blank: readonly string[] }): JSX.Element => {
  const { t } = useTranslation('health');
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div ref={box} className="summary" role="alert" tabIndex={-1}>
      <div className="summary-title">
        <Icon icon={IconAlertCircle} size={22} tone="wait-ink" />
        {t('screen.blank', { count: blank.length })}
      </div>
      <p>{t('screen.blankText')}</p>
      <div>
        <Button variant="default" onClick={() => goToField(`q-${blank[0] ?? ''}`)}>
          {t('screen.blankFirst')}
        </Button>
      </div>
    </div>
  );
};

type Props = {
  readonly screen: HealthScreen;
  readonly section: HealthSection;
  readonly typed: Answers;
  readonly disputed: readonly string[];
  readonly busy: boolean;
  /** Keeping this one ends the round. */
  readonly isLast: boolean;
  readonly onTyped: (answers: Answers) => void;
  readonly onKeep: () => void;
  readonly onDecided: (theirs: readonly string[]) => void;
};

/** One part of the health questions, kept when somebody says so. */
export const ScreenSection = (props: Props): JSX.Element => {
  const { screen, section, typed, disputed, busy, isLast, onTyped, onKeep, onDecided } = props;
  const { t } = useTranslation('health');
  const [attempt, setAttempt] = useState(0);
  const heading = useRef<HTMLHeadingElement>(null);
  const { isKept, blank, changed } = sectionState(screen, section, typed);
  const answerOf = (id: string): HealthAnswer | undefined => typed[id] ?? screen.answers[id]?.answer;
  // Another part in the same place (it has a key): reading begins at its heading.
  useEffect(() => heading.current?.focus(), []);
  const noneOf = (): void => {
    if (blank.length === 0) return;
    const before = typed;
    onTyped({ ...typed, ...Object.fromEntries(blank.map((id) => [id, 'no' as const])) });
    said(t('screen.noneDone', { count: blank.length }), { word: t('screen.noneUndo'), run: () => onTyped(before) });
  };
  const press = (): void => {
    setAttempt(attempt + 1);
    if (blank.length === 0 || attempt > 0) onKeep();
  };
  const asks = attempt > 0 && blank.length > 0;
  return (
    <section className="screen-section" aria-labelledby="section-title">
      <h3 ref={heading} id="section-title" tabIndex={-1} className="health-title">
        {section.title}
      </h3>
      <p className="ink-2">“{section.intro}”</p>
      {asks ? <BlankSummary blank={blank} /> : null}
      {disputed.length > 0 ? (
        <Conflict
          differences={disputed.map((id) => ({
            field: id,
            label: section.questions.find((one) => one.id === id)?.question ?? id,
            theirs: t(`reply.${screen.answers[id]?.answer ?? 'declined'}`),
            yours: t(`reply.${typed[id] ?? 'declined'}`),
          }))}
          busy={busy}
          done={t('screen.decided')}
          onChosen={(sides) => onDecided(disputed.filter((id) => sides[id] === 'theirs'))}
        />
      ) : null}
      <div>
        <Button variant="default" disabled={blank.length === 0} onClick={noneOf}>
          {t('screen.none')}
        </Button>
      </div>
      <ul className="items">
        {section.questions.map(({ id, question }) => (
          <Question
            key={id}
            id={id}
            question={question}
            answer={answerOf(id)}
            isBlank={asks && blank.includes(id)}
            onAnswer={(answer) => onTyped({ ...typed, [id]: answer })}
          />
        ))}
      </ul>
      <div className="row wrap form-actions">
        <Button disabled={busy || disputed.length > 0 || (isKept && changed.length === 0)} onClick={press}>
          {asks ? t('screen.keepBlank', { count: blank.length }) : t(isLast ? 'screen.keepLast' : 'screen.keep')}
        </Button>
        {isKept && changed.length === 0 ? (
          <span className="good b">{t('screen.kept')}</span>
        ) : (
          <DraftState of={screenKey(screen.clientId)} />
        )}
      </div>
    </section>
  );
};
