import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { AppError } from '../../shared/app-error.ts';
import type { OutputOf } from '../../shared/calls.ts';
import { Finding, type FindingEvent } from '../../shared/finding.ts';
import type { Decision } from '../../shared/health.ts';
import { call } from '../call.ts';
import { keyOf } from '../use-call.ts';
import { eventsSince } from './health-view.ts';

type Decided =
  | { readonly kind: 'done'; readonly finding: Finding }
  /** Somebody else decided first; nothing was done. */
  | { readonly kind: 'meanwhile'; readonly finding: Finding }
  | { readonly kind: 'failed' };

type Deciding = {
  /** `onMeanwhile` is told before the page shows what somebody else did: a finding may move to another place by it. */
  readonly decide: (findingId: string, version: number, decision: Decision, onMeanwhile?: (finding: Finding) => void) => Promise<Decided>;
  readonly busy: boolean;
  readonly error: AppError | null;
  /** What others did since the version that was decided about. */
  readonly meanwhile: readonly FindingEvent[];
};

/** One decision about one finding, sent once; the page shows the finding as the vault has it. */
export const useDecide = (clientId: string): Deciding => {
  const queries = useQueryClient();
  const running = useRef(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const [meanwhile, setMeanwhile] = useState<readonly FindingEvent[]>([]);
  const put = (finding: Finding): void => {
    queries.setQueryData(keyOf('health.findings', { clientId }), (before: OutputOf<'health.findings'> | undefined) =>
      before ? { ...before, findings: before.findings.map((one) => (one.id === finding.id ? finding : one)) } : before,
    );
  };
  const decide: Deciding['decide'] = async (findingId, version, decision, onMeanwhile) => {
    if (running.current) return { kind: 'failed' };
    running.current = true;
    setBusy(true);
    const reply = await call('health.resolve', { findingId, version, decision });
    running.current = false;
    setBusy(false);
    const stands = !reply.ok && reply.error.code === 'conflict' ? Finding.safeParse(reply.error.current).data : undefined;
    setError(reply.ok || stands ? null : reply.error);
    setMeanwhile(stands ? eventsSince(stands, version) : []);
    if (stands) onMeanwhile?.(stands);
    if (reply.ok) put(reply.value.finding);
    else if (stands) put(stands);
    if (reply.ok) return { kind: 'done', finding: reply.value.finding };
    return stands ? { kind: 'meanwhile', finding: stands } : { kind: 'failed' };
  };
  return { decide, busy, error, meanwhile };
};
