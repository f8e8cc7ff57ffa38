import { useRef, useState } from 'react';
import type { z } from 'zod';
import type { AppError } from '../../shared/app-error.ts';
import type { Consent, Unprintable } from '../../shared/consent.ts';
import { call } from '../call.ts';
import type { Signing } from './signing.ts';

type Odd = z.infer<typeof Unprintable>;

type Finishing = {
  readonly busy: boolean;
  readonly error: AppError | null;
  /** Characters no font has; the client chooses before anything is signed. */
  readonly unprintable: readonly Odd[];
  readonly finish: (acceptSubstitutes: boolean) => Promise<void>;
  readonly forget: () => void;
};

/** Checks, then signs. Whatever goes wrong, answers and strokes stay on the screen. */
export const useFinish = (clientId: string, signing: Signing, onSigned: (consent: Consent) => void): Finishing => {
  const [busy, setBusy] = useState(false);
  // State is only new with the next render; two presses in one task see this.
  const running = useRef(false);
  const [error, setError] = useState<AppError | null>(null);
  const [unprintable, setUnprintable] = useState<readonly Odd[]>([]);
  const draft = {
    clientId,
    formId: signing.form.id,
    formVersion: signing.form.version,
    shownSha256: signing.form.shownSha256,
    blanks: { ...signing.blanks },
    answers: signing.answers,
    signatures: [...signing.signatures],
  };

  const run = async (acceptSubstitutes: boolean): Promise<void> => {
    const checked = await call('consent.check', draft);
    if (!checked.ok) return setError(checked.error);
    const { unanswered, waiting } = checked.value;
    if (unanswered.length > 0) return setError({ code: 'refused', reason: 'statements-unanswered', details: { elements: unanswered } });
    if (waiting.length > 0) return setError({ code: 'refused', reason: 'signatures-incomplete', details: { signers: waiting } });
    if (checked.value.unprintable.length > 0 && !acceptSubstitutes) return setUnprintable(checked.value.unprintable);
    const signed = await call('consent.sign', { ...draft, acceptSubstitutes });
    if (!signed.ok) return setError(signed.error);
    onSigned(signed.value);
  };
  const forget = (): void => {
    setError(null);
    setUnprintable([]);
  };
  return {
    busy,
    error,
    unprintable,
    forget,
    finish: async (acceptSubstitutes) => {
      if (running.current) return;
      running.current = true;
      forget();
      setBusy(true);
      await run(acceptSubstitutes);
      running.current = false;
      setBusy(false);
    },
  };
};
