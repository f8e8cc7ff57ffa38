import { Refusal, Refused } from '../../shared/app-error.ts';
import type { Practice, Tx } from '../practice/practice.ts';
import { endWaiting, waitingOf } from './waitlist-repository.ts';

/** Who waited for a time has got it. @throws not-found waiting; Refusal waiting-over */
export const closeWaitingBooked = async (
  tx: Tx,
  practice: Practice,
  { waitingId, clientId }: { readonly waitingId: string; readonly clientId: string },
): Promise<void> => {
  const waiting = await waitingOf(tx, waitingId);
  if (!waiting || waiting.clientId !== clientId) throw new Refused({ code: 'not-found', what: 'waiting' });
  if (waiting.ended !== null) throw new Refusal('waiting-over');
  await endWaiting(tx, waiting, { ended: 'booked', at: practice.now() });
};
