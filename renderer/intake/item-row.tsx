import {
  IconCheck,
  IconChevronDown,
  IconCircleCheck,
  IconCircleDashed,
  IconClock,
  IconFileCheck,
  IconMessageCircle,
} from '@tabler/icons-react';
import type { JSX, KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { IntakeEntry, IntakeItem } from '../../shared/intake.ts';
import { entryOf, isGoneThrough } from '../../shared/intake-rules.ts';
import { clockTime } from '../dates.ts';
import { Icon } from '../ui/icon.tsx';
import { ItemBody } from './item-body.tsx';
import { Said } from './said.tsx';
import type { Work } from './work.ts';

type SignProps = { readonly item: IntakeItem; readonly entry: IntakeEntry };

/** Where an item stands, as a sign with its word for those who do not see it. */
export const ItemSign = ({ item, entry }: SignProps): JSX.Element => {
  const { t } = useTranslation('intake');
  const done = isGoneThrough(item, entry);
  const words = done ? (entry.discussedAt ? t('mark.discussed') : t('mark.left')) : t(entry.talk ? 'item.talkFirst' : 'item.open');
  const icon = done ? (entry.discussedAt ? IconCircleCheck : IconClock) : entry.talk ? IconMessageCircle : IconCircleDashed;
  return (
    <span className="item-sign">
      <Icon icon={icon} tone={done ? 'sage-ink' : entry.talk ? 'wait-ink' : 'ink-3'} />
      <span className="visually-hidden">{words}</span>
    </span>
  );
};

type ChipsProps = SignProps & { readonly inWriting: boolean; readonly changed: boolean };

/** What is worth seeing without opening the item. */
export const ItemChips = ({ item, entry, inWriting, changed }: ChipsProps): JSX.Element | null => {
  const { t } = useTranslation('intake');
  const done = isGoneThrough(item, entry);
  const said = entry.answer && entry.from ? t(`by.${entry.from}`) : '';
  const left = done && !entry.discussedAt ? t('mark.left') : '';
  if (!said && !left && !inWriting && !changed && !entry.talk && !entry.note) return null;
  return (
    <span className="item-chips xs ink-2">
      {entry.talk ? <span className={done ? '' : 'wait b'}>{t('item.talkShort')}</span> : null}
      {changed ? <span className="b">{t('item.changed')}</span> : null}
      {said ? <span>{said}</span> : null}
      {inWriting ? (
        <span className="good item-chip-writing">
          <Icon icon={IconFileCheck} size={14} />
          {t('inWriting.short')}
        </span>
      ) : null}
      {entry.note ? <span>{t('item.noted')}</span> : null}
      {left ? <span>{left}</span> : null}
    </span>
  );
};

type RowProps = {
  readonly item: IntakeItem;
  readonly work: Work;
  readonly isOpen: boolean;
  readonly changed: boolean;
  readonly onToggle: () => void;
  readonly onNext: () => void;
  readonly onMove: (step: 1 | -1 | 'first' | 'last') => void;
};

const steps: Readonly<Record<string, 1 | -1 | 'first' | 'last'>> = { ArrowDown: 1, ArrowUp: -1, Home: 'first', End: 'last' };

/** One item of the intake: one line, opened in its place. On the line arrows move, D says "discussed", N goes to the next open one. */
export const ItemRow = ({ item, work, isOpen, changed, onToggle, onNext, onMove }: RowProps): JSX.Element => {
  const { t } = useTranslation('intake');
  const entry = entryOf(work.entries, item.id);
  const inWriting = work.of.inWriting[item.id] !== undefined || entry.inWritingAt !== null;
  const discussed = entry.discussedAt !== null;
  const discuss = (): void => work.change(item, discussed ? { discussed: false } : { discussed: true, left: false });
  const keys = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = steps[event.key];
    if (step) onMove(step);
    else if (event.key.toLowerCase() === 'd') discuss();
    else if (event.key.toLowerCase() === 'n') onNext();
    else return;
    event.preventDefault();
  };
  return (
    <li className="item" data-open={isOpen || undefined}>
      <div className="item-line">
        <button
          type="button"
          id={`item-${item.id}`}
          className="item-toggle"
          aria-expanded={isOpen}
          aria-controls={isOpen ? `body-${item.id}` : undefined}
          onClick={onToggle}
          onKeyDown={keys}
        >
          <ItemSign item={item} entry={entry} />
          <span className="item-words">
            <span className="item-label">{item.label}</span>
            <ItemChips item={item} entry={entry} inWriting={inWriting} changed={changed} />
            <span className="item-said">
              <Said item={item} entry={entry} areas={work.areas} />
            </span>
          </span>
          <Icon icon={IconChevronDown} size={18} tone="ink-3" />
        </button>
        <button
          type="button"
          className="item-discuss num"
          aria-pressed={discussed}
          aria-label={
            entry.discussedAt
              ? t('mark.discussedAtOf', { time: clockTime(entry.discussedAt), item: item.label })
              : t('mark.discussedOf', { item: item.label })
          }
          onClick={discuss}
        >
          {discussed ? <Icon icon={IconCheck} size={16} /> : null}
          {entry.discussedAt ? clockTime(entry.discussedAt) : t('mark.discussed')}
        </button>
      </div>
      {isOpen ? <ItemBody item={item} work={work} onNext={onNext} /> : null}
    </li>
  );
};
