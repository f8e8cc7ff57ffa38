import { Button } from '@mantine/core';
import { type FormEvent, type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { EventId } from '../../../shared/ids.ts';
import { limits } from '../../../shared/limits.ts';
import { shows } from '../../../shared/text.ts';
import { DraftState } from '../../ui/draft-state.tsx';
import { ErrorSummary, type FieldProblem } from '../../ui/error-summary.tsx';
import { Field } from '../../ui/field.tsx';
import { ErrorNotice, said } from '../../ui/notice.tsx';
import { tooLong } from '../../ui/too-long.ts';
import { useSend } from '../../use-call.ts';
import { useDraft } from '../../use-draft.ts';
import { useNote } from './note-context.ts';

const Typed = z.object({
  /** Given with the first try; a second one after an answer that was lost is the same addendum. */
  id: EventId,
  reason: z.string(),
  text: z.string(),
});
const fields = ['reason', 'text'] as const;
const idOf = (field: string): string => `addendum-${field}`;

/** What is said later: under one's own name, with the time and the reason. The note itself stays as it is. */
export const AddendumForm = ({ onClose }: { readonly onClose: () => void }): JSX.Element => {
  const { t } = useTranslation('notes');
  const { t: errors } = useTranslation('errors');
  const { note, show } = useNote();
  const { send, isSending, error } = useSend('notes.addendum');
  const about = { key: `addendum-${note.id}`, title: t('addendum.unsaved', { name: note.chosenName }), place: `/notes/${note.id}` };
  const [fresh] = useState(() => ({ id: crypto.randomUUID(), reason: '', text: '' }));
  const { value, set, drop } = useDraft(about, Typed, () => fresh);
  const [attempt, setAttempt] = useState(0);
  const problems: readonly FieldProblem[] = fields.flatMap((field) => {
    const long = tooLong(value[field], field === 'reason' ? limits.line : limits.paragraph);
    const text = long ? errors('problem.too-long', long) : shows(value[field]) ? null : t(`addendum.needed.${field}`);
    return text === null ? [] : [{ field, label: t(`addendum.${field}`), text }];
  });
  const shown = attempt > 0 ? problems : [];
  const problemOf = (field: string): string | undefined => shown.find((one) => one.field === field)?.text;
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setAttempt(attempt + 1);
    if (problems.length > 0) return;
    const reply = await send({ noteId: note.id, ...value });
    if (!reply.ok) return;
    drop();
    show(reply.value);
    said(t('addendum.done'));
    onClose();
  };
  return (
    <form className="fields addendum-form" aria-label={t('addendum.title')} noValidate onSubmit={(event) => void submit(event)}>
      <ErrorSummary problems={shown} attempt={attempt} idOf={idOf} />
      <Field
        id={idOf('reason')}
        label={t('addendum.reason')}
        help={t('addendum.reasonHelp')}
        value={value.reason}
        onChange={(reason) => set({ ...value, reason })}
        problem={problemOf('reason')}
        required
      />
      <Field
        id={idOf('text')}
        label={t('addendum.text')}
        value={value.text}
        onChange={(text) => set({ ...value, text })}
        problem={problemOf('text')}
        rows={5}
        required
      />
      {error ? <ErrorNotice error={error} /> : null}
      <div className="row wrap">
        <Button type="submit" disabled={isSending}>
          {t('addendum.add')}
        </Button>
        <Button variant="subtle" onClick={onClose}>
          {t('addendum.notNow')}
        </Button>
        <DraftState of={about.key} />
      </div>
    </form>
  );
};
