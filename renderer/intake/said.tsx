import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { BodyArea } from '../../shared/body-areas.ts';
import type { FormElement } from '../../shared/consent-form.ts';
import type { IntakeEntry, IntakeItem } from '../../shared/intake.ts';
import { sinceWords } from '../dates.ts';
import { AnswerWords } from '../ui/answer-words.tsx';
import { elementOf } from './answering.ts';

type SaidProps = {
  readonly item: IntakeItem;
  readonly entry: IntakeEntry;
  readonly areas: readonly BodyArea[];
};

/** What was answered, in words; for an item that takes no answer, what it is about. */
export const Said = ({ item, entry, areas }: SaidProps): JSX.Element | null => {
  const { t } = useTranslation('intake');
  const element: FormElement | null = elementOf(item, entry.asked);
  if (element === null) return null;
  if (entry.answer === null) return <span className="ink-3">{t('item.unanswered')}</span>;
  return (
    <span dir="auto">
      <AnswerWords form={{ areas: [...areas] }} element={element} answer={entry.answer} />
    </span>
  );
};

/** What the client answered on the screen themselves, where something else was written over it. */
export const SaidOnScreen = ({ item, entry, areas }: SaidProps): JSX.Element | null => {
  const { t } = useTranslation('intake');
  const { clientSaid } = entry;
  if (!clientSaid) return null;
  return (
    <p className="ink-2 num">
      {clientSaid.answeredAt ? t('item.onScreenSince', { time: sinceWords(clientSaid.answeredAt) }) : t('item.onScreen')}{' '}
      <Said item={item} entry={{ ...entry, ...clientSaid }} areas={areas} />
    </p>
  );
};

/** Who gave the answer, and when. */
export const WhoSaid = ({ entry, name }: { readonly entry: IntakeEntry; readonly name: string }): JSX.Element | null => {
  const { t } = useTranslation('intake');
  if (!entry.from || !entry.answer) return null;
  const time = entry.answeredAt ? sinceWords(entry.answeredAt) : '';
  return (
    <span className="xs ink-2 num" dir="auto">
      {t(`from.${entry.from}`, { name, time })}
    </span>
  );
};
