import { useRef, useState } from 'react';
import type { AppError } from '../../shared/app-error.ts';

type Pressed = { readonly busy: boolean; readonly error: AppError | null; readonly press: () => Promise<void> };

/** A button whose work is begun once however often it is pressed meanwhile, and whose refusal is shown beside it. */
export const usePressed = (work: () => Promise<AppError | null>): Pressed => {
  const [busy, setBusy] = useState(false);
  // State is only new with the next render; two presses in one task see this.
  const running = useRef(false);
  const [error, setError] = useState<AppError | null>(null);
  const press = async (): Promise<void> => {
    if (running.current) return;
    running.current = true;
    setBusy(true);
    setError(null);
    setError(await work());
    running.current = false;
    setBusy(false);
  };
  return { busy, error, press };
};
