import { Button } from '@mantine/core';
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { AppError } from '../../shared/app-error.ts';
import type { HealthChange } from '../../shared/health.ts';
import { limits } from '../../shared/limits.ts';
import { shows } from '../../shared/text.ts';
import { call } from '../call.ts';
import { sinceWords } from '../dates.ts';
import { DraftState } from '../ui/draft-state.tsx';
import { Field } from '../ui/field.tsx';
import { ErrorNotice, Notice, said } from '../ui/notice.tsx';
import { tooLong } from '../ui/too-long.ts';
import { usePressed } from '../ui/use-pressed.ts';
import { useDraft } from '../use-draft.ts';
import { QuickReasons } from './health-quick.tsx';
import type { Care } from './use-health.ts';

const Words = z.strictObject({ words: z.string() });

type Wording = {
  readonly words: string;
  readonly set: (words: string) => void;
  readonly drop: () => void;
  readonly found: boolean;
  readonly key: string;
};

const useWords = ({ client }: Care, what: string): Wording => {
  const { t } = useTranslation('health');
  const key = `health-${client.id}/${what}`;
  const about = { key, title: t('draft', { name: client.chosenName }), place: `/clients/${client.id}/health` };
  const { value, set, drop, found } = useDraft(about, Words, () => ({ words: '' }));
  return { words: value.words, set: (words) => set({ words }), drop: () => drop({ words: '' }), found, key };
};

/** Something has changed, and nobody has gone through it yet: nothing begins before. */
const Waiting = ({ care, change }: { readonly care: Care; readonly change: HealthChange }): JSX.Element => {
  const { t } = useTranslation('health');
  const { t: tErrors } = useTranslation('errors');
  const typed = useWords(care, `settle-${change.id}`);
  const [tried, setTried] = useState(false);
  const long = tooLong(typed.words, limits.paragraph);
  const problem = long ? tErrors('problem.too-long', long) : shows(typed.words) ? undefined : t('change.outcomeNeeded');
  const { busy, error, press } = usePressed(async () => {
    const reply = await call('health.settle', { changeId: change.id, words: typed.words });
    if (!reply.ok) return reply.error;
    typed.drop();
    said(t('change.settled'));
    return null;
  });
  return (
    <Notice tone="wait" title={t('change.waiting', { time: sinceWords(change.at) })}>
      <p dir="auto" className="change-words">
        {change.words ? `“${change.words}”` : t('change.noWords')}
      </p>
      <p>{t('change.waitingText')}</p>
      {error ? <ErrorNotice error={error} /> : null}
      {care.canWork ? (
        <div className="change-settle">
          <Field
            id={`settle-${change.id}`}
            label={t('change.outcome')}
            value={typed.words}
            onChange={typed.set}
            rows={2}
            problem={tried || long ? problem : undefined}
          />
          <QuickReasons of="settle" value={typed.words} onReason={typed.set} />
          <div className="row wrap">
            <Button
              variant="default"
              disabled={busy}
              onClick={() => {
                setTried(true);
                if (problem) document.getElementById(`settle-${change.id}`)?.focus();
                else void press();
              }}
            >
              {t('change.settle')}
            </Button>
            <DraftState of={typed.key} />
          </div>
        </div>
      ) : null}
    </Notice>
  );
};

const Ask = ({ care }: { readonly care: Care }): JSX.Element => {
  const { t } = useTranslation('health');
  const { t: tErrors } = useTranslation('errors');
  const typed = useWords(care, 'change');
  const [isTelling, setTelling] = useState(typed.found);
  const long = tooLong(typed.words, limits.paragraph);
  const tell = async (changed: boolean): Promise<AppError | null> => {
    const reply = await call('health.changed', { clientId: care.client.id, changed, words: changed ? typed.words : '' });
    if (!reply.ok) return reply.error;
    if (changed) typed.drop();
    setTelling(false);
    said(t(changed ? 'change.notedSomething' : 'change.notedNothing'));
    return null;
  };
  const nothing = usePressed(() => tell(false));
  const something = usePressed(() => tell(true));
  const error = nothing.error ?? something.error;
  return (
    <>
      {error ? <ErrorNotice error={error} /> : null}
      {isTelling ? (
        <fieldset className="decide" aria-label={t('change.something')}>
          <Field
            id="change-words"
            label={t('change.words')}
            help={t('change.wordsHelp')}
            value={typed.words}
            onChange={typed.set}
            rows={2}
            autoFocus
            problem={long ? tErrors('problem.too-long', long) : undefined}
          />
          <div className="row wrap form-actions">
            <Button disabled={something.busy} onClick={() => (long ? undefined : void something.press())}>
              {t('change.note')}
            </Button>
            <Button
              variant="subtle"
              onClick={() => {
                typed.drop();
                setTelling(false);
              }}
            >
              {t('decide.leave')}
            </Button>
            <DraftState of={typed.key} />
          </div>
        </fieldset>
      ) : (
        <div className="row wrap">
          <Button variant="default" disabled={nothing.busy} onClick={() => void nothing.press()}>
            {t('change.nothing')}
          </Button>
          <Button variant="default" onClick={() => setTelling(true)}>
            {t('change.something')}
          </Button>
        </div>
      )}
    </>
  );
};

/** The question of every visit, what waits of it, and what was said before. */
export const Changes = ({ care }: { readonly care: Care }): JSX.Element => {
  const { t } = useTranslation('health');
  const { changes } = care.of;
  const waiting = changes.filter(({ settledAt }) => settledAt === null);
  const before = changes.filter(({ settledAt }) => settledAt !== null);
  const [last] = changes;
  return (
    <section className="health-part" aria-labelledby="change-title">
      <h3 id="change-title" tabIndex={-1} className="health-title">
        {t('change.title')}
      </h3>
      <p className="ink-2 num">
        {t('change.question')}{' '}
        {last ? t(last.changed ? 'change.lastSomething' : 'change.lastNothing', { time: sinceWords(last.at) }) : t('change.never')}
      </p>
      {waiting.map((change) => (
        <Waiting key={change.id} care={care} change={change} />
      ))}
      {care.canWork ? <Ask care={care} /> : null}
      {before.some(({ changed }) => changed) ? (
        <details className="finding-history">
          <summary>{t('change.before', { count: before.length })}</summary>
          <ol>
            {before.map((change) => (
              <li key={change.id} className="num" dir="auto">
                {t(change.changed ? 'change.saidSomething' : 'change.saidNothing', { time: sinceWords(change.at) })}
                {change.words ? ` “${change.words}”` : ''}
                {change.settledWords ? <span className="block ink-2">{t('change.cameOf', { words: change.settledWords })}</span> : null}
              </li>
            ))}
          </ol>
        </details>
      ) : null}
    </section>
  );
};
