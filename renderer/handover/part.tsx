import { Button } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormElement } from '../../shared/consent-form.ts';
import { endDatePart, endDateProblem } from '../../shared/end-dates.ts';
import { type Answer, takesAnswer } from '../../shared/form-answers.ts';
import type { CalendarDay } from '../../shared/time.ts';
import { today } from '../dates.ts';
import { AnswerWords } from '../ui/answer-words.tsx';
import { dayProblem, endDayProblem } from '../ui/day-problem.ts';
import { Wrong } from '../ui/field.tsx';
import { isStatement, isTheirs } from '../ui/form-pages.ts';
import { PageTitle } from '../ui/page.tsx';
import { AreasPart } from './areas-part.tsx';
import { DatePart } from './date-part.tsx';
import type { Earlier } from './marked-areas.ts';
import { OneAreaPart } from './one-area-part.tsx';
import { lacksName } from './people.ts';
import { QuestionPart } from './question-part.tsx';
import { ScreenPart } from './screen-part.tsx';
import { answered, answerTooLong, dayTyped, lastInitials, type Sheet, talkedAbout } from './sheet.ts';
import { StatementPart, TalkButton } from './statement-part.tsx';

type PartProps = {
  readonly sheet: Sheet;
  readonly element: FormElement;
  /** The first part of a page gives it its heading. */
  readonly heading: boolean;
  /** Still to be answered, after the client wanted to go on. */
  readonly open: boolean;
  /** It shares its page with other questions, and has its own way to talk about it. */
  readonly shared: boolean;
  /** Marks the client made before. */
  readonly earlier: Earlier | null;
  readonly practitionerName: string;
  readonly onChange: (alter: (sheet: Sheet) => Sheet) => void;
};

const notYetOf = ({ element, sheet }: Pick<PartProps, 'element' | 'sheet'>) => {
  const answer = sheet.answers[element.id];
  if (lacksName(answer)) return 'name';
  if ((answer?.kind === 'choice' || answer?.kind === 'multi') && answer.other === '') return 'other';
  switch (element.capture) {
    case 'choice':
    case 'multi':
    case 'confirm':
    case 'initial':
    case 'map':
    case 'date':
    case 'scale':
    case 'contacts':
    case 'screen':
      return element.capture;
    default:
      return element.allowDeclined ? 'text' : 'textOnly';
  }
};

const useProblem = ({ sheet, element, open }: PartProps): string | null => {
  const { t } = useTranslation('handover');
  const { t: tErrors } = useTranslation('errors');
  const long = answerTooLong(sheet.answers[element.id]);
  if (long) return tErrors('problem.too-long', long);
  const typed = sheet.typed[element.id] ?? '';
  const end = element.id === endDatePart ? endDayProblem(typed, tErrors) : null;
  if (end || !open) return end;
  return dayProblem(typed, tErrors) ?? t(`flow.notYet.${notYetOf({ element, sheet })}`);
};

/** A day that cannot be the last one is no answer yet. */
const fitting = (element: FormElement, day: CalendarDay | null): CalendarDay | null =>
  day !== null && element.id === endDatePart && endDateProblem(day, today()) !== null ? null : day;

/** What the client answers with, by the kind of the part. */
const Asked = ({ sheet, element, open, earlier, onChange }: PartProps): JSX.Element => {
  const answer = sheet.answers[element.id];
  const onAnswer = (next: Answer | null): void => onChange((now) => answered(now, element.id, next));
  if (isStatement(element)) {
    return (
      <StatementPart
        element={element}
        answer={answer}
        talk={sheet.talk.includes(element.id)}
        initials={lastInitials(sheet.answers)}
        onAnswer={onAnswer}
        onTalk={(on) => onChange((now) => talkedAbout(now, element.id, on))}
      />
    );
  }
  if (element.capture === 'map') {
    const { area, areas } = sheet.form;
    const one = areas.find(({ code }) => code === area);
    if (one) return <OneAreaPart id={element.id} area={one} answer={answer} onAnswer={onAnswer} />;
    return <AreasPart areas={areas} answer={answer} earlier={earlier} onAnswer={onAnswer} />;
  }
  if (element.capture === 'screen') return <ScreenPart element={element} answer={answer} wrong={open} onAnswer={onAnswer} />;
  if (element.capture === 'date') {
    return (
      <DatePart
        id={element.id}
        label={element.title}
        day={answer?.kind === 'date' ? answer.day : null}
        typed={sheet.typed[element.id]}
        onTyped={(typed, day) => onChange((now) => dayTyped(now, element.id, typed, fitting(element, day)))}
      />
    );
  }
  return <QuestionPart element={element} answer={answer} onAnswer={onAnswer} labelledBy={`${element.id}-title`} />;
};

