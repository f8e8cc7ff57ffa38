import { call } from '../call.ts';
import { forgetUnsent, unsentStops } from '../stop-outbox.ts';

const dayMs = 24 * 60 * 60_000;

/** Gives the vault what was touched while it was locked or gone, in its order. False where it took one no further: it stays noted here. */
export const deliverStops = async (): Promise<boolean> => {
  for (const { id, kind, at } of unsentStops()) {
    const ago = Math.min(dayMs, Math.max(0, Date.now() - at));
    if (!(await call('vault.stopped', { id, kind, ago })).ok) return false;
    forgetUnsent(id);
  }
  return true;
};
