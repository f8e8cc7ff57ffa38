import { useRef, useState } from 'react';
import type { AppError } from '../../shared/app-error.ts';
import type { Unprintable } from '../../shared/consent.ts';
import type { Filling } from '../../shared/handover.ts';
import type { Signature } from '../../shared/signatures.ts';
import { call } from '../call.ts';

type Finishing = {
  readonly busy: boolean;
  readonly error: AppError | null;
  /** Characters no font has; it is decided before anything is signed. */
  readonly unprintable: readonly Unprintable[];
  readonly finish: (acceptSubstitutes: boolean) => Promise<void>;
  readonly forget: () => void;
};

const nameOf = ({ codePoint, where }: Unprintable): string => `${codePoint} ${where}`;

type Form = {
  readonly filling: Filling;
  readonly signatures: readonly Signature[];
  /** Characters without a font before these signatures. */
  readonly before: readonly Unprintable[];
  /** Ticks that are still on their way are waited for; nothing is signed where one was not kept. */
  readonly allKept: () => Promise<boolean>;
};

/** Checks, then signs. Whatever goes wrong, ticks and strokes stay on the screen. */
export const useFinish = ({ filling, signatures, before, allKept }: Form, onSigned: (documentId: string) => void): Finishing => {
  const [busy, setBusy] = useState(false);
  // State is only new with the next render; two presses in one task see this.
  const running = useRef(false);
  const [error, setError] = useState<AppError | null>(null);
  const [unprintable, setUnprintable] = useState<readonly Unprintable[]>([]);

  const run = async (acceptSubstitutes: boolean): Promise<void> => {
    if (!(await allKept())) return;
    const added = { fillingId: filling.id, signatures: [...signatures] };
    const checked = await call('consent.check', added);
    if (!checked.ok) return setError(checked.error);
    // What the client agreed to is not asked again; what a signature added now brings is.
    const agreed = filling.substitutesAgreed ? new Set(before.map(nameOf)) : new Set<string>();
    const odd = acceptSubstitutes ? [] : checked.value.unprintable.filter((one) => !agreed.has(nameOf(one)));
    if (odd.length > 0) return setUnprintable(odd);
    const asked = { ...added, shownSha256: filling.form.shownSha256, acceptSubstitutes };
    // A permission made ready for somebody is kept with what it permits.
    const signed = filling.blanks.release === undefined ? await call('consent.sign', asked) : await call('releases.grant', asked);
    if (!signed.ok) return setError(signed.error);
    if (signed.value.documentId !== null) onSigned(signed.value.documentId);
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
