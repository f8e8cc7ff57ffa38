import { IconMessageCircle } from '@tabler/icons-react';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { Block } from '../../shared/session-state.ts';
import { Icon } from '../ui/icon.tsx';
import { useConductor } from './conductor-context.ts';
import { Deed } from './touch-deed.tsx';

const answers = ['staying', 'changing', 'none'] as const;

/** "Staying, changing or stopping?": no answer is a stop, and stopping is the button below. */
export const Halfway = ({ block, onLeave }: { readonly block: Block; readonly onLeave: () => void }): JSX.Element => {
  const { t } = useTranslation('touch');
  const { tell } = useConductor();
  const said = (answer: (typeof answers)[number]): Promise<unknown> => {
    const told = tell('halfway', { answer });
    if (answer !== 'staying') onLeave();
    return told;
  };
  return (
    <fieldset className="touch-prompt" aria-label={t('halfway.label')}>
      <Icon icon={IconMessageCircle} tone="sage-ink" />
      <div className="grow">
        <p>
          {t('halfway.first')} <b>{block.halfway === null ? t('halfway.say') : t(`halfway.${block.halfway}`)}</b>
        </p>
        {block.halfway === null ? (
          <div className="cd-chips">
            {answers.map((answer) => (
              <Deed key={answer} variant="default" size="sm" onDeed={() => said(answer)}>
                {t(`halfway.${answer}`)}
              </Deed>
            ))}
          </div>
        ) : null}
      </div>
    </fieldset>
  );
};
