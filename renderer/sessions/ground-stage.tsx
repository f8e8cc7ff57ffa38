import { Button } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../ui/icon.tsx';
import { PageTitle } from '../ui/page.tsx';
import { useConductor } from './conductor-context.ts';
import { FlagAfter } from './flag-after.tsx';
import { GroundMore } from './ground-more.tsx';
import { GroundNumber } from './ground-number.tsx';
import { GroundOffers } from './ground-offers.tsx';
import './closing.css';

/** Hands are off: coming back to the room, and moving a little, before aftercare. */
export const GroundStage = (): JSX.Element => {
  const { t } = useTranslation('closing');
  const { content, tell, isSending } = useConductor();
  const phase = content.phases.find(({ id }) => id === 'ground');
  const [from = 0, to = 0] = phase?.minutes ?? [];
  return (
    <section className="closing">
      <div>
        <PageTitle>{t('ground.title')}</PageTitle>
        <p className="md ink-2">{t('ground.lead', { from, to })}</p>
      </div>
      <FlagAfter />
      {phase?.prompts.map((words) => (
        <p key={words} className="closing-say">
          {t('ground.ask', { words })}
        </p>
      ))}
      <ul className="closing-steps-list md">
        {phase?.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ul>
      <GroundOffers />
      <GroundNumber />
      <GroundMore />
      <div className="closing-on">
        <Button
          size="lg"
          disabled={isSending}
          rightSection={<Icon icon={IconArrowRight} />}
          onClick={() => void tell('phase', { to: 'close' })}
        >
          {t('ground.on')}
        </Button>
      </div>
    </section>
  );
};
