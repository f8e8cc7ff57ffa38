import { Button } from '@mantine/core';
import { type JSX, useCallback, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../shared/calls.ts';
import { DraftState } from '../../ui/draft-state.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Notice, SaveError } from '../../ui/notice.tsx';
import { useDraft } from '../../use-draft.ts';
import { SaveText } from './save-text.tsx';
import { TextConflict } from './text-conflict.tsx';
import { changedParts, draftOver, TextDraft, textFrom, type Words } from './text-draft.ts';
import { TextFields } from './text-fields.tsx';
import { textProblems } from './text-problems.ts';
import { type Theirs, useSaveText } from './use-save-text.ts';

/** The words of one form, typed beside what the client reads. What is asked, and how it is answered, stays. */
export const EditText = ({ form }: { readonly form: OutputOf<'forms.get'> }): JSX.Element => {
  const { t } = useTranslation('forms');
  const { t: errors } = useTranslation('errors');
  const { formId, shipped, placeholders } = form;
  const key = `form-${formId}`;
  const about = { key, title: t('edit.draft', { title: shipped.clientTitle }), place: `/settings/forms/${formId}` };
  const clean = (): TextDraft => draftOver(form.text, form.version);
  const { value: draft, set, drop, found } = useDraft(about, TextDraft, clean);
  const [attempt, setAttempt] = useState(0);
  const [asking, setAsking] = useState<'no' | 'yes' | 'sent'>('no');
  const [theirs, setTheirs] = useState<Theirs | null>(null);
  const { save, isSending, error, forget } = useSaveText({ formId, shipped, set, drop });

  const latest = useRef(draft);
  latest.current = draft;
  const type = useCallback(
    (words: Words) => {
      forget();
      latest.current = { ...latest.current, typed: { ...latest.current.typed, ...words } };
      set(latest.current);
    },
    [set, forget],
  );
  const send = async (from: TextDraft): Promise<void> => {
    const against = await save(from);
    if (!against) return;
    setTheirs(against.theirs);
    setAsking('sent');
    setAttempt((before) => before + 1);
  };
  const putBack = (): void => {
    forget();
    drop(clean());
  };

  if (theirs) {
    return <TextConflict draft={draft} theirs={theirs} shipped={shipped} busy={isSending} onChosen={(chosen) => void send(chosen)} />;
  }
  const known = placeholders.map((blank) => blank.placeholder);
  const problems = textProblems({ error, shipped, typed: draft.typed, known }, { forms: t, errors });
  const changed = changedParts(draft.base, draft.typed).length;
  const back = (
    <Button variant={found ? 'default' : 'subtle'} onClick={putBack}>
      {t('edit.discard')}
    </Button>
  );
  return (
    <div className="text-edit">
      <p className="md ink-2">{t('edit.lead')}</p>
      {found ? <Notice tone="wait" title={t('edit.found')} actions={back} /> : null}
      <ErrorSummary problems={problems} attempt={attempt} />
      {error && problems.length === 0 ? <SaveError error={error} /> : null}
      <TextFields form={form} typed={textFrom(shipped, draft.typed)} problems={problems} onChange={type} />
      <div className="text-foot">
        <span className="num" role="status">
          {changed === 0 ? t('edit.unchanged') : t('edit.changed', { count: changed })}
        </span>
        <DraftState of={key} />
        <span className="grow" />
        {found || changed === 0 ? null : back}
        <Button disabled={changed === 0 || isSending} onClick={() => setAsking('yes')}>
          {t('edit.save')}
        </Button>
      </div>
      <SaveText
        opened={asking === 'yes'}
        returnFocus={asking !== 'sent'}
        draft={draft}
        busy={isSending}
        onChange={set}
        onSave={() => void send(draft)}
        onBack={() => setAsking('no')}
      />
    </div>
  );
};
