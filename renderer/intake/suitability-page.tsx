import { Button, Radio } from '@mantine/core';
import { IconArrowLeft, IconCheck } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import { type JSX, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { AppError } from '../../shared/app-error.ts';
import { limits } from '../../shared/limits.ts';
import { type SuitabilityAnswer, type SuitabilityQuestion, suitabilityOutcomes } from '../../shared/suitability.ts';
import { call } from '../call.ts';
import { sinceWords } from '../dates.ts';
import { ButtonLink } from '../ui/button-link.tsx';
import { DraftState } from '../ui/draft-state.tsx';
import { Field, Wrong } from '../ui/field.tsx';
import { Icon } from '../ui/icon.tsx';
import { ErrorNotice, said } from '../ui/notice.tsx';
import { useTitle } from '../ui/page.tsx';
import { tooLong } from '../ui/too-long.ts';
import { usePressed } from '../ui/use-pressed.ts';
import { Waiting } from '../ui/waiting.tsx';
import { useDraft } from '../use-draft.ts';
import { IntakeParts } from './intake-parts.tsx';
import { type Care, useHealth } from './use-health.ts';

const Outcome = z.enum(suitabilityOutcomes);
const Heard = z.strictObject({ outcome: Outcome.nullable(), words: z.string() });
type Heard = z.infer<typeof Heard>;
const nothing: Heard = { outcome: null, words: '' };

type RowProps = { readonly question: SuitabilityQuestion; readonly last: SuitabilityAnswer | undefined; readonly care: Care };

const Last = ({ last, isFlagged }: { readonly last: SuitabilityAnswer; readonly isFlagged: boolean }): JSX.Element => {
  const { t } = useTranslation('health');
  const plain = last.outcome === 'clear' && !isFlagged;
  return (
    <p className="num" dir="auto">
      <span className={last.outcome === 'flag' || last.outcome === 'not_sure' ? 'wait b' : 'good b'}>
        {t(plain ? 'aloud.heard' : `aloud.outcome.${last.outcome}`)}
      </span>{' '}
      <span className="ink-2">{t('aloud.last', { time: sinceWords(last.at) })}</span>
      {last.words ? <span className="block">“{last.words}”</span> : null}
    </p>
  );
};

const actions = ['P1', 'P2', 'P3', 'P4', 'P5'] as const;

/** What counts as a flag and what is done then, in words and no codes. */
const adviceOf = (t: TFunction<'health'>, { flagIf, do: plain, action }: SuitabilityQuestion): string | undefined => {
  const words = plain.replace(/^P\d:?\s*/, '');
  if (words === '') return undefined;
  const code = actions.find((one) => one === action);
  const what = code ? t('aloud.flagAction', { action: t(`action.${code}`), what: words }) : words;
  return flagIf === '' ? t('aloud.then', { what }) : t('aloud.flagIf', { words: flagIf, what });
};

/** One question, asked aloud: what was heard, in a choice and in words, kept when somebody says so. */
const Asked = ({ question, last, care }: RowProps): JSX.Element => {
  const { t } = useTranslation('health');
  const { t: tErrors } = useTranslation('errors');
  const { client } = care;
  const { id, flagIf } = question;
  const key = `health-${client.id}/aloud-${id}`;
  const about = { key, title: t('draft', { name: client.chosenName }), place: `/clients/${client.id}/health/aloud` };
  const { value, set, drop } = useDraft(about, Heard, () => nothing);
  const [tried, setTried] = useState(false);
  const isFlagged = flagIf !== '';
  const outcomes = isFlagged ? suitabilityOutcomes : (['clear', 'declined'] as const);
  const long = tooLong(value.words, limits.paragraph);
  const isBegun = value.outcome !== null || value.words !== '';
  const { busy, error, press } = usePressed(async (): Promise<AppError | null> => {
    if (value.outcome === null) return null;
    const reply = await call('suitability.save', { clientId: client.id, questionId: id, outcome: value.outcome, words: value.words });
    if (!reply.ok) return reply.error;
    drop(nothing);
    setTried(false);
    said(t('aloud.kept'));
    requestAnimationFrame(() =>
      document.getElementById(`aloud-${id}`)?.querySelector<HTMLElement>('input')?.focus({ preventScroll: true }),
    );
    return null;
  });
  return (
    <li className="item aloud">
      {last ? <Icon icon={IconCheck} size={18} tone="sage-ink" /> : <span className="aloud-open" aria-hidden="true" />}
      <div className="aloud-body">
        <Radio.Group
          id={`aloud-${id}`}
          label={`“${question.question}”`}
          description={adviceOf(t, question)}
          value={value.outcome ?? ''}
          onChange={(next) => set({ ...value, outcome: Outcome.safeParse(next).data ?? null })}
          error={tried && value.outcome === null ? <Wrong>{t('aloud.choose')}</Wrong> : undefined}
          classNames={{ label: 'screen-label' }}
        >
          {care.canWork ? (
            <div className="screen-answers">
              {outcomes.map((one) => (
                <Radio
                  key={one}
                  value={one}
                  label={
                    one === 'flag'
                      ? t('aloud.flag', { words: flagIf })
                      : t(one === 'clear' && !isFlagged ? 'aloud.heard' : `aloud.outcome.${one}`)
                  }
                />
              ))}
            </div>
          ) : (
            <span />
          )}
        </Radio.Group>
        {last ? <Last last={last} isFlagged={isFlagged} /> : null}
        {care.canWork && isBegun ? (
          <div className="aloud-keep">
            <Field
              id={`aloud-words-${id}`}
              label={t('aloud.words')}
              value={value.words}
              onChange={(words) => set({ ...value, words })}
              rows={2}
              problem={long ? tErrors('problem.too-long', long) : undefined}
            />
            {error ? <ErrorNotice error={error} /> : null}
            <div className="row wrap">
              <Button
                disabled={busy}
                onClick={() => {
                  setTried(true);
                  if (!long) void press();
                }}
              >
                {t('aloud.keep')}
              </Button>
              <Button variant="subtle" onClick={() => drop(nothing)}>
                {t('decide.leave')}
              </Button>
              <DraftState of={key} />
            </div>
          </div>
        ) : null}
      </div>
    </li>
  );
};

/** Questions asked as a conversation, in private; any flag is a reason to talk, never a label. */
export const SuitabilityPage = ({ clientId }: { readonly clientId: string }): JSX.Element => {
  const { t } = useTranslation('health');
  const { care, error, again } = useHealth(clientId);
  const heading = useRef<HTMLHeadingElement>(null);
  const isRead = care !== null;
  useEffect(() => {
    if (isRead) heading.current?.focus({ preventScroll: true });
  }, [isRead]);
  useTitle(t('aloud.title'));
  return (
    <section className="intake health" aria-labelledby="aloud-title">
      <IntakeParts clientId={clientId} />
      <div className="row wrap">
        <h2 ref={heading} tabIndex={-1} id="aloud-title" className="section-title grow">
          {t('aloud.title')}
        </h2>
        <ButtonLink
          to="/clients/$clientId/health"
          params={{ clientId }}
          variant="subtle"
          leftSection={<Icon icon={IconArrowLeft} size={18} />}
        >
          {t('back')}
        </ButtonLink>
      </div>
      <p className="ink-2">{t('aloud.text')}</p>
      {error ? <ErrorNotice error={error} again={again} /> : null}
      {!care && !error ? <Waiting>{t('reading')}</Waiting> : null}
      {care ? (
        <ul className="items">
          {care.content.suitability.map((question) => (
            <Asked
              key={question.id}
              question={question}
              last={care.of.suitability.find(({ questionId }) => questionId === question.id)}
              care={care}
            />
          ))}
        </ul>
      ) : null}
    </section>
  );
};
