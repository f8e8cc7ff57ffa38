import { Button } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { BlockVerdict } from '../../shared/block-rules.ts';
import type { BlockPlan } from '../../shared/session-events.ts';
import { Notice } from '../ui/notice.tsx';
import { useConductor } from './conductor-context.ts';
import { Deed } from './touch-deed.tsx';
import type { TouchFacts } from './touch-facts.ts';
import { ChosenBy } from './touch-how.tsx';
import { asPlan, type Draft, type Planned } from './touch-plan.ts';
import { refusalsAt, unread, warningWords } from './touch-verdict.ts';

type BeginProps = {
  readonly facts: TouchFacts;
  readonly planned: Planned;
  readonly verdict: BlockVerdict | null;
  readonly read: readonly string[];
  readonly onRead: (codes: readonly string[]) => void;
  readonly change: (part: Partial<Draft>) => void;
  readonly onBegun: () => void;
};

/** Where, how and how long, to say aloud; then it begins. What stands against it comes first. */
export const Begin = ({ facts, planned, verdict, read, onRead, change, onBegun }: BeginProps): JSX.Element => {
  const { t } = useTranslation('touch');
  const { tell } = useConductor();
  const { content, nameOf } = facts;
  const begin = async (begun: BlockPlan, despite: string[]): Promise<void> => {
    if (await tell('block-started', { ...begun, despite })) onBegun();
  };
  const refused = refusalsAt(t, verdict, 'all', nameOf);
  const warned = unread(verdict, read);
  const plan = asPlan(planned);
  const level = content.levels.find((one) => one.level === planned.level)?.label ?? '';
  if (refused.length > 0)
    return (
      <Notice tone="wait" title={t('begin.refused')}>
        {refused.map((words) => (
          <span key={words} className="block">
            {words}
          </span>
        ))}
      </Notice>
    );
  if (plan === null) return <p className="ink-2">{t(planned.areas.length === 0 ? 'begin.open.where' : 'begin.open.manner')}</p>;
  if (verdict === null) return <p className="ink-2">{t('reading')}</p>;
  if (verdict.refused.length > 0) return <p className="wait">{t('begin.beside')}</p>;
  if (planned.chosenBy === null) return <ChosenBy planned={planned} change={change} />;
  if (warned.length > 0)
    return (
      <Notice
        tone="wait"
        title={t('begin.warned')}
        actions={
          <Button size="md" onClick={() => onRead(warned.map(({ code }) => code))}>
            {t('begin.read')}
          </Button>
        }
      >
        {warningWords(t, warned).map((words) => (
          <span key={words} className="block">
            {words}
          </span>
        ))}
      </Notice>
    );
  return (
    <div className="touch-begin">
      <p tabIndex={-1} data-first>
        {t('begin.first')}{' '}
        <b>
          {t('begin.say', {
            places: planned.areas.map(nameOf).join('; '),
            manner: planned.technique?.name ?? '',
            level: level.toLowerCase(),
            count: planned.minutes,
          })}
        </b>
      </p>
      <Deed
        size="lg"
        fullWidth
        onDeed={() =>
          begin(
            plan,
            verdict.warned.map(({ code }) => code),
          )
        }
      >
        {t('begin.said')}
      </Deed>
    </div>
  );
};
