import { Button } from '@mantine/core';
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Finding } from '../../shared/finding.ts';
import { ErrorNotice, said } from '../ui/notice.tsx';
import { FindingBody } from './findings-body.tsx';
import { type FindingLists, questionOf } from './health-view.ts';
import { useDecide } from './use-decide.ts';
import type { Care } from './use-health.ts';

const answers = ['no', 'yes', 'not_sure'] as const;
type Answer = (typeof answers)[number];

type RowProps = { readonly finding: Finding; readonly care: Care; readonly onAnswered: () => void };

/** One question that was left blank, with what may be answered now in one touch. */
const AskRow = ({ finding, care, onAnswered }: RowProps): JSX.Element => {
  const { t } = useTranslation('health');
  const [isOpened, setOpened] = useState(false);
  const { decide, busy, error, meanwhile } = useDecide(care.client.id);
  const question = questionOf(care.content, finding);
  const { condition } = finding.item;
  const answer = async (one: Answer): Promise<void> => {
    const done = await decide(finding.id, finding.version, { what: 'answer', answer: one });
    if (done.kind !== 'done') return;
    said(t(`askAgain.noted.${one}`, { condition }));
    onAnswered();
  };
  return (
    <li className="item ask-row" data-finding={finding.id}>
      <div className="ask-line">
        <div className="grow">
          <p id={`ask-${finding.id}`} className="b">
            “{question}”
          </p>
          {question === condition ? null : <p className="xs ink-2">{condition}</p>}
        </div>
        {care.canWork ? (
          <fieldset className="row ask-answers" aria-labelledby={`ask-${finding.id}`}>
            {answers.map((one) => (
              <Button key={one} variant="default" disabled={busy} onClick={() => void answer(one)}>
                {t(`reply.${one}`)}
              </Button>
            ))}
          </fieldset>
        ) : null}
        <Button
          variant="subtle"
          className="ask-more"
          aria-expanded={isOpened}
          aria-label={t('askAgain.moreOf', { condition })}
          onClick={() => setOpened(!isOpened)}
        >
          {t('askAgain.more')}
        </Button>
      </div>
      {error ? <ErrorNotice error={error} /> : null}
      {meanwhile.length > 0 ? (
        <p className="wait b" role="alert">
          {t('askAgain.meanwhile')}
        </p>
      ) : null}
      {isOpened ? <FindingBody finding={finding} care={care} /> : null}
    </li>
  );
};

type Props = { readonly lists: FindingLists; readonly care: Care };

/** What was skipped or not said, asked again in person and in private: first what keeps touch from beginning. */
export const AskAgain = ({ lists: { blocking, toAsk }, care }: Props): JSX.Element | null => {
  const { t } = useTranslation('health');
  const count = blocking.length + toAsk.length;
  if (count === 0) return null;
  // The row goes with its answer: the next one, or the heading, takes the focus.
  const onAnswered = (list: readonly Finding[], at: number): void => {
    const next = list[at + 1] ?? list[at - 1];
    requestAnimationFrame(() => {
      const row = next ? document.querySelector<HTMLElement>(`[data-finding="${next.id}"] button`) : null;
      (row ?? document.getElementById('ask-again-title') ?? document.getElementById('findings-title'))?.focus({ preventScroll: true });
    });
  };
  return (
    <section className="health-part" aria-labelledby="ask-again-title">
      <h3 id="ask-again-title" tabIndex={-1} className="health-title">
        {t('askAgain.title')}
        <span className="ink-2 num finding-count">{count}</span>
      </h3>
      <p className="ink-2">{t('askAgain.text')}</p>
      {[
        { id: 'blocking', list: blocking },
        { id: 'toAsk', list: toAsk },
      ].map(({ id, list }) =>
        list.length === 0 ? null : (
          <div key={id} className="ask-group">
            <h4 className={id === 'blocking' ? 'wait ask-group-title' : 'ask-group-title'}>
              {t(`askAgain.${id as 'blocking'}`, { count: list.length })}
            </h4>
            <ul className="items">
              {list.map((finding, at) => (
                <AskRow key={finding.id} finding={finding} care={care} onAnswered={() => onAnswered(list, at)} />
              ))}
            </ul>
          </div>
        ),
      )}
    </section>
  );
};
