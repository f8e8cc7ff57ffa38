import { Button } from '@mantine/core';
import { IconArrowRight, IconRefresh } from '@tabler/icons-react';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { Episode } from '../../shared/session-state.ts';
import { Icon } from '../ui/icon.tsx';
import { PageTitle } from '../ui/page.tsx';
import { Chip } from './chip.tsx';
import { useConductor } from './conductor-context.ts';
import { helpedSteps } from './flag-facts.ts';
import { useSteps } from './flag-steps.ts';
import { wordsToSay } from './flag-words.ts';

/** Which of how many, and about how long. */
const StepStrip = ({ step }: { readonly step: number }): JSX.Element => {
  const { t } = useTranslation('flags');
  const { grounding } = useConductor().content;
  const seconds = grounding.find(({ n }) => n === step)?.seconds ?? 0;
  const place = grounding.findIndex(({ n }) => n === step);
  return (
    <div className="flag-strip md ink-2">
      <span className="flag-dots" aria-hidden>
        {grounding.map(({ n }, index) => (
          <i key={n} data-done={index < place || undefined} data-now={index === place || undefined} />
        ))}
      </span>
      <span className="num nowrap">{t('ground.of', { n: place + 1, all: grounding.length })}</span>
      <span className="grow" />
      {seconds > 0 ? <span className="num">{t('ground.about', { count: seconds })}</span> : null}
    </div>
  );
};

/** What to do at a step, and words for it. */
export const StepWords = ({ step }: { readonly step: number }): JSX.Element => {
  const { t } = useTranslation('flags');
  const { session, content } = useConductor();
  const told = content.grounding.find(({ n }) => n === step);
  const say = wordsToSay(t, step, { client: session.chosenName, own: session.practitionerName });
  return (
    <>
      <p className="flag-do ink-2">{told?.do}</p>
      {told?.caution ? <p className="flag-caution md">{t('ground.caution', { words: told.caution })}</p> : null}
      {say ? (
        <p className="flag-say" dir="auto">
          {say}
        </p>
      ) : null}
    </>
  );
};

type GroundingProps = { readonly episode: Episode; readonly onBack: () => void; readonly onWays: () => void };

/** One step at a time, in large words: it is read from beside somebody. */
export const FlagGrounding = ({ episode, onBack, onWays }: GroundingProps): JSX.Element => {
  const { t } = useTranslation('flags');
  const { session, content, tell } = useConductor();
  const { step, isLast, next } = useSteps(episode);
  const helped = helpedSteps(session.state, episode).has(step);
  const title = content.grounding.find(({ n }) => n === step)?.title ?? '';
  const leaveOut = (): void => {
    void tell('grounded', { step, what: 'left-out' });
    if (isLast) onWays();
    else next();
  };
  return (
    <section className="flag-column">
      <StepStrip step={step} />
      <PageTitle className="flag-title" focusKey={step}>
        {title}
      </PageTitle>
      <StepWords step={step} />
      <div className="flag-steps">
        <Button className="flag-next" size="xl" rightSection={<Icon icon={IconArrowRight} size={26} />} onClick={isLast ? onWays : next}>
          {t(isLast ? 'ground.last' : 'ground.next')}
        </Button>
        <Button size="xl" variant="default" onClick={onBack}>
          {t('ground.back')}
        </Button>
        <Button
          size="xl"
          variant="subtle"
          leftSection={<Icon icon={IconRefresh} size={24} />}
          onClick={() => void tell('grounded', { step, what: 'again' })}
        >
          {t('ground.again')}
        </Button>
      </div>
      <div className="flag-aside">
        <Chip
          label={t('ground.helped')}
          isOn={helped}
          onPress={() => (helped ? undefined : void tell('grounded', { step, what: 'helped' }))}
        />
        <Button variant="subtle" onClick={leaveOut}>
          {t('ground.leaveOut')}
        </Button>
        <Button variant="subtle" onClick={onWays}>
          {t('ground.end')}
        </Button>
      </div>
    </section>
  );
};

/** Before hands are off: the word first, and then the hands. */
export const FlagLift = ({ episode }: { readonly episode: Episode }): JSX.Element => {
  const { t } = useTranslation('flags');
  const { content } = useConductor();
  const { step } = useSteps(episode);
  return (
    <section className="flag-column">
      <StepStrip step={step} />
      <PageTitle className="flag-title">{content.grounding.find(({ n }) => n === step)?.title ?? t('lift.title')}</PageTitle>
      <StepWords step={step} />
      <p className="flag-do b">{t('lift.next')}</p>
    </section>
  );
};
