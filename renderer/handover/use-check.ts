import { useEffect, useState } from 'react';
import type { AppError } from '../../shared/app-error.ts';
import type { Unprintable } from '../../shared/consent.ts';
import type { Signer } from '../../shared/consent-form.ts';
import { call } from '../call.ts';
import { isKeepable, type Sheet } from './sheet.ts';

type Check = {
  /** Whom the vault waits for, or has a signature of. */
  readonly known: readonly Signer[];
  readonly unprintable: readonly Unprintable[];
  readonly error: AppError | null;
  readonly again: () => void;
};

type Checked = {
  readonly handoverId: string;
  readonly sheet: Sheet;
  readonly flush: () => Promise<boolean>;
  /** Nothing that was tried last is still not kept. */
  readonly isKept: boolean;
};

/** What the vault says about the form as it is kept: asked anew with each signature, for a name can hold a character no font has. */
export const useCheck = ({ handoverId, sheet, flush, isKept }: Checked): Check => {
  const [asked, setAsked] = useState(0);
  const [known, setKnown] = useState<readonly Signer[]>([]);
  const [unprintable, setUnprintable] = useState<readonly Unprintable[]>([]);
  const [error, setError] = useState<AppError | null>(null);
  const signed = JSON.stringify(sheet.signatures.filter(isKeepable).map(({ signer, name }) => [signer, name]));
  // biome-ignore lint/correctness/useExhaustiveDependencies: another signature is another question, and so is what was kept after a no
  useEffect(() => {
    const look = { current: true };
    const run = async (): Promise<void> => {
      // What is not kept is not looked at; why it is not stands at the top of the page.
      if (!(await flush())) return;
      const reply = await call('handover.check', { handoverId, fillingId: sheet.id });
      if (!look.current) return;
      setError(reply.ok ? null : reply.error);
      if (!reply.ok) return;
      setUnprintable(reply.value.unprintable);
      setKnown((before) => [...new Set([...before, ...reply.value.waiting, ...sheet.signatures.map((one) => one.signer)])]);
    };
    void run();
    return () => {
      look.current = false;
    };
  }, [handoverId, sheet.id, signed, asked, isKept]);
  return { known, unprintable, error, again: () => setAsked(asked + 1) };
};
