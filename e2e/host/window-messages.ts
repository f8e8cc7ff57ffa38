/**
 * What the stand-in's shell and a window process say to each other. A renderer file may travel here, as it does
 * through Electron's protocol handler; a call never does.
 */

export type Box = { readonly x?: number; readonly y?: number; readonly width: number; readonly height: number };

export type ToWindow =
  | {
      readonly kind: 'open';
      /** Never seen by a person: a browser without a screen, which can also print. */
      readonly hidden: boolean;
      readonly box: Box;
      readonly preload: string;
      readonly backgroundColor: string;
      readonly switches: readonly string[];
      readonly accelerators: readonly string[];
      /** What pages of its partition keep: in memory, as long as the shell lives. */
      readonly storage: Readonly<Record<string, string>>;
    }
  | { readonly kind: 'load'; readonly url: string }
  | { readonly kind: 'answer'; readonly id: number; readonly answer: FileAnswer | Permission }
  /** The page's end of a channel: a socket in a private folder where the vault process listens. */
  | { readonly kind: 'port'; readonly channel: string; readonly message: unknown; readonly socket: string }
  /** Writes what would be printed to this file. */
  | { readonly kind: 'print'; readonly id: number; readonly path: string }
  | { readonly kind: 'focus' }
  | { readonly kind: 'destroy' };

export type FileAnswer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly base64: string;
};
export type Permission = { readonly allowed: boolean };

export type FromWindow =
  | { readonly kind: 'opened'; readonly browserPid: number }
  | { readonly kind: 'loaded'; readonly url: string }
  | { readonly kind: 'request'; readonly id: number; readonly url: string; readonly method: string }
  | { readonly kind: 'navigate'; readonly id: number; readonly url: string }
  | { readonly kind: 'printed'; readonly id: number; readonly isWritten: boolean }
  | { readonly kind: 'open-window'; readonly url: string }
  | { readonly kind: 'accelerator'; readonly accelerator: string }
  | { readonly kind: 'stored'; readonly items: Readonly<Record<string, string>> }
  | { readonly kind: 'moved'; readonly box: Box }
  | { readonly kind: 'closed' }
  | { readonly kind: 'crashed' };

/** One window process as the shell sees it, however it is reached. */
export type WindowLink = {
  send(message: ToWindow): void;
  onMessage(listener: (message: FromWindow) => void): void;
  /** The window process is gone, on purpose or not. */
  onGone(listener: () => void): void;
  /** Ends window process and browser at once. */
  destroy(): void;
};
