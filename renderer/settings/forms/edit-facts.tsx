import { Button } from '@mantine/core';
import { type FormEvent, type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../shared/calls.ts';
import type { FormHead } from '../../../shared/form-texts.ts';
import { Conflict, type Side } from '../../ui/conflict.tsx';
import { DraftState } from '../../ui/draft-state.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Notice, SaveError } from '../../ui/notice.tsx';
import { useDraft } from '../../use-draft.ts';
import {
  type AskedFact,
  changedFacts,
  dayProblems,
  disputedFacts,
  FactsDraft,
  factReading,
  mergedFacts,
  nothing,
  refusedFacts,
  typedFrom,
} from './facts-draft.ts';
import { FactsFields } from './facts-fields.tsx';
import { type Theirs, useSaveFacts } from './use-save-facts.ts';

const key = 'form-words';

type ConflictProps = {
  readonly draft: FactsDraft;
  readonly theirs: Theirs;
  readonly facts: readonly AskedFact[];
  readonly busy: boolean;
  readonly onChosen: (draft: FactsDraft) => void;
};

/** Words somebody else filled in differently meanwhile, beside what was typed. */
const FactsConflict = ({ draft, theirs, facts, busy, onChosen }: ConflictProps): JSX.Element => {
  const { t } = useTranslation('forms');
  const three = { typed: draft.typed, base: draft.base, theirs: theirs.facts };
  const disputed = disputedFacts(three, t);
  const differences = disputed.map((placeholder) => ({
    field: placeholder,
    label: facts.find((fact) => fact.placeholder === placeholder)?.label ?? placeholder,
    theirs: factReading(theirs.facts, placeholder, t),
    yours: factReading(draft.typed, placeholder, t),
  }));
  const chosen = (sides: Readonly<Record<string, Side>>): void => {
    const ofTheirs = disputed.filter((one) => sides[one] === 'theirs').map((one) => [one, theirs.facts[one] ?? nothing]);
    onChosen({ typed: { ...mergedFacts(three, t), ...Object.fromEntries(ofTheirs) }, base: theirs.facts, version: theirs.version });
  };
  return <Conflict differences={differences} busy={busy} onChosen={chosen} />;
};

type EditProps = { readonly saved: OutputOf<'profile.formFacts'>; readonly forms: readonly FormHead[] };

export const EditFacts = ({ saved, forms }: EditProps): JSX.Element => {
  const { t } = useTranslation('forms');
  const { t: errors } = useTranslation('errors');
  const words = { forms: t, errors };
  const clean = (): FactsDraft => ({ typed: typedFrom(saved.facts), base: typedFrom(saved.facts), version: saved.version });
  const { value: draft, set, drop, found } = useDraft({ key, title: t('words.draft'), place: '/settings/words' }, FactsDraft, clean);
  const [attempt, setAttempt] = useState(0);
  const { save, isSending, error, forget, sent, theirs } = useSaveFacts({ set, drop });

  const days = attempt > 0 ? dayProblems(saved.facts, draft.typed, words) : [];
  const problems = days.length > 0 ? days : refusedFacts(error, saved.facts, sent, words);
  const send = async (from: FactsDraft): Promise<void> => {
    const isSaved = await save(from);
    setAttempt((before) => (isSaved ? 0 : before + 1));
  };
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setAttempt(attempt + 1);
    if (!isSending && dayProblems(saved.facts, draft.typed, words).length === 0) await send(draft);
  };
  const putBack = (): void => {
    forget();
    setAttempt(0);
    drop(clean());
  };
  if (theirs) {
    return <FactsConflict draft={draft} theirs={theirs} facts={saved.facts} busy={isSending} onChosen={(chosen) => void send(chosen)} />;
  }
  const changed = changedFacts(draft, t).length;
  return (
    <form className="form-column" onSubmit={(event) => void submit(event)} noValidate>
      {found ? <Notice tone="wait" title={t('words.found')} /> : null}
      <ErrorSummary problems={problems} attempt={attempt} />
      {error && problems.length === 0 ? <SaveError error={error} /> : null}
      <FactsFields
        facts={saved.facts}
        typed={draft.typed}
        formsWith={(placeholder) => forms.filter((form) => form.blanks.includes(placeholder)).map((form) => form.clientTitle)}
        problems={problems}
        onChange={(placeholder, typed) => {
          forget();
          set({ ...draft, typed: { ...draft.typed, [placeholder]: typed } });
        }}
      />
      <div className="row wrap form-actions">
        <Button type="submit" disabled={isSending || changed === 0}>
          {t('words.save')}
        </Button>
        {changed > 0 || found ? (
          <Button variant="subtle" onClick={putBack}>
            {t('edit.discard')}
          </Button>
        ) : null}
        <DraftState of={key} />
      </div>
    </form>
  );
};
