import { Button } from '@mantine/core';
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { limits } from '../../shared/limits.ts';
import { mayAskOn } from '../../shared/resume-rule.ts';
import type { Session } from '../../shared/sessions.ts';
import { shows } from '../../shared/text.ts';
import { Field } from '../ui/field.tsx';
import { tooLong } from '../ui/too-long.ts';
import { useConductor } from './conductor-context.ts';

/** Where touch stands, by the name of its sentence. */
const standing = ({ talkOnly, gate }: Session) => {
  if (talkOnly) return 'talk';
  if (gate.touch === 'closed') return gate.because ?? 'not-today';
  return gate.touch === 'rule' && gate.rule?.met === true ? 'met' : gate.touch;
};

const Asking = ({ onDone }: { readonly onDone: () => void }): JSX.Element => {
  const { t } = useTranslation('closing');
  const { t: errors } = useTranslation('errors');
  const { tell, isSending } = useConductor();
  const [words, setWords] = useState('');
  const long = tooLong(words, limits.paragraph);
  return (
    <div className="closing-asking">
      <Field
        id="ground-asked"
        label={t('ground.moreWords')}
        help={t('ground.moreWordsHelp')}
        value={words}
        onChange={setWords}
        autoFocus
        problem={long ? errors('problem.too-long', long) : undefined}
      />
      <div className="row wrap">
        <Button disabled={!shows(words) || long !== null || isSending} onClick={() => void tell('asked-on', { words })}>
          {t('ground.moreYes')}
        </Button>
        <Button variant="subtle" onClick={onDone}>
          {t('ground.moreNo')}
        </Button>
      </div>
    </div>
  );
};

/** Whether one more block is possible, and why not where it is not. The client asks; nobody is asked to want more. */
export const GroundMore = (): JSX.Element => {
  const { t } = useTranslation('closing');
  const { session, tell, isSending } = useConductor();
  const [isAsking, ask] = useState(false);
  const { gate, talkOnly } = session;
  const may = !talkOnly && mayAskOn(gate);
  return (
    <section className="closing-more" aria-label={t('ground.more')}>
      <p className="ink-2 grow">{t(`ground.gate.${standing(session)}`)}</p>
      {may && gate.touch === 'open' ? (
        <Button variant="default" disabled={isSending} onClick={() => void tell('phase', { to: 'touch-block' })}>
          {t('ground.more')}
        </Button>
      ) : null}
      {may && gate.touch !== 'open' && !isAsking ? (
        <Button variant="default" onClick={() => ask(true)}>
          {t('ground.moreAsk')}
        </Button>
      ) : null}
      {may && isAsking ? <Asking onDone={() => ask(false)} /> : null}
    </section>
  );
};
