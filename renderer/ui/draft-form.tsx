import { Button } from '@mantine/core';
import { type FormEvent, type JSX, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Conflict, type Side } from './conflict.tsx';
import { DraftState } from './draft-state.tsx';
import { ErrorSummary, type FieldProblem } from './error-summary.tsx';
import { Notice, SaveError } from './notice.tsx';
import type { RecordDraft } from './use-record-draft.ts';

type Props<F extends string, V> = {
  readonly draft: RecordDraft<F, V>;
  /** What keeps it from being saved, in the order of the form. */
  readonly own: readonly FieldProblem[];
  readonly idOf: (field: string) => string;
  readonly labelOf: (field: F) => string;
  readonly readingOf: (field: F, typed: V) => string;
  /** What was chosen line by line, on top of what somebody saved meanwhile. */
  readonly chosen: (typed: V, theirs: V, sides: Readonly<Record<F, Side>>) => V;
  readonly save: string;
  readonly onClose: () => void;
  readonly children: (problems: readonly FieldProblem[]) => ReactNode;
};

/** The form of a record in a dialog; or, where somebody saved it meanwhile, both versions of it. */
export const DraftForm = <F extends string, V>(props: Props<F, V>): JSX.Element => {
  const { draft, own, idOf, labelOf, readingOf, chosen, save, onClose, children } = props;
  const { t } = useTranslation('ui');
  const [attempt, setAttempt] = useState(0);
  const { value, theirs, disputed, isSending, error } = draft;
  const problems = attempt > 0 ? own : [];
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setAttempt(attempt + 1);
    if (own.length === 0) void draft.save(value);
  };
  if (theirs !== null && disputed.length > 0) {
    return (
      <Conflict
        differences={disputed.map((field) => ({
          field,
          label: labelOf(field),
          theirs: readingOf(field, theirs),
          yours: readingOf(field, value),
        }))}
        busy={isSending}
        onChosen={(sides) => {
          const next = chosen(value, theirs, sides);
          draft.set(next);
          void draft.save(next);
        }}
      />
    );
  }
  const startOver = (
    <Button variant="default" onClick={draft.startOver}>
      {t('draft.startOver')}
    </Button>
  );
  return (
    <form className="fields" onSubmit={submit} noValidate>
      {draft.found ? <Notice tone="wait" title={t('draft.found')} actions={startOver} /> : null}
      <ErrorSummary problems={problems} attempt={attempt} idOf={idOf} />
      {error && problems.length === 0 ? <SaveError error={error} /> : null}
      {children(problems)}
      <div className="row wrap form-actions">
        <Button type="submit" disabled={isSending}>
          {isSending ? t('draft.saving') : save}
        </Button>
        <Button variant="subtle" onClick={onClose}>
          {t('draft.notNow')}
        </Button>
        <DraftState of={draft.key} />
      </div>
    </form>
  );
};
