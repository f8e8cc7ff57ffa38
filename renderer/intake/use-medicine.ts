import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { AppError } from '../../shared/app-error.ts';
import type { InputOf, OutputOf } from '../../shared/calls.ts';
import { Medicine } from '../../shared/medicines.ts';
import { call } from '../call.ts';
import { keyOf } from '../use-call.ts';

type Kept =
  | { readonly kind: 'done'; readonly medicine: Medicine }
  | { readonly kind: 'meanwhile'; readonly medicine: Medicine }
  | { readonly kind: 'failed' };

type Keeping = {
  readonly keep: (input: Omit<InputOf<'medicines.match'>, 'clientId'>) => Promise<Kept>;
  readonly busy: boolean;
  readonly error: AppError | null;
  /** As it stands, where somebody changed it first. */
  readonly meanwhile: Medicine | null;
};

/** A medicine added or changed, sent once; the list shows it as the vault has it. */
export const useMedicine = (clientId: string): Keeping => {
  const queries = useQueryClient();
  const running = useRef(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const [meanwhile, setMeanwhile] = useState<Medicine | null>(null);
  const put = (medicine: Medicine): void => {
    queries.setQueryData(keyOf('health.findings', { clientId }), (before: OutputOf<'health.findings'> | undefined) =>
      before ? { ...before, medicines: [...before.medicines.filter(({ id }) => id !== medicine.id), medicine] } : before,
    );
  };
  const keep: Keeping['keep'] = async (input) => {
    if (running.current) return { kind: 'failed' };
    running.current = true;
    setBusy(true);
    const reply = await call('medicines.match', { clientId, ...input });
    running.current = false;
    setBusy(false);
    const stands = !reply.ok && reply.error.code === 'conflict' ? Medicine.safeParse(reply.error.current).data : undefined;
    setError(reply.ok || stands ? null : reply.error);
    setMeanwhile(stands ?? null);
    if (reply.ok) put(reply.value);
    else if (stands) put(stands);
    if (reply.ok) return { kind: 'done', medicine: reply.value };
    return stands ? { kind: 'meanwhile', medicine: stands } : { kind: 'failed' };
  };
  return { keep, busy, error, meanwhile };
};
