import { type FocusEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { keepWithin } from './chart-size.ts';

const codeOf = (target: EventTarget, holder: string): string | null =>
  target instanceof Element ? (target.closest(`${holder}[data-code]`)?.getAttribute('data-code') ?? null) : null;

type Moves = {
  /** Codes of the rows that can be chosen, as they are shown. */
  readonly order: readonly string[];
  readonly selected: string | null;
  readonly isFound: boolean;
  readonly onSelect: ((code: string) => void) | undefined;
  /** Something hidden by the search was chosen elsewhere. */
  readonly onHidden: () => void;
};

/** How the rows are gone through, and how they follow what is chosen on the chart. One row is the tab stop. */
export const useRowMoves = ({ order, selected, isFound, onSelect, onHidden }: Moves) => {
  const search = useRef<HTMLInputElement>(null);
  const rows = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState<string | null>(selected);

  const followed = useRef(selected);
  useEffect(() => {
    if (followed.current === selected) return;
    followed.current = selected;
    setActive(selected);
    if (!isFound) onHidden();
  }, [selected, isFound, onHidden]);
  useEffect(() => {
    const box = rows.current;
    const row = selected === null || !isFound ? null : box?.querySelector(`li[data-code="${selected}"]`);
    if (!box || !row) return;
    // Its row may grow by what it offers. Beside the chart the list scrolls by itself and the page stays; alone it is part of the page.
    const observer = new ResizeObserver(() => {
      if (box.scrollHeight > box.clientHeight) keepWithin(box, row, 48);
      else row.scrollIntoView({ block: 'nearest' });
    });
    observer.observe(row);
    return () => observer.disconnect();
  }, [selected, isFound]);

  const goTo = (code: string | undefined): void => {
    if (code !== undefined) rows.current?.querySelector<HTMLElement>(`button[data-code="${code}"]`)?.focus();
  };
  const act = (key: string, at: number): boolean => {
    if (key === 'ArrowUp' && at === 0) search.current?.focus();
    else if (key === 'ArrowUp' || key === 'ArrowDown') goTo(order[at + (key === 'ArrowDown' ? 1 : -1)]);
    else if (key === 'Home' || key === 'End') goTo(order.at(key === 'Home' ? 0 : -1));
    else return false;
    return true;
  };

  return {
    search,
    rows,
    tabStop: [active, selected].find((code) => code !== null && order.includes(code)) ?? order[0] ?? null,
    /** Whatever takes the focus in a row, its name or what it offers, chooses that place. */
    onFocus: (event: FocusEvent): void => {
      const code = codeOf(event.target, 'li');
      if (code === null || !order.includes(code)) return;
      setActive(code);
      if (code !== selected) onSelect?.(code);
    },
    onRowKey: (event: KeyboardEvent): void => {
      const here = codeOf(event.target, 'button');
      if (here === null || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (act(event.key, order.indexOf(here))) event.preventDefault();
      // A letter goes to the search: it arrives in the field, which has the focus by then.
      else if (event.key.length === 1 && event.key !== ' ') search.current?.focus();
    },
    onSearchKey: (event: KeyboardEvent): void => {
      if (event.key !== 'ArrowDown' || !onSelect) return;
      event.preventDefault();
      goTo(order[0]);
    },
  };
};
