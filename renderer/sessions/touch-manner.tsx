import { Button } from '@mantine/core';
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Technique } from '../../shared/session-content.ts';
import { Chip, ChipGroup } from './chip.tsx';
import type { TouchFacts } from './touch-facts.ts';
import { alternativeTo, isOpen, type Planned, suits, techniquesFor } from './touch-plan.ts';

type DetailsProps = {
  readonly facts: TouchFacts;
  readonly technique: Technique;
  readonly planned: Planned;
  readonly onTechnique: (id: string) => void;
  readonly onAreas: (areas: readonly string[]) => void;
};

/** Why, what to watch for, what is gentler, and where it is meant for. */
const Details = ({ facts, technique, planned, onTechnique, onAreas }: DetailsProps): JSX.Element => {
  const { t } = useTranslation('touch');
  const { content, allowed, nameOf } = facts;
  const other = alternativeTo(technique, techniquesFor(content, planned.ceiling));
  const places = suits(technique, planned.areas) ? [] : technique.areas.filter((code) => isOpen(allowed, code));
  const grade = content.grades.find((one) => one.grade === technique.suitability);
  return (
    <div className="touch-details">
      <p className="ink-2">{technique.description}</p>
      {technique.suitability === 'A' || !grade ? null : (
        <p className="wait">{t('manner.grade', { grade: grade.grade, rule: grade.rule })}</p>
      )}
      <p className="ink-2">
        {t('manner.why', { why: technique.why })}
        {technique.watchFor ? ` ${t('manner.watch', { watch: technique.watchFor })}` : ''}
      </p>
      {other ? (
        <Button variant="subtle" className="touch-back" onClick={() => onTechnique(other.id)}>
          {t('manner.instead', { name: other.name })}
        </Button>
      ) : technique.alternative ? (
        <p className="ink-2">{t('manner.alternative', { words: technique.alternative })}</p>
      ) : null}
      {places.length > 0 ? (
        <div className="cd-chips">
          <span className="ink-2">{t('manner.meant')}</span>
          {places.map((code) => (
            <Button key={code} variant="default" onClick={() => onAreas([code])}>
              {nameOf(code)}
            </Button>
          ))}
        </div>
      ) : null}
    </div>
  );
};

type MannerProps = Omit<DetailsProps, 'technique'> & { readonly problems: readonly string[] };

/** How: what suits the place first, first choices before the others; what is not used here is not there. */
export const Manner = (props: MannerProps): JSX.Element => {
  const { facts, planned, onTechnique, problems } = props;
  const { t } = useTranslation('touch');
  const [isAll, setAll] = useState(false);
  const offered = techniquesFor(facts.content, planned.ceiling);
  const near = offered.filter((one) => suits(one, planned.areas) || one.id === planned.technique?.id);
  const shown = isAll || near.length === 0 ? offered : near;
  return (
    <>
      <ChipGroup label={t('manner.label')} problems={problems}>
        {shown.map(({ id, name, suitability }) => (
          <Chip
            key={id}
            label={suitability === 'A' ? name : t('manner.graded', { name, grade: suitability })}
            isOn={planned.technique?.id === id}
            onPress={() => onTechnique(id)}
          />
        ))}
        {shown.length < offered.length ? (
          <Button variant="subtle" onClick={() => setAll(true)}>
            {t('manner.all', { count: offered.length - shown.length })}
          </Button>
        ) : null}
      </ChipGroup>
      {planned.technique ? <Details {...props} technique={planned.technique} /> : null}
    </>
  );
};
