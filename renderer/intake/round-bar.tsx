import { Button, SegmentedControl } from '@mantine/core';
import { IconArrowDown } from '@tabler/icons-react';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { PartProgress } from '../../shared/intake-rules.ts';
import { Icon } from '../ui/icon.tsx';
import { type Filter, filters } from './entries.ts';
import { SavedState } from './saved-state.tsx';
import type { Round } from './use-round.ts';

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

type NextProps = { readonly round: Round; readonly onNext: (() => void) | null };

/** The way to the next open item, and whether everything is kept; both stay in view. */
export const NextOpen = ({ round, onNext }: NextProps): JSX.Element => {
  const { t } = useTranslation('intake');
  return (
    <div className="next-open">
      <Button
        variant="default"
        leftSection={<Icon icon={IconArrowDown} size={18} />}
        disabled={onNext === null}
        onClick={onNext ?? undefined}
      >
        {t('nextOpen')}
      </Button>
      <SavedState round={round} />
    </div>
  );
};

type FilterProps = { readonly filter: Filter; readonly hasBefore: boolean; readonly onFilter: (filter: Filter) => void };

/** Which items are shown. */
export const ItemFilter = ({ filter, hasBefore, onFilter }: FilterProps): JSX.Element => {
  const { t } = useTranslation('intake');
  return (
    <SegmentedControl
      aria-label={t('filter.which')}
      value={filter}
      onChange={(next) => onFilter(filters.find((one) => one === next) ?? 'all')}
      data={filters.filter((one) => one !== 'changed' || hasBefore).map((one) => ({ value: one, label: t(`filter.${one}`) }))}
    />
  );
};
