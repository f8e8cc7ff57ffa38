import { Button } from '@mantine/core';
import { IconMinus, IconPlus } from '@tabler/icons-react';
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ContactLevel, contactLevels } from '../../shared/body-areas.ts';
import { Icon } from '../ui/icon.tsx';
import { reasonsOnce } from '../ui/place-reasons.ts';
import { Chip, ChipGroup } from './chip.tsx';
import type { TouchFacts } from './touch-facts.ts';
import { isCap } from './touch-marks.ts';
import type { Draft, Planned } from './touch-plan.ts';

type Props = { readonly facts: TouchFacts; readonly planned: Planned; readonly change: (part: Partial<Draft>) => void };

const most = 60;

/** How firm: steps that end where the places end. */
export const Firmness = ({ facts, planned, change, problems }: Props & { readonly problems: readonly string[] }): JSX.Element => {
  const { t } = useTranslation('touch');
  const { t: tMaps } = useTranslation('maps');
  const { ceiling, level, areas } = planned;
  const least = Math.min(planned.technique?.contactMin ?? 1, 1);
  const steps = contactLevels.filter((one) => one >= least);
  const nearest = facts.allowed.areas.find(({ code, ceiling: own }) => areas.includes(code) && own === ceiling);
  const said = facts.content.levels.find((one) => one.level === level);
  return (
    <ChipGroup label={t('level.label')} problems={problems} help={said ? <p className="ink-2">{said.description}</p> : null}>
      {steps.map((step: ContactLevel) => (
        <Chip
          key={step}
          label={facts.content.levels.find((one) => one.level === step)?.label ?? String(step)}
          isOn={level === step}
          isOff={step > ceiling}
          onPress={() => change({ level: step })}
        />
      ))}
      {nearest && ceiling < 4
        ? reasonsOnce(tMaps, nearest.reasons.filter(isCap)).map((reason) => (
            <p key={reason} className="ink-2 touch-no-firmer">
              {t('level.at', { place: facts.nameOf(nearest.code), reason })}
            </p>
          ))
        : null}
    </ChipGroup>
  );
};

export const Minutes = ({ planned, change }: Omit<Props, 'facts'>): JSX.Element => {
  const { t } = useTranslation('touch');
  const { minutes } = planned;
  return (
    <ChipGroup label={t('minutes.label')}>
      <Button variant="default" aria-label={t('minutes.less')} disabled={minutes <= 1} onClick={() => change({ minutes: minutes - 1 })}>
        <Icon icon={IconMinus} />
      </Button>
      <span className="touch-minutes num" role="status">
        {t('minutes.now', { count: minutes })}
      </span>
      <Button variant="default" aria-label={t('minutes.more')} disabled={minutes >= most} onClick={() => change({ minutes: minutes + 1 })}>
        <Icon icon={IconPlus} />
      </Button>
    </ChipGroup>
  );
};

export const ChosenBy = ({ planned, change }: Omit<Props, 'facts'>): JSX.Element => {
  const { t } = useTranslation('touch');
  return (
    <ChipGroup label={t('chosenBy.label')}>
      {(['client', 'practitioner'] as const).map((who) => (
        <Chip key={who} label={t(`chosenBy.${who}`)} isOn={planned.chosenBy === who} onPress={() => change({ chosenBy: who })} />
      ))}
    </ChipGroup>
  );
};

/** Position and cover seldom change between blocks: one line, that opens in place. */
export const Lying = ({ facts, planned, change }: Props): JSX.Element => {
  const { t } = useTranslation('touch');
  const [isOpen, setOpen] = useState(false);
  const position = facts.content.positions.find(({ id }) => id === planned.position);
  const note = position?.note ?? '';
  return (
    <div className="touch-lying">
      <button type="button" className="touch-fold" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        <span className="grow">{t('lying.now', { position: position?.label ?? t('lying.none'), cover: t(`cover.${planned.cover}`) })}</span>
        <span className="touch-fold-word">{t(isOpen ? 'lying.close' : 'lying.change')}</span>
      </button>
      {isOpen ? (
        <>
          <ChipGroup label={t('lying.position')} help={note ? <p className="ink-2">{note}</p> : null}>
            {facts.content.positions.map(({ id, label }) => (
              <Chip key={id} label={label} isOn={planned.position === id} onPress={() => change({ position: id })} />
            ))}
          </ChipGroup>
          <ChipGroup label={t('lying.cover')}>
            {(['clothed', 'draped', 'uncovered'] as const).map((cover) => (
              <Chip key={cover} label={t(`cover.${cover}`)} isOn={planned.cover === cover} onPress={() => change({ cover })} />
            ))}
          </ChipGroup>
        </>
      ) : null}
    </div>
  );
};
