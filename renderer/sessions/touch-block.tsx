import { IconPlayerPauseFilled } from '@tabler/icons-react';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { Block } from '../../shared/session-state.ts';
import { Icon } from '../ui/icon.tsx';
import { useConductor } from './conductor-context.ts';
import { TouchChart } from './touch-chart.tsx';
import { Deed } from './touch-deed.tsx';
import { Face } from './touch-face.tsx';
import type { TouchFacts } from './touch-facts.ts';
import { Halfway } from './touch-halfway.tsx';
import { watchWords } from './touch-noticed.ts';
import { Ring } from './touch-ring.tsx';
import { Sensations, Watched } from './touch-sensations.tsx';
import { blockTime, liftReason } from './touch-time.ts';
import { useNoticed } from './touch-use-noticed.ts';
import { useSecond } from './use-fresh.ts';

/** Hands on: where, how, how long, what the client notices, and the way to lift them. */
export const Touching = ({ facts, block }: { readonly facts: TouchFacts; readonly block: Block }): JSX.Element => {
  const { t } = useTranslation('touch');
  const { tell, now } = useConductor();
  const noticing = useNoticed(true);
  useSecond();
  const { content, nameOf } = facts;
  const time = blockTime(block, now());
  const technique = content.techniques.find(({ id }) => id === block.technique)?.name ?? block.technique;
  const level = content.levels.find((one) => one.level === block.level)?.label ?? '';
  const isWatched = watchWords(content, [...noticing.kept.sensations, ...noticing.noticed.sensations]).length > 1;
  // Hands first: what was said is kept right after them.
  const lift = (): Promise<unknown> => {
    const lifted = tell('hands-lifted', { reason: isWatched ? 'watch-word' : liftReason(block, now()) });
    void noticing.flush();
    return lifted;
  };
  const takeBack = (code: string): Promise<unknown> => {
    const taken = tell('places-taken-back', { areas: [code], words: '' });
    void noticing.flush();
    return taken;
  };
  return (
    <Face
      focusKey={`block ${block.n}`}
      beside={<Ring block={block} now={now()} />}
      before={<p className="ink-2 num">{t('block.n', { n: block.n })}</p>}
      title={block.areas.map(nameOf).join('; ')}
      after={
        <p className="md ink-2">
          {t('block.how', { manner: technique, level: level.toLowerCase(), cover: t(`cover.${block.cover}`).toLowerCase() })}
        </p>
      }
      chart={<TouchChart facts={facts} />}
      foot={
        <>
          <Watched noticing={noticing} />
          <Deed
            size="lg"
            fullWidth
            variant={time.isOver || isWatched ? 'filled' : 'outline'}
            leftSection={<Icon icon={IconPlayerPauseFilled} size={22} />}
            onDeed={lift}
          >
            {t('block.lift')}
          </Deed>
          <div className="cd-chips touch-backs">
            {block.areas.map((code) => (
              <Deed key={code} variant="subtle" onDeed={() => takeBack(code)}>
                {block.areas.length === 1 ? t('place.takenBack') : t('place.takenBackOf', { place: nameOf(code) })}
              </Deed>
            ))}
          </div>
        </>
      }
    >
      {time.isHalf || block.halfway !== null ? <Halfway block={block} onLeave={() => void noticing.flush()} /> : null}
      <Sensations noticing={noticing} />
    </Face>
  );
};
