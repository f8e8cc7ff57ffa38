import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MergePreview } from '../../shared/clients-merge.ts';
import type { CustomField } from '../../shared/custom-fields.ts';
import { limits } from '../../shared/limits.ts';
import { shows } from '../../shared/text.ts';
import { ButtonLink } from '../ui/button-link.tsx';
import { Confirm } from '../ui/confirm.tsx';
import { ErrorSummary, type FieldProblem } from '../ui/error-summary.tsx';
import { Field } from '../ui/field.tsx';
import { ErrorNotice, Notice, SaveError, said } from '../ui/notice.tsx';
import { PageHead } from '../ui/page.tsx';
import { tooLong } from '../ui/too-long.ts';
import { Waiting } from '../ui/waiting.tsx';
import { useCall, useSend } from '../use-call.ts';
import { useDraft } from '../use-draft.ts';
import { MergeEffects, MergeHindered } from './merge-effects.tsx';
import { MergeLine, MergeTaken, MergeTwo } from './merge-fields.tsx';
import { mergeLabel } from './merge-reading.ts';
import { allFrom, chosenFields, nameAfter, nothingSaid, Said, sideOf, undecided } from './merge-said.ts';
import './merge.css';

type FormProps = {
  readonly preview: MergePreview;
  readonly fields: readonly CustomField[];
  readonly onAgain: () => Promise<unknown>;
};

const reasonId = 'merge-reason';

const MergeForm = ({ preview, fields, onAgain }: FormProps): JSX.Element => {
  const { t } = useTranslation('clients');
  const { t: errors } = useTranslation('errors');
  const navigate = useNavigate();
  const { keep, merge, differing, hindrances } = preview;
  const about = {
    // One piece of work, whichever of the two is to stay; its words are about both, and keep neither from becoming one.
    key: `merge-${[keep.id, merge.id].toSorted().join('+')}`,
    title: t('merge.draft', { name: keep.chosenName }),
    place: `/clients/${keep.id}/merge/${merge.id}`,
  };
  const { value: told, set: keepTold, drop } = useDraft(about, Said, () => nothingSaid);
  const [attempt, setAttempt] = useState(0);
  const [asking, setAsking] = useState(false);
  const { send, isSending, error, forget } = useSend('clients.merge');
  const { reason } = told;

  const long = tooLong(reason, limits.line);
  const reasonProblem = long ? errors('problem.too-long', long) : shows(reason) ? null : t('merge.reasonNeeded');
  const open: readonly FieldProblem[] = [
    ...undecided(preview, told).map((field) => ({ field, label: mergeLabel(field, { t, fields }), text: t('merge.choose') })),
    ...(reasonProblem ? [{ field: reasonId, label: t('merge.reason'), text: reasonProblem }] : []),
  ];
  const problems = attempt > 0 ? open : [];
  const problemOf = (field: string): string | undefined => problems.find((one) => one.field === field)?.text;
  const set = (next: Partial<Said>): void => {
    forget();
    keepTold({ ...told, ...next });
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setAttempt(attempt + 1);
    if (open.length === 0) setAsking(true);
  };
  const go = async (): Promise<void> => {
    setAsking(false);
    if (isSending) return;
    const { keepRevision, mergeRevision } = preview;
    const reply = await send({
      keepId: keep.id,
      mergeId: merge.id,
      keepRevision,
      mergeRevision,
      fields: chosenFields(preview, told),
      reason,
    });
    if (!reply.ok) {
      // What changed meanwhile is looked at before anything is asked again; what was said stays.
      await onAgain();
      return;
    }
    drop();
    said(t('merge.done', { name: reply.value.chosenName }));
    await navigate({ to: '/clients/$clientId', params: { clientId: reply.value.id }, replace: true });
  };
  const after = nameAfter(preview, told);
  return (
    <form className="fields" onSubmit={submit} noValidate>
      <ErrorSummary problems={problems} attempt={attempt} title={t('merge.before', { count: problems.length })} />
      {error ? <SaveError error={error} /> : null}
      <MergeHindered preview={preview} onAgain={() => void onAgain()} />
      <MergeTwo preview={preview} fields={fields} />
      <div className="row wrap">
        <ButtonLink to="/clients/$clientId/merge/$otherId" params={{ clientId: merge.id, otherId: keep.id }} variant="default" replace>
          {t('merge.swap')}
        </ButtonLink>
      </div>
      {differing.length > 0 ? (
        <section className="fields" aria-labelledby="merge-differing">
          <h2 id="merge-differing" className="section-title">
            {t('merge.differing')}
          </h2>
          {differing.length > 1 ? (
            <div className="row wrap">
              {(['keep', 'merge'] as const).map((side) => (
                <Button key={side} variant="default" onClick={() => set({ from: allFrom(preview, side) })}>
                  {t(`merge.all.${side}`)}
                </Button>
              ))}
            </div>
          ) : null}
          {differing.map((field) => (
            <MergeLine
              key={field}
              preview={preview}
              fields={fields}
              field={field}
              side={sideOf(preview, told, field)}
              onSide={(side) => set({ from: { ...told.from, [field]: preview[side].id } })}
              problem={problemOf(field)}
            />
          ))}
        </section>
      ) : null}
      <MergeTaken preview={preview} fields={fields} />
      <MergeEffects preview={preview} />
      <Field
        id={reasonId}
        label={t('merge.reason')}
        help={t('merge.reasonHelp')}
        value={reason}
        onChange={(next) => set({ reason: next })}
        problem={problemOf(reasonId)}
        required
      />
      <Notice tone="wait" title={t('merge.forGood')}>
        {t('merge.forGoodText', { name: after })}
      </Notice>
      <div className="row wrap form-actions">
        <Button type="submit" disabled={isSending || hindrances.length > 0}>
          {t('merge.go')}
        </Button>
        <ButtonLink to="/clients/$clientId" params={{ clientId: keep.id }} variant="subtle" onClick={() => drop()}>
          {t('merge.no')}
        </ButtonLink>
      </div>
      <Confirm
        opened={asking}
        title={t('merge.confirmTitle', { name: after })}
        text={t('merge.confirmText', { name: after, other: merge.chosenName })}
        yes={t('merge.confirmYes')}
        no={t('merge.no')}
        busy={isSending}
        onNo={() => setAsking(false)}
        onYes={() => void go()}
      />
    </form>
  );
};

/** Two records of one person: side by side, what is taken from each, and what goes over. */
export const MergeClients = ({ clientId, otherId }: { readonly clientId: string; readonly otherId: string }): JSX.Element => {
  const { t } = useTranslation('clients');
  const asked = { keepId: clientId, mergeId: otherId };
  const preview = useCall('clients.mergePreview', asked, { fresh: true });
  const list = useCall('customFields.list', {});
  const error = preview.error ?? list.error;
  return (
    <>
      <PageHead title={t('merge.title')} focusKey={`${clientId} ${otherId}`} />
      <div className="page-body form-column">
        {error ? <ErrorNotice error={error} again={preview.error ? preview.again : list.again} /> : null}
        {!error && (!preview.data || !list.data) ? <Waiting>{t('merge.reading')}</Waiting> : null}
        {!preview.error && preview.data && list.data ? (
          <MergeForm key={`${clientId} ${otherId}`} preview={preview.data} fields={list.data.fields} onAgain={preview.again} />
        ) : null}
      </div>
    </>
  );
};
