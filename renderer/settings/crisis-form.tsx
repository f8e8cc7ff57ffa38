import { Button, Checkbox } from '@mantine/core';
import { type FormEvent, type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { calendarDayFromTyped } from '../../shared/time.ts';
import { DraftState } from '../ui/draft-state.tsx';
import { ErrorSummary, goToField } from '../ui/error-summary.tsx';
import { Field, Marked, Wrong } from '../ui/field.tsx';
import { ErrorNotice, Notice, said } from '../ui/notice.tsx';
import { useSend } from '../use-call.ts';
import { useDraft } from '../use-draft.ts';
import { type CrisisSettings, Draft, draftFrom, meanwhileIn, numberFields, problemsOf, refusedProblems } from './crisis-draft.ts';
import { NumberLines, Suggestion } from './crisis-suggestion.tsx';

const key = 'crisis-numbers';
const idOf = (field: string): string => `crisis-${field}`;

/** The numbers are typed or taken over, called or compared, and only then saved. */
export const CrisisForm = ({ settings }: { readonly settings: CrisisSettings }): JSX.Element => {
  const { t } = useTranslation('crisis');
  const { t: errors } = useTranslation('errors');
  const about = { key, title: t('settings.draft'), place: '/settings/crisis' };
  const { value: draft, set, drop, found } = useDraft(about, Draft, () => draftFrom(settings));
  const [confirmed, setConfirmed] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const { send, isSending, error, forget } = useSend('crisis.set');
  const words = { crisis: t, errors };
  const own = problemsOf(draft, confirmed, words);
  const problems = attempt > 0 && own.length > 0 ? own : refusedProblems(error, words);
  const problemOf = (field: string): string | undefined => problems.find((one) => one.field === field)?.text;
  const [meanwhile, setMeanwhile] = useState(false);
  const change = (next: Draft): void => {
    forget();
    set(next);
  };

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setAttempt(attempt + 1);
    const checkedOn = calendarDayFromTyped(draft.day);
    if (own.length > 0 || checkedOn === null || isSending) return;
    const reply = await send({ version: draft.version, numbers: draft.numbers, checkedOn, confirmed });
    const newer = reply.ok ? null : meanwhileIn(reply.error);
    setMeanwhile(newer !== null);
    // Saved again, it is done knowingly: what somebody else saved stands above by then.
    if (newer !== null) set({ ...draft, version: newer });
    if (!reply.ok) return;
    drop(draftFrom(reply.value));
    setConfirmed(false);
    setAttempt(0);
    said(t('settings.saved'));
  };
  return (
    <form className="form-column" onSubmit={(event) => void submit(event)} noValidate>
      {found ? <Notice tone="sage" title={t('settings.found')} /> : null}
      <ErrorSummary problems={problems} attempt={attempt} idOf={idOf} />
      {meanwhile ? (
        <Notice tone="wait" title={t('settings.meanwhile')} live>
          {t('settings.meanwhileText')}
          {settings.saved ? <NumberLines numbers={settings.saved} /> : null}
        </Notice>
      ) : null}
      {error && !meanwhile && problems.length === 0 ? <ErrorNotice error={error} /> : null}
      <Suggestion
        suggested={settings.suggested[0]}
        place={settings.place}
        typed={draft.numbers}
        onTake={(numbers) => {
          change({ ...draft, numbers });
          goToField(idOf('emergency'));
        }}
      />
      <div className="fields">
        {numberFields.map((field) => (
          <Field
            key={field}
            id={idOf(field)}
            label={t(`settings.${field}`)}
            help={t(`settings.help.${field}`)}
            value={draft.numbers[field]}
            onChange={(typed) => change({ ...draft, numbers: { ...draft.numbers, [field]: typed } })}
            problem={problemOf(field)}
            width={480}
          />
        ))}
        <Field
          id={idOf('day')}
          label={t('settings.day')}
          help={t('settings.help.day')}
          value={draft.day}
          onChange={(day) => change({ ...draft, day })}
          problem={problemOf('day')}
          width={240}
        />
        <Marked wrong={problemOf('confirmed') !== undefined}>
          <Checkbox
            id={idOf('confirmed')}
            label={t('settings.confirm')}
            checked={confirmed}
            onChange={(event) => setConfirmed(event.currentTarget.checked)}
            error={problemOf('confirmed') ? <Wrong>{problemOf('confirmed')}</Wrong> : undefined}
          />
        </Marked>
      </div>
      <div className="row wrap form-actions">
        <Button type="submit" disabled={isSending}>
          {t('settings.save')}
        </Button>
        <DraftState of={key} />
      </div>
    </form>
  );
};
