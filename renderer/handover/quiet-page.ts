import { useEffect } from 'react';
import type { Handover } from '../../shared/handover.ts';
import { healthFormId } from '../../shared/health.ts';
import { intakeFormId } from '../../shared/intake.ts';

const quiet = (event: Event): void => event.preventDefault();

/** Printing and saving the page, by their shortcuts. */
const keys = (event: KeyboardEvent): void => {
  if ((event.ctrlKey || event.metaKey) && ['p', 's'].includes(event.key.toLowerCase())) event.preventDefault();
};

/** What the client gives back: the note they read, health where it called for the practitioner or stands alone, the intake, or forms to read through. */
export const placeAfter = ({ clientId, fillings, calm, note }: Pick<Handover, 'clientId' | 'fillings' | 'calm' | 'note'>): string => {
  if (note) return `#/notes/${note.noteId}`;
  const ids = fillings.map(({ form }) => form.id);
  if (calm !== null || ids.every((id) => id === healthFormId)) return `#/clients/${clientId}/health`;
  if (ids.every((id) => id === healthFormId || id === intakeFormId)) return `#/clients/${clientId}/intake`;
  const besides = [...(ids.includes(intakeFormId) ? ['intake=true'] : []), ...(ids.includes(healthFormId) ? ['health=true'] : [])];
  return `#/clients/${clientId}/consent/returned${besides.length > 0 ? `?${besides.join('&')}` : ''}`;
};

/** Where the way back in the history ends: the page stays, and after the hand-over it opens what the client gave back. */
const stay = (place: string): (() => void) => {
  window.history.replaceState(null, '', place);
  window.history.pushState(null, '', place);
  const again = (): void => window.history.pushState(null, '', place);
  window.addEventListener('popstate', again);
  return () => window.removeEventListener('popstate', again);
};

/** While the client has the screen, the page has no menu, takes nothing dropped on it, prints nothing and does not go away. */
export const useQuietPage = (handover: Handover): void => {
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
  const place = placeAfter(handover);
  useEffect(() => stay(place), [place]);
};
