import { Button } from '@mantine/core';
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { limits } from '../../shared/limits.ts';
import { mayAskOn } from '../../shared/resume-rule.ts';
import type { Session } from '../../shared/sessions.ts';
import { shows } from '../../shared/text.ts';
import { Field } from '../ui/field.tsx';
import { tooLong } from '../ui/too-long.ts';
import { Deed } from './closing-deed.tsx';
import { useConductor } from './conductor-context.ts';

/** Where touch stands, by the name of its sentence. */
const standing = ({ talkOnly, gate }: Session) => {
  if (talkOnly) return 'talk';
  if (gate.touch === 'closed') return gate.because ?? 'not-today';
  return gate.touch === 'rule' && gate.rule?.met === true ? 'met' : gate.touch;
};

const Asking = (): JSX.Element => {
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
        problem={long ? errors('problem.too-long', long) : undefined}
      />
      <div className="row wrap">
        <Deed isOff={!shows(words) || long !== null || isSending} onPress={() => void tell('asked-on', { words })}>
          {t('ground.moreYes')}
        </Deed>
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
      {may && gate.touch !== 'open' ? (
        <Button variant="default" aria-expanded={isAsking} onClick={() => ask(!isAsking)}>
          {t('ground.moreAsk')}
        </Button>
      ) : null}
      {may && gate.touch !== 'open' && isAsking ? <Asking /> : null}
    </section>
  );
};
