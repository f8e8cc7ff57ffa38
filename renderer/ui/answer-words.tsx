import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { AreaState, ConsentForm, FormElement } from '../../shared/consent-form.ts';
import { type Answer, opensText } from '../../shared/form-answers.ts';
import { dayWords, momentWords } from '../dates.ts';

type Props = { readonly form: Pick<ConsentForm, 'areas'>; readonly element: FormElement; readonly answer: Answer | undefined };

const labelOf = (element: FormElement, value: string, other: string): string => {
  const label = element.options.find((option) => option.value === value)?.label ?? value;
  return opensText(element, value) && other ? `${label}: ${other}` : label;
};

type MapAnswer = Extract<Answer, { kind: 'map' }>;

/** Places as they were marked, safest first; how firm at most stands beside a place where it is less than everywhere else. */
const Places = ({ form, answer }: Pick<Props, 'form'> & { readonly answer: MapAnswer }): JSX.Element => {
  const { t } = useTranslation('ui');
  const named = (state: AreaState): string =>
    form.areas
      .filter(({ code }) => answer.areas[code] === state)
      .map(({ code, label }) => {
        const level = answer.ceilings?.[code];
        return level === undefined ? label : t('answer.areasFirmest', { place: label, level: t(`level.${level}`) });
      })
      .join(' · ');
  const [ask, yes] = [named('ask'), named('yes')];
  if (ask === '' && yes === '') return <>{t('answer.areasNone')}</>;
  return (
    <>
      <span className="block">{t('answer.areasRest')}</span>
      {ask ? <span className="block">{t('answer.areasAsk', { list: ask })}</span> : null}
      {yes ? <span className="block">{t('answer.areasIn', { list: yes })}</span> : null}
    </>
  );
};

const People = ({ people }: Pick<Extract<Answer, { kind: 'contacts' }>, 'people'>): JSX.Element => {
  const { t } = useTranslation('ui');
  if (people.length === 0) return <>{t('answer.nobody')}</>;
  return (
    <>
      {people.map(({ name, role, phone }) => (
        <span key={`${name} ${role} ${phone}`} className="block">
          {[name, role, phone].filter((part) => part !== '').join(' · ')}
        </span>
      ))}
    </>
  );
};

/** What was answered to a part, in words, the same for the client before signing and the practitioner who reads it through. */
export const AnswerWords = ({ form, element, answer }: Props): JSX.Element => {
  const { t } = useTranslation('ui');
  if (!answer) return <em>{t('answer.open')}</em>;
  switch (answer.kind) {
    case 'declined':
      return <>{t('answer.declined')}</>;
    case 'choice':
      return <>{labelOf(element, answer.value, answer.other)}</>;
    case 'multi':
      return <>{answer.values.map((value) => labelOf(element, value, answer.other)).join(' · ')}</>;
    case 'text':
      return <>“{answer.text}”</>;
    case 'date':
      return <>{dayWords(answer.day)}</>;
    case 'map':
      return <Places form={form} answer={answer} />;
    case 'spoken':
      return <>{t('answer.spoken', { words: answer.words, moment: momentWords(answer.at) })}</>;
    case 'scale':
      return <>{t('answer.scale', { value: answer.value })}</>;
    case 'contacts':
      return <People people={answer.people} />;
    case 'upload':
      return <>{answer.title}</>;
    case 'screen':
      return <>{t('answer.screen', { count: Object.keys(answer.answers).length })}</>;
    case 'agreed':
      return <>{t('answer.agreed')}</>;
    case 'initials':
      return <>{t('answer.initials', { initials: answer.initials })}</>;
  }
};
