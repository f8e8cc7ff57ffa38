import { useTranslation } from 'react-i18next';
import type { Scale } from '../../shared/session-events.ts';
import { listWords } from '../dates.ts';
import type { ArriveStep } from './arrive-steps.ts';
import { useConductor } from './conductor-context.ts';
import { usePlaces } from './use-places.ts';

/** What was said, in a line. */
export const useArriveSaid = (step: ArriveStep): string => {
  const { t } = useTranslation('session');
  const { session, content } = useConductor();
  const { nameOf } = usePlaces();
  const { healthAsked, rehearsed, checkIns, yes, leftOut } = session.state;
  const number = (scale: Scale): string => (scale === 'declined' ? t('arrive.how.declined') : String(scale));
  switch (step) {
    case 'card':
      return '';
    case 'changed':
      return healthAsked ? t(healthAsked.changed ? 'arrive.changed.yesSaid' : 'arrive.changed.noSaid') : '';
    case 'signal':
      return rehearsed ? [rehearsed.word && `“${rehearsed.word}”`, rehearsed.gesture].filter(Boolean).join(' · ') : '';
    case 'how': {
      const last = checkIns.findLast(({ distress }) => distress !== null);
      if (!last || last.distress === null) return '';
      const words = last.sensations.flatMap((id) => content.sensations.find((one) => one.id === id)?.word ?? []);
      return [t('arrive.how.distressSaid', { number: number(last.distress) }), ...words, last.words].filter(Boolean).join(' · ');
    }
    case 'yes': {
      if (!yes) return '';
      if (yes.answer === 'no') return t('arrive.yes.noSaid');
      const without = leftOut.length > 0 ? t('arrive.yes.without', { places: listWords(leftOut.map(nameOf)) }) : '';
      const level = content.levels.find((one) => one.level === yes.ceiling);
      return [
        t(yes.answer === 'partly' ? 'arrive.yes.partlySaid' : 'arrive.yes.yesSaid', { places: listWords(yes.places.map(nameOf)) }),
        without,
        level ? t('arrive.yes.atMost', { level: level.label }) : '',
        yes.words,
      ]
        .filter(Boolean)
        .join(' · ');
    }
  }
};
