import type { Unavailability } from '../../shared/app-error.ts';
import type { BackupContents } from '../../shared/backup.ts';
import type { Header } from '../vault/header.ts';

/** The vault's end of a second process: whoever listens there does one job, answers, and is ended. */
export type SecondPort = {
  readonly post: (message: unknown) => void;
  readonly onMessage: (listener: (message: unknown) => void) => void;
  readonly onGone: (listener: () => void) => void;
  /** By pid and without a last word, also in the middle of its job: it may hold keys. */
  readonly end: () => void;
};
export type Second = () => SecondPort;

type JobKeys = { readonly database: Uint8Array; readonly anchor: Uint8Array };

/** The open database into `staging`, while the vault goes on saving to it. */
export type CopyJob = {
  readonly kind: 'copy';
  readonly practice: string;
  readonly staging: string;
  readonly keys: JobKeys;
  readonly at: number;
};

/** The copy of a backup that lies in `staging` is opened as a restore would. */
export type LookJob = {
  readonly kind: 'look';
  readonly staging: string;
  readonly header: Header;
  readonly way:
    | { readonly kind: 'keys'; readonly keys: JobKeys & { readonly audit: Uint8Array } }
    | { readonly kind: 'passphrase' | 'recovery'; readonly text: string };
};
export type Job = CopyJob | LookJob;

type Failed = { readonly kind: 'failed'; readonly problem: Unavailability | null; readonly said: string };
export type Answers = {
  readonly copy: { readonly kind: 'copied' };
  readonly look:
    | { readonly kind: 'wrong-secret' }
    /** `agreed`: its trail holds and ends where its anchor says. */
    | { readonly kind: 'seen'; readonly contents: BackupContents; readonly agreed: boolean };
};
export type Answer = Answers['copy'] | Answers['look'] | Failed;

/** The second process could not do its job; `problem` is what the disk or the file said. */
const failed = ({ problem, said }: Pick<Failed, 'problem' | 'said'>): Error =>
  Object.assign(new Error(`the second process: ${said}`), { problem, code: 'SECOND_FAILED' });
export const problemOfSecond = (failure: unknown): Unavailability | null =>
  (failure as { problem?: Unavailability | null } | null)?.problem ?? null;

/**
 * Has a job done by a second process of its own, which is ended whatever comes of it.
 * @throws the signal's reason; an error with the `problem` that process had
 */
export const askSecond = <J extends Job>(second: Second, job: J, signal: AbortSignal): Promise<Answers[J['kind']]> => {
  signal.throwIfAborted();
  const port = second();
  const { promise, resolve, reject } = Promise.withResolvers<Answers[J['kind']]>();
  const stop = (): void => reject(signal.reason);
  signal.addEventListener('abort', stop);
  port.onMessage((message) => {
    const answer = message as Answer;
    if (answer.kind === 'failed') reject(failed(answer));
    else resolve(answer as Answers[J['kind']]);
  });
  port.onGone(() => reject(failed({ problem: null, said: 'it ended before it answered' })));
  port.post(job);
  return promise.finally(() => {
    signal.removeEventListener('abort', stop);
    port.end();
  });
};
