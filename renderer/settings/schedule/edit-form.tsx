import { Button } from '@mantine/core';
import { type FormEvent, type JSX, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Conflict } from '../../ui/conflict.tsx';
import { DraftState } from '../../ui/draft-state.tsx';
import { ErrorSummary, type FieldProblem } from '../../ui/error-summary.tsx';
import { fieldOf, issueWords } from '../../ui/error-words.ts';
import { Notice, SaveError } from '../../ui/notice.tsx';
import type { Editing } from './use-editing.ts';

type Props<F extends string, V, T> = {
  /** Key of the draft; ids of the fields begin with it. */
  readonly of: string;
  readonly title: string;
  readonly editing: Editing<F, V, T>;
  /** What keeps it from being saved, in the order of the form. */
  readonly own: readonly FieldProblem[];
  readonly labelOf: (field: F) => string;
  readonly reading: (field: F, value: V) => string;
  readonly fields: (problemOf: (field: string) => string | undefined) => ReactNode;
  readonly onSaved: (saved: T) => void;
  readonly onClose: () => void;
};

/** A form that opens on the page of its list, whose draft is kept. */
export const EditForm = <F extends string, V, T>(props: Props<F, V, T>): JSX.Element => {
  const { of, title, editing, own, labelOf, reading, fields, onSaved, onClose } = props;
  const { t } = useTranslation('schedule');
  const { t: errors } = useTranslation('errors');
  const [attempt, setAttempt] = useState(0);
  const { error, disputed, isSending } = editing;
  const issues = error?.code === 'invalid' ? error.issues : [];
  const refused = issues.map((issue) => ({
    field: fieldOf(issue),
    label: labelOf(fieldOf(issue) as F),
    text: issueWords(errors, issue),
  }));
  const problems = attempt > 0 && own.length > 0 ? own : refused;

  const done = (saved: T | null): void => {
    if (saved !== null) onSaved(saved);
  };
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setAttempt(attempt + 1);
    if (own.length === 0) done(await editing.save());
  };
  if (disputed.length > 0)
    return (
      <Conflict
        differences={disputed.map(({ field, theirs, yours }) => ({
          field,
          label: labelOf(field),
          theirs: reading(field, theirs),
          yours: reading(field, yours),
        }))}
        busy={isSending}
        onChosen={(sides) => void editing.choose(sides).then(done)}
      />
    );
  return (
    <form className="setup-form form-column" onSubmit={(event) => void submit(event)} noValidate aria-labelledby={`${of}-title`}>
      <h3 id={`${of}-title`} className="md b" dir="auto">
        {title}
      </h3>
      {editing.found ? <Notice tone="sage" title={t('setup.found')} /> : null}
      <ErrorSummary problems={problems} attempt={attempt} idOf={(field) => `${of}-${field}`} />
      {error && problems.length === 0 ? <SaveError error={error} /> : null}
      {fields((field) => problems.find((one) => one.field === field)?.text)}
      <div className="row wrap form-actions">
        <Button type="submit" disabled={isSending}>
          {t('setup.save')}
        </Button>
        <Button
          variant="subtle"
          onClick={() => {
            editing.discard();
            onClose();
          }}
        >
          {t('setup.discard')}
        </Button>
        <DraftState of={of} />
      </div>
    </form>
  );
};
