import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorNotice } from '../../ui/notice.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { useCall } from '../../use-call.ts';
import { BesideLine } from './beside-line.tsx';
import { useNote } from './note-context.ts';

/** What the record says today, beside a note of no session: stop signal, places, health, what helps. */
export const BesideRecord = (): JSX.Element => {
  const { t } = useTranslation('notebeside');
  const { note } = useNote();
  const { data, error, again } = useCall('safety.card', { clientId: note.clientId });
  if (error) return <ErrorNotice error={error} again={again} />;
  if (!data) return <Waiting />;
  const { card } = data;
  const facts: readonly (readonly [string, readonly string[]])[] = [
    [t('facts.stop'), [card.stop.word, card.stop.gesture]],
    [t('facts.open'), card.places.open],
    [t('facts.ask'), card.places.ask],
    [t('facts.health'), card.health.map(({ condition, line }) => [condition, line].filter(Boolean).join(': '))],
    [t('facts.medicines'), card.medicines.map(({ name }) => name)],
    [t('facts.helps'), card.helps],
    [t('facts.leaveOut'), card.leaveOut],
    [t('facts.lastStop'), card.lastStop ? [card.lastStop.words] : []],
  ];
  const shown = facts.map(([label, all]) => [label, all.filter(Boolean).join('; ')] as const).filter(([, words]) => words !== '');
  return (
    <ul className="beside-list" aria-label={t('record')}>
      {shown.map(([label, words]) => (
        <li key={label}>
          <BesideLine words={words}>
            <span dir="auto" className="grow">
              <span className="block sm ink-2 b">{label}</span>
              <span className="block">{words}</span>
            </span>
          </BesideLine>
        </li>
      ))}
    </ul>
  );
};
