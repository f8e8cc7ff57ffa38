import { Button, Select } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { OutputOf } from '../../shared/calls.ts';
import { limits } from '../../shared/limits.ts';
import { call } from '../call.ts';
import { DraftState } from '../ui/draft-state.tsx';
import { ErrorSummary, type FieldProblem } from '../ui/error-summary.tsx';
import { Field, Marked, Wrong } from '../ui/field.tsx';
import { Icon } from '../ui/icon.tsx';
import { SaveError, said } from '../ui/notice.tsx';
import { tooLong } from '../ui/too-long.ts';
import { usePressed } from '../ui/use-pressed.ts';
import { keyOf } from '../use-call.ts';
import { useDraft } from '../use-draft.ts';
import type { Care } from './use-health.ts';

const Noticed = z.strictObject({ itemId: z.string(), words: z.string() });
const nothing = { itemId: '', words: '' };

type Props = { readonly care: Care; readonly onAdded: (id: string) => void };

/** What the practitioner saw or heard, and no question brought up. */
export const AddFinding = ({ care, onAdded }: Props): JSX.Element => {
  const { t } = useTranslation('health');
  const { t: tErrors } = useTranslation('errors');
  const queries = useQueryClient();
  const { client, content } = care;
  const key = `health-${client.id}/add`;
  const about = { key, title: t('draft', { name: client.chosenName }), place: `/clients/${client.id}/health` };
  const { value, set, drop, found } = useDraft(about, Noticed, () => nothing);
  const [isAdding, setAdding] = useState(found);
  const [attempt, setAttempt] = useState(0);
  const long = tooLong(value.words, limits.paragraph);
  const problems: readonly FieldProblem[] = [
    ...(value.itemId === '' ? [{ field: 'noticed', label: t('add.what'), text: t('add.choose') }] : []),
    ...(long ? [{ field: 'noticed-words', label: t('add.words'), text: tErrors('problem.too-long', long) }] : []),
  ];
  const shown = attempt > 0 ? problems : [];
  const problemOf = (field: string): string | undefined => shown.find((one) => one.field === field)?.text;
  const { busy, error, press } = usePressed(async () => {
    const reply = await call('health.add', { clientId: client.id, ...value });
    if (!reply.ok) return reply.error;
    const { finding } = reply.value;
    queries.setQueryData(keyOf('health.findings', { clientId: client.id }), (before: OutputOf<'health.findings'> | undefined) =>
      before ? { ...before, findings: [...before.findings.filter(({ id }) => id !== finding.id), finding] } : before,
    );
    drop(nothing);
    setAttempt(0);
    setAdding(false);
    said(t('add.done', { condition: finding.item.condition }));
    onAdded(finding.id);
    return null;
  });
  if (!isAdding) {
    return (
      <Button variant="default" className="health-add" leftSection={<Icon icon={IconPlus} size={18} />} onClick={() => setAdding(true)}>
        {t('add.open')}
      </Button>
    );
  }
  return (
    <fieldset className="decide" aria-label={t('add.open')}>
      <ErrorSummary problems={shown} attempt={attempt} />
      {error ? <SaveError error={error} /> : null}
      <Marked wrong={problemOf('noticed') !== undefined}>
        <Select
          id="noticed"
          label={t('add.what')}
          description={t('add.whatHelp')}
          searchable
          clearable
          autoFocus={!found}
          limit={60}
          nothingFoundMessage={t('add.nothing')}
          data={content.items.map(({ id, condition }) => ({ value: id, label: condition }))}
          value={value.itemId || null}
          onChange={(itemId) => set({ ...value, itemId: itemId ?? '' })}
          error={problemOf('noticed') ? <Wrong>{problemOf('noticed')}</Wrong> : undefined}
        />
      </Marked>
      <Field
        id="noticed-words"
        label={t('add.words')}
        help={t('add.wordsHelp')}
        value={value.words}
        onChange={(words) => set({ ...value, words })}
        rows={2}
        problem={problemOf('noticed-words')}
      />
      <div className="row wrap form-actions">
        <Button
          disabled={busy}
          onClick={() => {
            setAttempt(attempt + 1);
            if (problems.length === 0) void press();
          }}
        >
          {t('add.yes')}
        </Button>
        <Button
          variant="subtle"
          onClick={() => {
            drop(nothing);
            setAttempt(0);
            setAdding(false);
          }}
        >
          {t('decide.leave')}
        </Button>
        <DraftState of={key} />
      </div>
    </fieldset>
  );
};
