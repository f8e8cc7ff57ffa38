import { Button } from '@mantine/core';
import { type JSX, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../shared/calls.ts';
import { DraftState } from '../../ui/draft-state.tsx';
import { HelpedText } from '../../ui/helped-text.tsx';
import { ErrorNotice } from '../../ui/notice.tsx';
import { useCall, useSend } from '../../use-call.ts';
import { type AftercareDraft, chosenAftercare } from './aftercare-draft.ts';
import { AftercareLacks } from './aftercare-lacks.tsx';
import { AftercareLines } from './aftercare-lines.tsx';
import { useAftercareFits } from './use-aftercare-fits.ts';

export type AftercareSheet = OutputOf<'aftercare.compose'>;

type Props = {
  readonly clientId: string;
  readonly sessionId: string | null;
  readonly content: OutputOf<'aftercare.content'>;
  /** What is ticked comes from the end of the session. */
  readonly isTold: boolean;
  readonly draftKey: string;
  readonly draft: AftercareDraft;
  readonly onDraft: (draft: AftercareDraft) => void;
  readonly onMade: (sheet: AftercareSheet) => void;
};

/** Lines to tick and words to write, with the answer whether it fits while it is done. */
export const AftercareChoose = ({ clientId, sessionId, content, isTold, draftKey, draft, onDraft, onMade }: Props): JSX.Element => {
  const { t } = useTranslation('aftercare');
  const { data } = useCall('snippets.list', {});
  const snippets = useMemo(() => new Map(data?.snippets.map(({ trigger, text }) => [trigger, text])), [data]);
  const items = chosenAftercare(content.items, draft.items).map(({ id }) => id);
  const { words } = draft;
  const { fits, error: notLooked } = useAftercareFits({ items, words });
  const { send, isSending, error } = useSend('aftercare.compose');
  const isEmpty = items.length === 0 && words.trim() === '';
  const make = async (): Promise<void> => {
    const reply = await send({ clientId, sessionId, items, words });
    if (reply.ok) onMade(reply.value);
  };
  const standing = isEmpty ? t('nothing') : fits === null ? '' : t(fits ? 'fits' : 'fitsNot');
  return (
    <div className="page-body form-column">
      <AftercareLacks missing={content.missing} />
      {isTold ? <p className="ink-2">{t('told')}</p> : null}
      <AftercareLines items={content.items} chosen={items} onChosen={(chosen) => onDraft({ ...draft, items: chosen })} />
      <HelpedText
        label={t('words')}
        description={t('wordsHelp')}
        value={words}
        onChange={(own) => onDraft({ ...draft, words: own })}
        minRows={3}
        kept={draft.kept}
        onKeep={(kept) => onDraft({ ...draft, kept: [...draft.kept, kept] })}
        noted={[]}
        snippets={snippets}
      />
      {error || notLooked ? <ErrorNotice error={error ?? notLooked ?? { code: 'locked' }} /> : null}
      <div className="aftercare-foot">
        <p role="status" className={fits === false && !isEmpty ? 'wait grow' : 'ink-2 grow'}>
          {standing}
        </p>
        <DraftState of={draftKey} />
        <Button disabled={isSending || isEmpty || fits === false || content.missing.includes('numbers')} onClick={() => void make()}>
          {t('make')}
        </Button>
      </div>
    </div>
  );
};
