import { Button, Radio } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { OutputOf } from '../../shared/calls.ts';
import { Withdrawal } from '../../shared/consent.ts';
import { limits } from '../../shared/limits.ts';
import type { Release } from '../../shared/releases.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { ErrorNotice, said } from '../ui/notice.tsx';
import { tooLong } from '../ui/too-long.ts';
import { useSend } from '../use-call.ts';
import { useDraft } from '../use-draft.ts';
import { WentOutList } from './release-covers.tsx';

const people = Withdrawal.shape.by.options;
const Ending = z.strictObject({ by: Withdrawal.shape.by, words: z.string() });
const nobodySaid: z.infer<typeof Ending> = { by: 'client', words: '' };

type Props = {
  readonly release: Release;
  readonly why: 'taken-back' | 'event';
  readonly wentOut: OutputOf<'releases.ofClient'>['wentOut'];
  readonly onClose: () => void;
};

/** A permission stops at once, with what went out before in view: that is told, and cannot be called back. */
export const ReleaseEnd = ({ release, why, wentOut, onClose }: Props): JSX.Element => {
  const { t } = useTranslation('releases');
  const { t: errors } = useTranslation('errors');
  const { id, clientId, endEvent, recipient } = release;
  const { name } = recipient;
  const part = why === 'event' ? 'came' : 'back';
  const about = { key: `release-end-${id}`, title: t(`${part}.title`, { name }), place: `/clients/${clientId}/sharing` };
  const { value, set, drop } = useDraft(about, Ending, () => nobodySaid);
  const { send, isSending, error } = useSend('releases.revoke');
  const long = tooLong(value.words, limits.paragraph);
  const end = async (): Promise<void> => {
    if (isSending || long) return;
    const reply = await send({ id, why, ...value });
    if (!reply.ok) return;
    drop();
    said(t(`${part}.done`, { name }));
    onClose();
  };
  return (
    <Dialog title={t(`${part}.title`, { name })} onClose={onClose} size={560}>
      <div className="fields">
        {error ? <ErrorNotice error={error} /> : null}
        <p className="md" dir="auto">
          {why === 'event' ? t('came.text', { event: endEvent }) : t('back.text')}
        </p>
        <div>
          <p className={wentOut.length > 0 ? 'b' : 'ink-2'}>
            {wentOut.length > 0 ? t('back.gone', { count: wentOut.length }) : t('back.goneNone')}
          </p>
          {wentOut.length > 0 ? <WentOutList wentOut={wentOut} /> : null}
        </div>
        {why === 'event' ? null : (
          <>
            <Radio.Group
              label={t('back.by')}
              value={value.by}
              onChange={(by) => set({ ...value, by: Withdrawal.shape.by.catch('client').parse(by) })}
              className="sharing-choices"
            >
              {people.map((by) => (
                <Radio key={by} value={by} label={t(`by.${by}`)} />
              ))}
            </Radio.Group>
            <Field
              id="release-end-words"
              label={t('back.words')}
              help={t('back.wordsHelp')}
              value={value.words}
              onChange={(words) => set({ ...value, words })}
              rows={2}
              problem={long ? errors('problem.too-long', long) : undefined}
            />
          </>
        )}
        <div className="row wrap form-actions">
          <Button disabled={isSending} onClick={() => void end()} data-autofocus>
            {isSending ? t('back.busy') : t(`${part}.yes`)}
          </Button>
          <Button variant="subtle" onClick={onClose}>
            {t('back.no')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
};