/** What else can be done with a question: to talk about it first, or to take a choice away that may be left open. */
const Aside = ({ sheet, element, shared, talks, onChange }: PartProps & { readonly talks: boolean }): JSX.Element | null => {
  const { t } = useTranslation('handover');
  const answer = sheet.answers[element.id];
  const clears = !element.required && (answer?.kind === 'choice' || answer?.kind === 'scale');
  const talk = shared && !talks && !isStatement(element);
  if (!clears && !talk) return null;
  return (
    <div className="part-aside">
      {talk ? <TalkButton of={element.title} onTalk={() => onChange((now) => talkedAbout(now, element.id, true))} /> : null}
      {clears ? (
        <Button size="lg" variant="subtle" onClick={() => onChange((now) => answered(now, element.id, null))}>
          {t('flow.clear')}
        </Button>
      ) : null}
    </div>
  );
};

/** One part of the form: read, answered, or written by the practitioner before. */
export const Part = (props: PartProps): JSX.Element => {
  const { sheet, element, heading, shared, practitionerName, onChange } = props;
  const { t } = useTranslation('handover');
  const problem = useProblem(props);
  const theirs = isTheirs(element);
  // The one place a form is about stands over its question in plain words.
  const place = element.capture === 'map' ? sheet.form.areas.find(({ code }) => code === sheet.form.area) : undefined;
  const title = place?.label ?? element.title;
  const words = [element.text, element.help].filter((line) => line !== '').join('\n');
  const talksAlone = theirs && !isStatement(element) && sheet.talk.includes(element.id);
  return (
    <section
      className={['part', problem ? 'part-wrong' : '', shared ? 'part-shared' : ''].join(' ').trim()}
      aria-labelledby={`${element.id}-title`}
    >
      {heading ? (
        <PageTitle className="question" focusKey={sheet.page}>
          <span id={`${element.id}-title`}>{title}</span>
        </PageTitle>
      ) : (
        <h2 className="part-title" id={`${element.id}-title`}>
          {title}
        </h2>
      )}
      {words === '' ? null : (
        <p className={isStatement(element) ? 'part-text part-statement' : 'part-text'} id={`${element.id}-text`} dir="auto">
          {words}
        </p>
      )}
      {problem ? (
        <div className="part-problem" role="alert">
          <Wrong>{problem}</Wrong>
        </div>
      ) : null}
      {talksAlone ? (
        <div className="talk-set md" role="status">
          {t('flow.talkSet')}
          <Button variant="subtle" onClick={() => onChange((now) => talkedAbout(now, element.id, false))}>
            {t('flow.talkUndo')}
          </Button>
        </div>
      ) : null}
      {theirs ? <Asked {...props} /> : null}
      {theirs ? <Aside {...props} talks={talksAlone} /> : null}
      {!theirs && takesAnswer(element) && sheet.answers[element.id] ? (
        <div className="part-written">
          <div className="xs ink-2">{t('flow.written', { name: practitionerName })}</div>
          <div className="lg" dir="auto">
            <AnswerWords form={sheet.form} element={element} answer={sheet.answers[element.id]} />
          </div>
        </div>
      ) : null}
    </section>
  );
};
