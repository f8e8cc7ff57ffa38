import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { runningBlock } from '../../shared/session-state.ts';
import { ErrorNotice } from '../ui/notice.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { useConductor } from './conductor-context.ts';
import './touch.css';
import { Touching } from './touch-block.tsx';
import { Choose } from './touch-choose.tsx';
import { useTouchFacts } from './touch-facts.ts';
import { MustAsk, TouchClosed } from './touch-gate.tsx';
import { Pause } from './touch-pause.tsx';

/** Short blocks of touch, each said before it begins and ending in a pause. */
export const TouchStage = (): JSX.Element => {
  const { t } = useTranslation('touch');
  const { session } = useConductor();
  const { facts, error, again } = useTouchFacts();
  if (!facts && error) return <ErrorNotice error={error} again={again} />;
  if (!facts) return <Waiting>{t('reading')}</Waiting>;
  const { state, gate } = session;
  const block = runningBlock(state);
  if (block) return <Touching key={block.n} facts={facts} block={block} />;
  if (state.mode === 'pause') return <Pause key={state.pauses.length} facts={facts} />;
  if (session.talkOnly || facts.allowed.general.length > 0 || gate.touch === 'closed' || gate.touch === 'rule' || gate.touch === 'grade')
    return <TouchClosed facts={facts} />;
  return gate.touch === 'ask' ? <MustAsk facts={facts} /> : <Choose facts={facts} />;
};
