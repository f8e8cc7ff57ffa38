import { Button } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { type JSX, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormElement } from '../../shared/consent-form.ts';
import { takesAnswer } from '../../shared/form-answers.ts';
import { Wrong } from '../ui/field.tsx';
import { Icon } from '../ui/icon.tsx';
import { PageTitle, useTitle } from '../ui/page.tsx';
import { AreasPart } from './areas-part.tsx';
import { answered, answerTooLong, isStatement, lastInitials, openParts, type Signing, talkedAbout } from './filled-form.ts';
import { FlowFrame } from './flow-frame.tsx';
import { QuestionPart } from './question-part.tsx';
import { StatementPart, TalkButton } from './statement-part.tsx';

type PageProps = {
  readonly signing: Signing;
  readonly elements: readonly FormElement[];
  readonly page: number;
  readonly pages: number;
  readonly onChange: (signing: Signing) => void;
  readonly onGoOn: (signing: Signing) => void;
  readonly onBack: () => void;
  readonly onPause: () => void;
};

const notYetOf = (element: FormElement): 'choice' | 'multi' | 'text' | 'textOnly' | 'confirm' | 'initial' | 'map' => {
  switch (element.capture) {
    case 'choice':
    case 'multi':
    case 'confirm':
    case 'initial':
    case 'map':
      return element.capture;
    default:
      return element.allowDeclined ? 'text' : 'textOnly';
  }
};

/** One part, or a small group, of the form. */
export const PartPage = ({ signing, elements, page, pages, onChange, onGoOn, onBack, onPause }: PageProps): JSX.Element => {
  const { t } = useTranslation('handover');
  const { t: tErrors } = useTranslation('errors');
  const [tried, setTried] = useState(0);
  const [first] = elements;
  const question = elements.length === 1 && first && takesAnswer(first) && !isStatement(first) ? first : null;
  const open = tried > 0 ? openParts(signing, elements) : [];
  const optional = elements.every((element) => !takesAnswer(element) || !element.required) && elements.some(takesAnswer);
  useTitle(first?.title ?? '');
  useEffect(() => {
    if (tried > 0) document.querySelector<HTMLElement>('.part-wrong input, .part-wrong textarea, .part-wrong button')?.focus();
  }, [tried]);

  const goOn = (): void => {
    if (openParts(signing, elements).length > 0) setTried(tried + 1);
    else onGoOn(signing);
  };
  const foot = (
    <>
      <Button size="lg" className="flow-go" rightSection={<Icon icon={IconArrowRight} size={24} />} onClick={goOn}>
        {t('flow.goOn')}
      </Button>
      <span className="grow" />
      {question ? <TalkButton onTalk={() => onGoOn(talkedAbout(signing, question.id, true))} /> : null}
      {optional ? (
        <Button size="lg" variant="subtle" onClick={goOn}>
          {t('flow.skip')}
        </Button>
      ) : null}
    </>
  );
  return (
    <FlowFrame page={page} pages={pages} wide={question?.capture === 'map'} onBack={onBack} onPause={onPause} foot={foot}>
      {elements.map((element, index) => {
        const talk = signing.talk.includes(element.id);
        const answer = signing.answers[element.id];
        const long = answerTooLong(answer);
        const wrong = long !== null || open.includes(element);
        return (
          <section key={element.id} className={wrong ? 'part part-wrong' : 'part'} aria-labelledby={`${element.id}-title`}>
            {index === 0 ? (
              <PageTitle className="question" focusKey={page}>
                <span id={`${element.id}-title`}>{element.title}</span>
              </PageTitle>
            ) : (
              <h2 className="part-title" id={`${element.id}-title`}>
                {element.title}
              </h2>
            )}
            <p className={isStatement(element) ? 'part-text part-statement' : 'part-text'} id={`${element.id}-text`} dir="auto">
              {element.text}
            </p>
            {wrong ? (
              <div className="part-problem" role="alert">
                <Wrong>{long ? tErrors('problem.too-long', long) : t(`flow.notYet.${notYetOf(element)}`)}</Wrong>
              </div>
            ) : null}
            {question && talk ? (
              <div className="talk-set md" role="status">
                {t('flow.talkSet')}
                <Button variant="subtle" onClick={() => onChange(talkedAbout(signing, element.id, false))}>
                  {t('flow.talkUndo')}
                </Button>
              </div>
            ) : null}
            {isStatement(element) ? (
              <StatementPart
                element={element}
                answer={answer}
                talk={talk}
                initials={lastInitials(signing.answers)}
                onAnswer={(next) => onChange(answered(signing, element.id, next))}
                onTalk={(on) => onChange(talkedAbout(signing, element.id, on))}
              />
            ) : null}
            {question?.capture === 'map' ? (
              <AreasPart areas={signing.form.areas} answer={answer} onAnswer={(next) => onChange(answered(signing, element.id, next))} />
            ) : question ? (
              <QuestionPart
                element={element}
                answer={answer}
                onAnswer={(next) => onChange(answered(signing, element.id, next))}
                labelledBy={`${element.id}-title`}
              />
            ) : null}
          </section>
        );
      })}
    </FlowFrame>
  );
};
