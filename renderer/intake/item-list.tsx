import { type JSX, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { type IntakeItem, safeLetters } from '../../shared/intake.ts';
import { changesSince, partProgress } from '../../shared/intake-rules.ts';
import { ItemRow } from './item-row.tsx';
import type { Work } from './work.ts';

/** As much of an item as fits, its line before all. */
const intoView = (id: string): void => {
  const line = document.getElementById(`item-${id}`);
  line?.closest('li')?.scrollIntoView({ block: 'nearest' });
  line?.scrollIntoView({ block: 'nearest' });
};

/** Goes to the line of an item. */
export const goToItem = (id: string): void => {
  const line = document.getElementById(`item-${id}`);
  line?.focus({ preventScroll: true });
  intoView(id);
};

type ListProps = {
  readonly work: Work;
  readonly shown: ReadonlySet<string>;
  readonly openId: string | null;
  readonly onOpen: (id: string | null) => void;
  readonly onNext: (after: string) => void;
};

/** Every item that is shown, in its part; one is open at a time. */
export const ItemList = ({ work, shown, openId, onOpen, onNext }: ListProps): JSX.Element => {
  const { t } = useTranslation('intake');
  const { items, newest } = work.of;
  const rows = items.filter((item) => shown.has(item.id));
  const changed = new Set(newest ? changesSince(items, newest.entries, work.entries).map(({ itemId }) => itemId) : []);
  const progress = partProgress(items, work.entries);
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const close = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || openId === null) return;
      onOpen(null);
      goToItem(openId);
    };
    const own = list.current;
    own?.addEventListener('keydown', close);
    return () => own?.removeEventListener('keydown', close);
  }, [openId, onOpen]);

  // What opens near the lower edge is brought into view.
  useEffect(() => {
    if (openId !== null) intoView(openId);
  }, [openId]);

  const move = (item: IntakeItem, step: 1 | -1 | 'first' | 'last'): void => {
    const at = rows.indexOf(item);
    const next = step === 'first' ? rows[0] : step === 'last' ? rows.at(-1) : rows[at + step];
    if (next) goToItem(next.id);
  };
  return (
    <div ref={list} className="safe-parts">
      {safeLetters.map((letter) => {
        const own = rows.filter((item) => item.letter === letter);
        const part = progress.find((one) => one.letter === letter);
        return own.length === 0 ? null : (
          <section key={letter} aria-labelledby={`part-${letter}`} className="safe-part">
            <h3 id={`part-${letter}`} tabIndex={-1} className="safe-title">
              <span className="safe-letter" aria-hidden="true">
                {letter}
              </span>
              {t(`letter.${letter}`)}
              <span className="ink-2 num safe-count">{t('count', { done: part?.goneThrough ?? 0, of: part?.items ?? 0 })}</span>
            </h3>
            <ul className="items">
              {own.map((item) => (
                <ItemRow
                  key={item.id}
                  item={item}
                  work={work}
                  isOpen={item.id === openId}
                  changed={changed.has(item.id)}
                  onToggle={() => onOpen(item.id === openId ? null : item.id)}
                  onNext={() => onNext(item.id)}
                  onMove={(step) => move(item, step)}
                />
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
};
