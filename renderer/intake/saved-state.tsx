import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { sinceWords } from '../dates.ts';
import { useErrorWords } from '../ui/error-words.ts';
import { unfit } from './unsaved.ts';
import type { Round } from './use-round.ts';

/** Whether everything is in the record, as the vault has said it. Only what went wrong is read out. */
export const SavedState = ({ round }: { readonly round: Round }): JSX.Element => {
  const { t } = useTranslation('intake');
  const words = useErrorWords();
  const works = Object.values(round.unsaved.items);
  const waits = works.map((work) => unfit(work.change)).find((one) => one !== null);
  const failed = round.error ? t('saved.notYet', { reason: words(round.error).title }) : waits ? t(`saved.${waits}`) : '';
  const calm = works.length > 0 ? t('saved.saving') : t('saved.at', { time: sinceWords(round.intake.savedAt) });
  return (
    <span className="saved-state">
      {failed ? null : <span className="xs ink-2 num">{calm}</span>}
      <span role="status" className="xs wait b">
        {failed}
      </span>
    </span>
  );
};
