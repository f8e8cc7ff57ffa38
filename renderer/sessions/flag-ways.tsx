import { Button } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { limits } from '../../shared/limits.ts';
import { mayAskOn } from '../../shared/resume-rule.ts';
import type { Episode } from '../../shared/session-state.ts';
import { Field } from '../ui/field.tsx';
import { Icon } from '../ui/icon.tsx';
import { PageTitle } from '../ui/page.tsx';
import { tooLong } from '../ui/too-long.ts';
import { useConductor } from './conductor-context.ts';
import { FlagCrisis } from './flag-crisis.tsx';
import { adviceOf, isClosedToday } from './flag-facts.ts';
import { FlagTold } from './flag-told.tsx';
import { FlagWritten } from './flag-written.tsx';

type WaysProps = { readonly episode: Episode; readonly onGround: () => void; readonly onBack: () => void };

const ways = ['end', 'refer-now', 'emergency'] as const;
type Way = (typeof ways)[number];

const wayOf = (action: string | null, isClosed: boolean): Way | null =>
  action === 'P5' ? 'emergency' : action === 'P4' ? 'refer-now' : isClosed ? 'end' : null;

/** What is to be done about what was seen, in the words of the content. */
const Advice = ({ episode }: { readonly episode: Episode }): JSX.Element | null => {
  const { t } = useTranslation('flags');
  const { content } = useConductor();
  const { items, grades } = adviceOf(content, episode);
  if (items.length + grades.length === 0) return null;
  return (
    <section className="flag-part" aria-labelledby="flag-now">
      <h2 id="flag-now" className="section-title">
        {t('ways.now')}
      </h2>
      <ul className="flag-advice">
        {items.map(({ id, what, doNow, afterwards, tell }) => (
          <li key={id}>
            <p className="ink-2">{what}</p>
            <p className="md b">{doNow}</p>
            {afterwards ? <p>{t('ways.afterwards', { words: afterwards })}</p> : null}
            {tell ? <p>{t('ways.tell', { words: tell })}</p> : null}
          </li>
        ))}
        {grades.map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
    </section>
  );
};

/** Ends the touch for today one way or another. Chosen first and done after: two of the ways keep later sessions waiting. */
const Choice = ({ first }: { readonly first: Way | null }): JSX.Element => {
  const { t } = useTranslation('flags');
  const { t: errors } = useTranslation('errors');
  const { tell, isSending } = useConductor();
  const [way, choose] = useState(first);
  const [words, setWords] = useState('');
  const long = tooLong(words, limits.paragraph);
  const dispose = (): void => {
    if (way !== null && !long) void tell('disposed', { choice: way, words });
  };
  return (
    <section className="flag-part" aria-labelledby="flag-choose">
      <h2 id="flag-choose" className="section-title">
        {t('ways.choose')}
      </h2>
      <div className="flag-ways">
        {ways.map((one) => (
          <button key={one} type="button" className="flag-way" aria-pressed={way === one} onClick={() => choose(one)}>
            <span className="row md b">
              {way === one ? <Icon icon={IconCheck} size={18} /> : null}
              {t(`ways.${one}.title`)}
            </span>
            <span className="ink-2">{t(`ways.${one}.text`)}</span>
          </button>
        ))}
      </div>
      <Field
        id="flag-offered"
        label={t('ways.words')}
        rows={2}
        value={words}
        onChange={setWords}
        problem={long ? errors('problem.too-long', long) : undefined}
      />
      <Button size="lg" className="flag-save" disabled={way === null || isSending} onClick={dispose}>
        {way === null ? t('ways.wait') : t(`ways.${way}.do`)}
      </Button>
    </section>
  );
};

/** How it goes on: whatever ends the touch, who was told, and what is not written yet. */
export const FlagWays = ({ episode, onGround, onBack }: WaysProps): JSX.Element => {
  const { t } = useTranslation('flags');
  const { session, content } = useConductor();
  const { action } = episode;
  const { touch, because } = session.gate;
  return (
    <section className="flag-wide-column">
      <PageTitle className="flag-question">{t(touch === 'closed' ? 'ways.closed' : 'ways.title')}</PageTitle>
      {touch === 'closed' && because ? (
        <p className="md ink-2">{t(`ways.because.${because}`, { minutes: content.resumeRule.withinMinutes })}</p>
      ) : null}
      {action === 'P4' || action === 'P5' ? <FlagCrisis action={action} /> : null}
      <div className="flag-actions">
        <Button size="lg" variant="default" onClick={onGround}>
          {t('ways.ground')}
        </Button>
        {mayAskOn(session.gate) || touch === 'rule' ? (
          <Button size="lg" variant="default" onClick={onBack}>
            {t('ground.back')}
          </Button>
        ) : null}
      </div>
      <Advice episode={episode} />
      <Choice first={wayOf(action, isClosedToday(session.gate))} />
      <FlagTold episode={episode} />
      <FlagWritten episode={episode} />
    </section>
  );
};
