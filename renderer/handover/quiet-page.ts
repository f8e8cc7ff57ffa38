import { useEffect } from 'react';

const quiet = (event: Event): void => event.preventDefault();

/** Printing and saving the page, by their shortcuts. */
const keys = (event: KeyboardEvent): void => {
  if ((event.ctrlKey || event.metaKey) && ['p', 's'].includes(event.key.toLowerCase())) event.preventDefault();
};

/** Where the way back in the history ends: the page stays, and after the hand-over it opens what the client gave back. */
const stay = (clientId: string): (() => void) => {
  const place = `#/clients/${clientId}/consent/returned`;
  window.history.replaceState(null, '', place);
  window.history.pushState(null, '', place);
  const again = (): void => window.history.pushState(null, '', place);
  window.addEventListener('popstate', again);
  return () => window.removeEventListener('popstate', again);
};

/** While the client has the screen, the page has no menu, takes nothing dropped on it, prints nothing and does not go away. */
export const useQuietPage = (clientId: string): void => {
  useEffect(() => {
    const ends = new AbortController();
    const { signal } = ends;
    for (const name of ['contextmenu', 'dragenter', 'dragover', 'drop']) window.addEventListener(name, quiet, { signal, capture: true });
    window.addEventListener('keydown', keys, { signal, capture: true });
    document.documentElement.dataset.handedOver = 'yes';
    return () => {
      ends.abort();
      delete document.documentElement.dataset.handedOver;
    };
  }, []);
  useEffect(() => stay(clientId), [clientId]);
};
