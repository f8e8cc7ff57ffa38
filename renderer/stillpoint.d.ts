import type { Notice } from '../shared/notices.ts';

/** What the preload hands to the page: one corridor, the same for every call. */
export type Bridge = {
  call(name: string, input: unknown): Promise<unknown>;
  onNotice(listener: (notice: Notice) => void): () => void;
};

declare global {
  interface Window {
    readonly stillpoint: Bridge;
  }
}
