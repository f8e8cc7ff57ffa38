import { Anchor, Button } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormElement } from '../../shared/consent-form.ts';
import { placesMarked } from '../ui/areas.ts';
import { Notice } from '../ui/notice.tsx';
import { isChoice, isStatement, openParts, pagesOf, type Signing } from './filled-form.ts';

/** What was answered to a part, in words. */
const AnswerWords = ({ signing, element }: { readonly signing: Signing; readonly element: FormElement }): JSX.Element => {
  const { t } = useTranslation('handover');
  const answer = signing.answers[element.id];
  const label = (value: string): string => element.options.find((option) => option.value === value)?.label ?? value;
  if (!answer) return <em>{t('review.skipped')}</em>;
  switch (answer.kind) {
    case 'declined':
      return <>{t('review.declined')}</>;
    case 'choice':
      return <>{label(answer.value)}</>;
    case 'multi':
      return <>{answer.values.map(label).join(' · ')}</>;
    case 'text':
      return <>“{answer.text}”</>;
    case 'map': {
      const yes = placesMarked(signing.form.areas, answer.areas, 'yes');
      const ask = placesMarked(signing.form.areas, answer.areas, 'ask');
      if (yes.length + ask.length === 0) return <>{t('review.areasNone')}</>;
      return (
        <>
          {yes.length > 0 ? <span className="block">{t('review.areasIn', { list: yes.join(' · ') })}</span> : null}
          {ask.length > 0 ? <span className="block">{t('review.areasAsk', { list: ask.join(' · ') })}</span> : null}
          <span className="block ink-2">{t('areas.rest')}</span>
        </>
      );
    }
    case 'agreed':
    case 'initials':
      return <>{t('flow.agreed')}</>;
  }
};

type SummaryProps = { readonly signing: Signing; readonly onPage: (page: number) => void };

/** What the client chose and agreed to, each with the way back to it. */
export const ChoicesSummary = ({ signing, onPage }: SummaryProps): JSX.Element => {
  const { t } = useTranslation('handover');
  const pages = pagesOf(signing.form);
  const pageOf = (element: FormElement): number => pages.findIndex((page) => page.includes(element)) + 1;
  const choices = signing.form.elements.filter((element) => isChoice(element) && (signing.answers[element.id] || !element.required));
  const statements = signing.form.elements.filter((element) => isStatement(element) && signing.answers[element.id]);
  const talk = signing.form.elements.filter((element) => signing.talk.includes(element.id));
  const unanswered = openParts(signing, signing.form.elements);

  const waiting = (title: string, elements: readonly FormElement[]): JSX.Element | null =>
    elements.length === 0 ? null : (
      <Notice tone="wait" title={title}>
        <ul className="waiting-parts">
          {elements.map((element) => (
            <li key={element.id}>
              <span>{element.title}</span>
              <Button variant="default" onClick={() => onPage(pageOf(element))} aria-label={`${t('review.answerNow')}: ${element.title}`}>
                {t('review.answerNow')}
              </Button>
            </li>
          ))}
        </ul>
      </Notice>
    );

  return (
    <>
      {waiting(t('review.talkTitle'), talk)}
      {waiting(t('review.notAnswered'), unanswered)}
      {choices.length > 0 ? (
        <section aria-labelledby="chosen">
          <h2 id="chosen" className="part-title">
            {t('review.chose')}
          </h2>
          <dl className="chosen">
            {choices.map((element) => (
              <div key={element.id} className="chosen-line">
                <dt>{element.title}</dt>
                <dd>
                  <span dir="auto">
                    <AnswerWords signing={signing} element={element} />
                  </span>
                  <Anchor
                    component="button"
                    type="button"
                    size="md"
                    className="tall-link"
                    onClick={() => onPage(pageOf(element))}
                    aria-label={t('review.changeOf', { title: element.title })}
                  >
                    {t('review.change')}
                  </Anchor>
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ) : null}
      {statements.length > 0 ? (
        <section aria-labelledby="agreed">
          <h2 id="agreed" className="part-title">
            {t('review.statements')}
          </h2>
          <ul className="agreed">
            {statements.map((element) => (
              <li key={element.id} dir="auto">
                {element.text}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
};
