import { Button } from '@mantine/core';
import { type FormEvent, type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../shared/calls.ts';
import type { FormHead } from '../../../shared/form-texts.ts';
import type { FormFact } from '../../../shared/profile.ts';
import { usePractice } from '../../practice.ts';
import { Conflict, type Side } from '../../ui/conflict.tsx';
import { DraftState } from '../../ui/draft-state.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { ErrorNotice, Notice, said } from '../../ui/notice.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { useCall, useSend } from '../../use-call.ts';
import { useDraft } from '../../use-draft.ts';
import {
  changedFacts,
  dayProblems,
  disputedFacts,
  FactsDraft,
  factReading,
  factsToSend,
  mergedFacts,
  nothing,
  refusedFacts,
  SavedFacts,
  typedFrom,
} from './facts-draft.ts';
import { FactsFields } from './facts-fields.tsx';

const key = 'form-words';

type Facts = OutputOf<'profile.formFacts'>;

/** Forms that cannot be shown to a client until these words are there. */
const StillWaiting = ({ forms }: { readonly forms: readonly FormHead[] }): JSX.Element | null => {
  const { t } = useTranslation('forms');
  const waiting = forms.filter((form) => form.unfilled.length > 0);
  if (waiting.length === 0) return <Notice tone="sage" title={t('words.allFilled')} />;
  return (
    <Notice tone="wait" title={t('list.waiting', { count: waiting.length })}>
      <ul className="waiting-forms">
        {waiting.map((form) => (
          <li key={form.id}>
            <span className="b">{form.clientTitle}</span> {form.unfilled.map((blank) => blank.label).join(' · ')}
          </li>
        ))}
      </ul>
    </Notice>
  );
};

const ReadOnly = ({ facts }: { readonly facts: Facts['facts'] }): JSX.Element => {
  const { t } = useTranslation('forms');
  const typed = typedFrom(facts);
  return (
    <>
      <p className="ink-2">{t('page.ownerChanges')}</p>
      <dl className="facts facts-one">
        {facts.map((fact) => (
          <div key={fact.placeholder} className="fact">
            <dt>{fact.label}</dt>
            <dd dir="auto">{factReading(typed, fact.placeholder, t) || t('words.notFilled')}</dd>
          </div>
        ))}
      </dl>
    </>
  );
};

const EditFacts = ({ saved, forms }: { readonly saved: Facts; readonly forms: readonly FormHead[] }): JSX.Element => {
  const { t } = useTranslation('forms');
  const { t: errors } = useTranslation('errors');
  const words = { forms: t, errors };
  const clean = (): FactsDraft => ({ typed: typedFrom(saved.facts), base: typedFrom(saved.facts), version: saved.version });
  const { value: draft, set, drop, found } = useDraft({ key, title: t('words.draft'), place: '/settings/words' }, FactsDraft, clean);
  const [attempt, setAttempt] = useState(0);
  const [sent, setSent] = useState<readonly FormFact[]>([]);
  const { send, isSending, error, forget } = useSend('profile.setFormFacts');

  const current = error?.code === 'conflict' ? SavedFacts.safeParse(error.current).data : undefined;
  const theirs = current ? typedFrom(current.facts) : null;
  const disputed = theirs ? disputedFacts({ ...draft, theirs }, t) : [];
  const days = attempt > 0 ? dayProblems(saved.facts, draft.typed, words) : [];
  const problems = days.length > 0 ? days : refusedFacts(error, saved.facts, sent, words);

  const sendOn = async (from: FactsDraft): Promise<void> => {
    set(from);
    const facts = factsToSend(from, t);
    setSent(facts);
    const reply = await send({ version: from.version, facts });
    if (reply.ok) {
      setAttempt(0);
      drop({ typed: from.typed, base: from.typed, version: reply.value.version });
      said(t('words.saved'));
      return;
    }
    setAttempt((before) => before + 1);
    const now = reply.error.code === 'conflict' ? SavedFacts.safeParse(reply.error.current).data : undefined;
    const three = now ? { ...from, theirs: typedFrom(now.facts) } : null;
    // Once more on top of what someone saved meanwhile, as long as there is nothing to ask.
    if (now && three && disputedFacts(three, t).length === 0)
      await sendOn({ typed: mergedFacts(three, t), base: three.theirs, version: now.version });
  };
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setAttempt(attempt + 1);
    if (!isSending && dayProblems(saved.facts, draft.typed, words).length === 0) await sendOn(draft);
  };
  if (current && theirs && disputed.length > 0) {
    const differences = disputed.map((placeholder) => ({
      field: placeholder,
      label: saved.facts.find((fact) => fact.placeholder === placeholder)?.label ?? placeholder,
      theirs: factReading(theirs, placeholder, t),
      yours: factReading(draft.typed, placeholder, t),
    }));
    const chosen = (sides: Readonly<Record<string, Side>>): void => {
      const merged = mergedFacts({ ...draft, theirs }, t);
      const ofTheirs = Object.fromEntries(disputed.filter((one) => sides[one] === 'theirs').map((one) => [one, theirs[one] ?? nothing]));
      void sendOn({ typed: { ...merged, ...ofTheirs }, base: theirs, version: current.version });
    };
    return <Conflict differences={differences} busy={isSending} onChosen={chosen} />;
  }
  const changed = changedFacts(draft, t).length;
  return (
    <form className="form-column" onSubmit={(event) => void submit(event)} noValidate>
      {found ? <Notice tone="wait" title={t('words.found')} /> : null}
      <ErrorSummary problems={problems} attempt={attempt} />
      {error && problems.length === 0 && error.code !== 'conflict' ? <ErrorNotice error={error} /> : null}
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
          <Button
            variant="subtle"
            onClick={() => {
              forget();
              setAttempt(0);
              drop(clean());
            }}
          >
            {t('edit.discard')}
          </Button>
        ) : null}
        <DraftState of={key} />
      </div>
    </form>
  );
};

/** The practice's own words for the blanks of its forms. */
export const FormWords = (): JSX.Element => {
  const { t } = useTranslation('forms');
  const { role } = usePractice();
  const facts = useCall('profile.formFacts', {});
  const list = useCall('forms.list', {});
  const error = facts.error ?? list.error;
  if (error) return <ErrorNotice error={error} again={facts.error ? facts.again : list.again} />;
  if (!facts.data || !list.data) return <Waiting>{t('words.opening')}</Waiting>;
  return (
    <div className="form-words">
      <p className="ink-2">{t('words.lead')}</p>
      <StillWaiting forms={list.data.forms} />
      {role === 'owner' ? <EditFacts saved={facts.data} forms={list.data.forms} /> : <ReadOnly facts={facts.data.facts} />}
    </div>
  );
};
