import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { clockTime } from '../dates.ts';
import type { KeptDraft } from '../drafts.ts';
import { useDrafts } from '../use-draft.ts';
import { useErrorWords } from './error-words.ts';

const useReason = (): ((problem: NonNullable<KeptDraft['problem']>) => string) => {
  const { t } = useTranslation('ui');
  const words = useErrorWords();
  return (problem) => (problem === 'too-large' ? t('draft.tooLarge') : words(problem).title);
};

/**
 * Whether what is typed is kept, as the vault has said it, in the words of one line. Only what went wrong is read out:
 * that it is kept changes with every pause. `quiet` shows nothing else, for a screen a client reads.
 */
export const DraftState = ({ of, quiet }: { readonly of: string; readonly quiet?: boolean }): JSX.Element => {
  const { t } = useTranslation('ui');
  const reason = useReason();
  const draft = useDrafts().find((one) => one.key === of);
  const calm = !draft
    ? t('draft.stays')
    : draft.waiting || !draft.keptAt
      ? t('draft.keeping')
      : t('draft.kept', { time: clockTime(draft.keptAt) });
  const failed = draft?.problem && draft.waiting ? t('draft.notKept', { reason: reason(draft.problem) }) : null;
  return (
    <>
      {failed || quiet ? null : <span className="xs ink-2 num">{calm}</span>}
      <span role="status" className="xs wait">
        {failed}
      </span>
    </>
  );
};
