import { Button } from '@mantine/core';
import { type JSX, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../shared/calls.ts';
import { DraftState } from '../../ui/draft-state.tsx';
import { HelpedText } from '../../ui/helped-text.tsx';
import { ErrorNotice } from '../../ui/notice.tsx';
import { useCall, useSend } from '../../use-call.ts';
import { type AftercareDraft, type AftercareTold, chosenAftercare, withChosen } from './aftercare-draft.ts';
import { AftercareLacks } from './aftercare-lacks.tsx';
import { AftercareLines } from './aftercare-lines.tsx';
import { useAftercareFits } from './use-aftercare-fits.ts';

export type AftercareSheet = OutputOf<'aftercare.compose'>;

type Props = {
  readonly clientId: string;
  readonly sessionId: string | null;
  readonly content: OutputOf<'aftercare.content'>;
  readonly name: string;
  readonly told: AftercareTold;
  readonly draftKey: string;
  readonly draft: AftercareDraft;
  readonly onDraft: (draft: AftercareDraft) => void;
  readonly onMade: (sheet: AftercareSheet) => void;
};

/** Lines to tick and words to write, with the answer whether it fits while it is done. */
export const AftercareChoose = ({ clientId, sessionId, name, content, told, draftKey, draft, onDraft, onMade }: Props): JSX.Element => {
  const { t } = useTranslation('aftercare');
  const { data } = useCall('snippets.list', {});
  const snippets = useMemo(() => new Map(data?.snippets.map(({ trigger, text }) => [trigger, text])), [data]);
  const known = { items: content.items, told };
  const items = chosenAftercare(known, draft).map(({ id }) => id);
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
      <p className="ink-2">{t('lead', { name })}</p>
      <AftercareLacks missing={content.missing} />
      {told ? <p className="ink-2">{t('told')}</p> : null}
      <AftercareLines items={content.items} chosen={items} onChosen={(chosen) => onDraft(withChosen(known, draft, chosen))} />
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
        <p role="status" className={fits === false && !isEmpty ? 'wait' : 'ink-2'}>
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
