import type { AppError, Reply } from '../shared/app-error.ts';
import type { CallName, InputOf, OutputOf } from '../shared/calls.ts';

/** Asks the vault. Never throws: a corridor that is gone is an answer too. Nothing is ever sent twice. */
export const call = async <N extends CallName>(name: N, input: InputOf<N>): Promise<Reply<OutputOf<N>>> => {
  try {
    return (await window.stillpoint.call(name, input)) as Reply<OutputOf<N>>;
  } catch {
    return { ok: false, error: { code: 'unavailable', reason: 'vault-ended' } };
  }
};

/** An answer that was no, for the query cache, which knows failures only as thrown. */
export class CallFailed extends Error {
  readonly error: AppError;
  constructor(error: AppError) {
    super(error.code);
    this.error = error;
  }
}

export const unwrap = <T>(reply: Reply<T>): T => {
  if (reply.ok) return reply.value;
  throw new CallFailed(reply.error);
};

/** Why a query or a mutation failed, as data. */
export const errorOf = (failure: unknown): AppError | null => {
  if (failure === null || failure === undefined) return null;
  return failure instanceof CallFailed ? failure.error : { code: 'unexpected', incident: 'window' };
};
