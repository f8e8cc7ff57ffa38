import { Button } from '@mantine/core';
import { type FormEvent, type JSX, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Hold } from '../../shared/incidents.ts';
import { limits } from '../../shared/limits.ts';
import { shows } from '../../shared/text.ts';
import { momentDay } from '../dates.ts';
import { Field } from '../ui/field.tsx';
import { ErrorNotice, Notice, said } from '../ui/notice.tsx';
import { tooLong } from '../ui/too-long.ts';
import { useSend } from '../use-call.ts';
import { holdWords } from './hold-words.ts';
import type { Labels } from './sessions-content.ts';

type LiftProps = { readonly hold: Hold; readonly onDone: () => void; readonly onDeed: () => void };

const LiftForm = ({ hold, onDone, onDeed }: LiftProps): JSX.Element => {
  const { t } = useTranslation('sessions');
  const { t: errors } = useTranslation('errors');
  const id = useId();
  const { send, isSending, error } = useSend('holds.override');
  const [reason, setReason] = useState('');
  const [wasTried, tried] = useState(false);
  const long = tooLong(reason, limits.paragraph);
  const problem = long ? errors('problem.too-long', long) : wasTried && !shows(reason) ? t('incident.needed') : undefined;
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    tried(true);
    if (!shows(reason) || long) return;
    if (!(await send({ holdId: hold.id, reason })).ok) return;
    said(t('hold.lifted'));
    onDeed();
    onDone();
  };
  return (
    <form
      className="incident-form"
      aria-label={t('hold.liftTitle', { day: momentDay(hold.since) })}
      onSubmit={(event) => void submit(event)}
      noValidate
    >
      <Field
        id={`hold-reason${id}`}
        label={t('hold.reason')}
        help={t('hold.reasonHelp')}
        rows={3}
        value={reason}
        onChange={setReason}
        problem={problem}
        required
      />
      {error ? <ErrorNotice error={error} /> : null}
      <div className="row wrap">
        <Button type="submit" variant="default" disabled={isSending}>
          {t('hold.yes')}
        </Button>
      </div>
    </form>
  );
};

type Props = { readonly hold: Hold; readonly labels: Labels; readonly isOver: boolean; readonly onDeed: () => void };

/** What keeps hands off, since when, and who may end it. */
export const HoldNotice = ({ hold, labels, isOver, onDeed }: Props): JSX.Element => {
  const { t } = useTranslation('sessions');
  const [isLifting, lift] = useState(false);
  return (
    <Notice
      tone="wait"
      title={t('hold.title')}
      actions={
        !isOver ? null : (
          <Button variant="default" aria-expanded={isLifting} onClick={() => lift(!isLifting)}>
            {t('hold.lift')}
          </Button>
        )
      }
    >
      <span className="block b num">{t('hold.since', { day: momentDay(hold.since), what: holdWords(t, hold, labels) })}</span>
      <span className="block">{t('hold.text')}</span>
      {isOver ? null : <span className="block wait b">{t('hold.open')}</span>}
      {isLifting ? <LiftForm hold={hold} onDone={() => lift(false)} onDeed={onDeed} /> : null}
    </Notice>
  );
};
