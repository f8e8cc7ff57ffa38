import { Button, SegmentedControl } from '@mantine/core';
import { IconArrowDown } from '@tabler/icons-react';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { PartProgress } from '../../shared/intake-rules.ts';
import { Icon } from '../ui/icon.tsx';
import { type Filter, filters } from './entries.ts';

const goToPart = (letter: string): void => {
  const title = document.getElementById(`part-${letter}`);
  title?.focus({ preventScroll: true });
  title?.scrollIntoView({ block: 'start' });
};

type LettersProps = { readonly progress: readonly PartProgress[] };

/** The four parts with how far each is; a touch goes there. */
export const Letters = ({ progress }: LettersProps): JSX.Element => {
  const { t } = useTranslation('intake');
  return (
    <nav aria-label={t('parts')} className="letters">
      {progress.map(({ letter, items, goneThrough }) => (
        <button
          key={letter}
          type="button"
          className="letter"
          data-done={goneThrough === items || undefined}
          onClick={() => goToPart(letter)}
        >
          <span className="letter-words">
            <b className="b">{t(`letter.${letter}`)}</b>
            <span className="xs ink-2 num">{t('count', { done: goneThrough, of: items })}</span>
          </span>
          <span className="letter-bar" aria-hidden="true">
            <i style={{ width: `${items === 0 ? 0 : (goneThrough / items) * 100}%` }} />
          </span>
        </button>
      ))}
    </nav>
  );
};

type BarProps = {
  readonly filter: Filter;
  readonly hasBefore: boolean;
  readonly onFilter: (filter: Filter) => void;
  readonly onNext: (() => void) | null;
};

/** Which items are shown, and the way to the next open one. */
export const FilterBar = ({ filter, hasBefore, onFilter, onNext }: BarProps): JSX.Element => {
  const { t } = useTranslation('intake');
  return (
    <div className="row wrap filter-bar">
      <SegmentedControl
        aria-label={t('filter.which')}
        value={filter}
        onChange={(next) => onFilter(filters.find((one) => one === next) ?? 'all')}
        data={filters.filter((one) => one !== 'changed' || hasBefore).map((one) => ({ value: one, label: t(`filter.${one}`) }))}
      />
      {onNext ? (
        <Button variant="default" leftSection={<Icon icon={IconArrowDown} size={18} />} onClick={onNext}>
          {t('nextOpen')}
        </Button>
      ) : null}
    </div>
  );
};
