import { Button } from '@mantine/core';
import { type JSX, useCallback, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../shared/calls.ts';
import { Conflict, type Side } from '../../ui/conflict.tsx';
import { DraftState } from '../../ui/draft-state.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Field } from '../../ui/field.tsx';
import { ErrorNotice, Notice } from '../../ui/notice.tsx';
import { useDraft } from '../../use-draft.ts';
import { BlankLegend } from './blank-legend.tsx';
import { PartFields } from './part-fields.tsx';
import { SaveText } from './save-text.tsx';
import { changedParts, disputedParts, draftOver, mergedWords, TextDraft, textFrom, type Words } from './text-draft.ts';
import { partName, textProblems } from './text-problems.ts';
import { type Theirs, useSaveText } from './use-save-text.ts';
import { WithBlanks } from './with-blanks.tsx';

const none: Readonly<Record<string, string>> = {};

const blanksIn = (words: Words): readonly string[] =>
  Object.values(words).flatMap((text) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name));

/** The words of one form, typed beside what the client reads. What is asked, and how it is answered, stays. */
export const EditText = ({ form }: { readonly form: OutputOf<'forms.get'> }): JSX.Element => {
  const { t } = useTranslation('forms');
  const { t: errors } = useTranslation('errors');
  const { formId, shipped, parts, placeholders: blanks } = form;
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

  const disputed = theirs ? disputedParts({ ...draft, theirs: theirs.words }) : [];
  if (theirs && disputed.length > 0) {
    const chosen = (sides: Readonly<Record<string, Side>>): void => {
      const merged = mergedWords({ ...draft, theirs: theirs.words });
      const ofTheirs = Object.fromEntries(
        disputed.filter((part) => sides[part] === 'theirs').map((part) => [part, theirs.words[part] ?? '']),
      );
      void send({ ...draft, typed: { ...merged, ...ofTheirs }, base: theirs.words, version: theirs.version });
    };
    const differences = disputed.map((part) => ({
      field: part,
      label: partName(part, shipped, t),
      theirs: theirs.words[part] ?? '',
      yours: draft.typed[part] ?? '',
    }));
    return <Conflict differences={differences} busy={isSending} onChosen={chosen} />;
  }

  const typed = textFrom(shipped, draft.typed);
  const problems = textProblems(
    { error, shipped, typed: draft.typed, known: blanks.map((blank) => blank.placeholder) },
    { forms: t, errors },
  );
  const problemAt = Object.fromEntries(problems.map((problem) => [problem.field, problem.text]));
  const changed = changedParts(draft.base, draft.typed).length;
  const putBack = (
    <Button
      variant={found ? 'default' : 'subtle'}
      onClick={() => {
        forget();
        drop(clean());
      }}
    >
      {t('edit.discard')}
    </Button>
  );
  return (
    <div className="text-edit">
      {found ? <Notice tone="wait" title={t('edit.found')} actions={putBack} /> : null}
      <ErrorSummary problems={problems} attempt={attempt} />
      {error && problems.length === 0 && error.code !== 'conflict' ? <ErrorNotice error={error} /> : null}
      <BlankLegend blanks={blanks} used={blanksIn(draft.typed)} />
      <section className="text-part" aria-labelledby="part-head">
        <div className="text-part-head">
          <h3 id="part-head" className="section-title">
            {t('edit.head')}
          </h3>
        </div>
        <div className="text-part-fields">
          <Field
            id="clientTitle"
            label={t('field.clientTitle')}
            value={typed.clientTitle}
            onChange={(clientTitle) => type({ clientTitle })}
            problem={problemAt.clientTitle}
          />
          <Field
            id="intro"
            label={t('field.intro')}
            value={typed.intro}
            onChange={(intro) => type({ intro })}
            problem={problemAt.intro}
            rows={4}
          />
        </div>
        <div className="text-part-read">
          <p className="xs ink-2">{t('edit.clientReads')}</p>
          <div className="read">
            <p className="reading-head" dir="auto">
              {typed.clientTitle}
            </p>
            <p className="reading-text" dir="auto">
              <WithBlanks text={typed.intro} blanks={blanks} />
            </p>
          </div>
        </div>
      </section>
      {typed.elements.map((element, index) => {
        const [part, came] = [parts[index], shipped.elements[index]];
        const own = Object.entries(problemAt).filter(([field]) => field.startsWith(`${element.id}/`));
        return part && came ? (
          <PartFields
            key={element.id}
            number={index + 1}
            part={part}
            element={element}
            shipped={came}
            blanks={blanks}
            problems={own.length > 0 ? Object.fromEntries(own) : none}
            onChange={type}
          />
        ) : null;
      })}
      <div className="text-foot">
        <span className="num" role="status">
          {changed === 0 ? t('edit.unchanged') : t('edit.changed', { count: changed })}
        </span>
        <DraftState of={key} />
        <span className="grow" />
        {found || changed === 0 ? null : putBack}
        <Button disabled={changed === 0 || isSending} onClick={() => setAsking('yes')}>
          {t('edit.save')}
        </Button>
      </div>
      <SaveText
        opened={asking === 'yes'}
        returnFocus={asking !== 'sent'}
        draft={draft}
        busy={isSending}
        onChange={(next) => {
          forget();
          set(next);
        }}
        onSave={() => void send(draft)}
        onBack={() => setAsking('no')}
      />
    </div>
  );
};
