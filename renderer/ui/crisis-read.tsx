import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { OutputOf } from '../../shared/calls.ts';
import { limits } from '../../shared/limits.ts';
import { Crisis } from '../../shared/safety.ts';
import { keyOf, useSend } from '../use-call.ts';
import { useDraft } from '../use-draft.ts';
import { DraftState } from './draft-state.tsx';
import { Field } from './field.tsx';
import { ErrorNotice, Notice } from './notice.tsx';
import { tooLong } from './too-long.ts';

/** What was done may be said, and may wait: it is read first. */
export const CrisisRead = ({ crisis }: { readonly crisis: Crisis }): JSX.Element => {
  const { t } = useTranslation('crisis');
  const { t: errors } = useTranslation('errors');
  const queries = useQueryClient();
  const key = `crisis-${crisis.id}`;
  const about = { key, title: t('draft', { name: crisis.chosenName }), place: `/clients/${crisis.clientId}/health` };
  const { value: words, set, drop } = useDraft(about, z.string(), () => '');
  const { send, isSending, error } = useSend('crisis.acknowledge');
  const [tried, setTried] = useState(false);
  const [joined, setJoined] = useState(false);
  const long = tooLong(words, limits.paragraph);

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (long || isSending) return;
    const reply = await send({ crisisId: crisis.id, findingIds: crisis.found.map(({ findingId }) => findingId), words });
    const stands = !reply.ok && reply.error.code === 'conflict' ? Crisis.safeParse(reply.error.current).data : undefined;
    setJoined(stands !== undefined);
    if (stands) {
      queries.setQueryData(keyOf('crisis.open', {}), (before: OutputOf<'crisis.open'> | undefined) =>
        before ? { crises: before.crises.map((one) => (one.id === stands.id ? stands : one)) } : before,
      );
      return document.getElementById('crisis-found')?.focus();
    }
    const isOver = !reply.ok && reply.error.code === 'refused' && reply.error.reason === 'crisis-over';
    if (!reply.ok && !isOver) return;
    drop();
    await queries.invalidateQueries({ queryKey: keyOf('crisis.open', {}) });
  };
  return (
    <form className="crisis-read" onSubmit={(event) => void submit(event)} noValidate>
      {error && !joined ? <ErrorNotice error={error} /> : null}
      {joined ? (
        <Notice tone="wait" title={t('joined')} live>
          {t('joinedText')}
        </Notice>
      ) : null}
      <Field
        id="crisis-done"
        label={t('done')}
        help={t('doneHelp')}
        value={words}
        onChange={set}
        rows={2}
        problem={tried && long ? errors('problem.too-long', long) : undefined}
      />
      <div className="row wrap form-actions">
        <Button type="submit" size="lg" disabled={isSending}>
          {t('read')}
        </Button>
        <DraftState of={key} />
      </div>
    </form>
  );
};
