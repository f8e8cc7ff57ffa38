import type { KeyboardEvent } from 'react';

/** Arrow keys move from name to name of a list, and up out of it into its search; Enter opens, as on any link. */
export const moveRows = (event: KeyboardEvent<HTMLElement>): void => {
  const links = [...event.currentTarget.querySelectorAll('a')];
  const at = links.indexOf(document.activeElement as HTMLAnchorElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: links.length - 1 }[event.key];
  if (to === undefined || at === -1) return;
  event.preventDefault();
  if (to < 0) document.querySelector<HTMLInputElement>('.list-search input')?.focus();
  else links[Math.min(to, links.length - 1)]?.focus();
};
