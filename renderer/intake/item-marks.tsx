import { Button, Checkbox } from '@mantine/core';
import { IconCircleCheck, IconClock, IconFileCheck } from '@tabler/icons-react';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { IntakeItem } from '../../shared/intake.ts';
import { entryOf, isGoneThrough } from '../../shared/intake-rules.ts';
import { momentDay, sinceWords } from '../dates.ts';
import { Icon } from '../ui/icon.tsx';
import type { Work } from './work.ts';

type MarkProps = { readonly item: IntakeItem; readonly work: Work };

/** In writing already, as the record itself holds it, or by hand on a paper the practitioner has seen. */
export const InWritingMark = ({ item, work }: MarkProps): JSX.Element | null => {
  const { t } = useTranslation('intake');
  const entry = entryOf(work.entries, item.id);
  const held = work.of.inWriting[item.id];
  if (!item.needsWriting && !held) return null;
  return (
    <div className="in-writing">
      {held ? (
        <span className="state good num">
          <Icon icon={IconFileCheck} size={18} />
          {t(`inWriting.${held.by}`, { day: momentDay(held.at) })}
        </span>
      ) : (
        <span className="ink-2">{t('inWriting.notYet')}</span>
      )}
      {item.needsWriting ? (
        <Checkbox
          label={entry.inWritingAt ? t('inWriting.paperSince', { day: momentDay(entry.inWritingAt) }) : t('inWriting.paper')}
          checked={entry.inWritingAt !== null}
          onChange={(event) => work.change(item, { inWriting: event.currentTarget.checked })}
        />
      ) : null}
    </div>
  );
};

/** Said aloud, or left for another time where that is offered. Either can be taken off again while the round is open. */
export const ItemMarks = ({ item, work, onNext }: MarkProps & { readonly onNext: () => void }): JSX.Element => {
  const { t } = useTranslation('intake');
  const entry = entryOf(work.entries, item.id);
  const { label } = item;
  if (isGoneThrough(item, entry)) {
    return (
      <div className="row wrap item-marks">
        <span className="state good num">
          <Icon icon={entry.discussedAt ? IconCircleCheck : IconClock} size={18} />
          {entry.discussedAt ? t('mark.discussedAt', { time: sinceWords(entry.discussedAt) }) : t('mark.left')}
        </span>
        <Button
          variant="subtle"
          aria-label={t('mark.undoOf', { item: label })}
          onClick={() => work.change(item, { discussed: false, left: false })}
        >
          {t('mark.undo')}
        </Button>
        <Button variant="default" onClick={onNext}>
          {t('mark.next')}
        </Button>
      </div>
    );
  }
  return (
    <div className="row wrap item-marks">
      <Button
        onClick={() => {
          work.change(item, { discussed: true, left: false });
          onNext();
        }}
      >
        {t('mark.discussedNext')}
      </Button>
      {item.maySkip ? (
        <Button
          variant="default"
          onClick={() => {
            work.change(item, { left: true, discussed: false });
            onNext();
          }}
        >
          {t('mark.leave')}
        </Button>
      ) : null}
    </div>
  );
};
