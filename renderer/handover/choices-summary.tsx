import { Anchor, Button } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormElement } from '../../shared/consent-form.ts';
import { isAsked } from '../../shared/form-answers.ts';
import { intakeFormId } from '../../shared/intake.ts';
import { AnswerWords } from '../ui/answer-words.tsx';
import { isStatement, isTheirs, pagesOf } from '../ui/form-pages.ts';
import { Icon } from '../ui/icon.tsx';
import { Notice } from '../ui/notice.tsx';
import { openParts, type Sheet, talkParts } from './sheet.ts';

type SummaryProps = { readonly sheet: Sheet; readonly onPage: (page: number) => void };

/** Page of the form on which a part stands. */
export const pageOfPart = (sheet: Sheet, element: FormElement): number =>
  pagesOf(sheet).findIndex((page) => page.some((one) => one.id === element.id)) + 1;

const Waiting = ({
  title,
  elements,
  sheet,
  onPage,
}: SummaryProps & { readonly title: string; readonly elements: readonly FormElement[] }): JSX.Element | null => {
  const { t } = useTranslation('handover');
  if (elements.length === 0) return null;
  return (
    <Notice tone="wait" title={title}>
      <ul className="waiting-parts">
        {elements.map((element) => (
          <li key={element.id}>
            <span>{element.title}</span>
            <Button
              variant="default"
              onClick={() => onPage(pageOfPart(sheet, element))}
              aria-label={t('review.answerOf', { title: element.title })}
            >
              {t('review.answerNow')}
            </Button>
          </li>
        ))}
      </ul>
    </Notice>
  );
};

const Change = ({ sheet, element, onPage }: SummaryProps & { readonly element: FormElement }): JSX.Element => {
  const { t } = useTranslation('handover');
  return (
    <Anchor
      component="button"
      type="button"
      size="md"
      className="tall-link"
      onClick={() => onPage(pageOfPart(sheet, element))}
      aria-label={t('review.changeOf', { title: element.title })}
    >
      {t('review.change')}
    </Anchor>
  );
};

/** What the client chose and agreed to, each with the way back to it. */
export const ChoicesSummary = ({ sheet, onPage }: SummaryProps): JSX.Element => {
  const { t } = useTranslation('handover');
  const theirs = sheet.form.elements.filter((element) => isTheirs(element) && isAsked(sheet.form, element, sheet.answers));
  const isIntake = sheet.form.id === intakeFormId;
  const talk = talkParts(sheet);
  const choices = theirs.filter(
    (element) => !isStatement(element) && (sheet.answers[element.id] || !element.required) && !talk.includes(element),
  );
  const sections = [...new Set(choices.map(({ section }) => section))];
  const statements = theirs.filter((element) => isStatement(element) && sheet.answers[element.id]);
  return (
    <>
      <Waiting title={t(isIntake ? 'review.talkTogether' : 'review.talkTitle')} elements={talk} sheet={sheet} onPage={onPage} />
      <Waiting
        title={t(isIntake ? 'review.notAnsweredFine' : 'review.notAnswered')}
        elements={openParts(sheet, sheet.form.elements)}
        sheet={sheet}
        onPage={onPage}
      />
      {sections.map((section) => (
        <section key={section} aria-labelledby={`chosen-${section}`}>
          <h2 id={`chosen-${section}`} className="part-title">
            {section || t('review.chose')}
          </h2>
          <dl className={section ? 'chosen chosen-questions' : 'chosen'}>
            {choices
              .filter((element) => element.section === section)
              .map((element) => (
                <div key={element.id} className="chosen-line">
                  <dt>{element.title}</dt>
                  <dd>
                    <span dir="auto">
                      <AnswerWords form={sheet.form} element={element} answer={sheet.answers[element.id]} />
                    </span>
                    <Change sheet={sheet} element={element} onPage={onPage} />
                  </dd>
                </div>
              ))}
          </dl>
        </section>
      ))}
      {statements.length > 0 ? (
        <section aria-labelledby="agreed">
          <h2 id="agreed" className="part-title">
            {t('review.statements')}
          </h2>
          <ul className="agreed">
            {statements.map((element) => (
              <li key={element.id}>
                <span dir="auto">{element.text}</span>
                <span className="agreed-how good nowrap">
                  <Icon icon={IconCheck} size={20} />
                  <AnswerWords form={sheet.form} element={element} answer={sheet.answers[element.id]} />
                </span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
};
