import { localStorageColorSchemeManager } from '@mantine/core';
import { useSyncExternalStore } from 'react';

export type Contrast = 'normal' | 'high';

/** How the window looks stands in the page's storage, beside the times of a STOP that found no vault (stop-outbox.ts): nothing about the practice or anyone in it. */
export const schemeManager = localStorageColorSchemeManager({ key: 'stillpoint-scheme' });

const contrastKey = 'stillpoint-contrast';
const listeners = new Set<() => void>();

const readContrast = (): Contrast => {
  const kept = window.localStorage.getItem(contrastKey);
  if (kept === 'high' || kept === 'normal') return kept;
  return window.matchMedia('(prefers-contrast: more)').matches ? 'high' : 'normal';
};

export const setContrast = (contrast: Contrast): void => {
  window.localStorage.setItem(contrastKey, contrast);
  for (const listener of listeners) listener();
};

const subscribe = (listener: () => void): (() => void) => {
  const system = window.matchMedia('(prefers-contrast: more)');
  listeners.add(listener);
  system.addEventListener('change', listener);
  return () => {
    listeners.delete(listener);
    system.removeEventListener('change', listener);
  };
};

export const useContrast = (): Contrast => useSyncExternalStore(subscribe, readContrast);
