import { useEffect, useRef, useState } from 'react';
import { allDrafts } from '../../drafts.ts';
import { goToField } from '../../ui/error-summary.tsx';
import { useDrafts } from '../../use-draft.ts';

/** Of something that is not there yet. */
export const anew = 'new';

export type OpenForm = {
  /** Id of what is being changed, or `anew`. */
  readonly open: string | null;
  readonly show: (id: string) => void;
  readonly close: () => void;
  /** Whether something typed waits in the form of this one. */
  readonly begun: (id: string) => boolean;
  readonly buttonId: (id: string) => string;
};

/**
 * Which form of a list is open; at first one that something typed waits in. Focus goes into it, and back to the button it was opened
 * with; not when the screen comes. Drafts and fields are named `kind-id` and `kind-id-field`.
 */
export const useOpenForm = (kind: string, firstField: string): OpenForm => {
  const [open, setOpen] = useState(
    () =>
      allDrafts()
        .find(({ key }) => key.startsWith(`${kind}-`))
        ?.key.slice(kind.length + 1) ?? null,
  );
  const drafts = useDrafts();
  const before = useRef(open);
  useEffect(() => {
    if (before.current === open) return;
    goToField(open === null ? `${kind}-${before.current}-button` : `${kind}-${open}-${firstField}`);
    before.current = open;
  }, [open, kind, firstField]);
  return {
    open,
    show: setOpen,
    close: () => setOpen(null),
    begun: (id) => drafts.some(({ key }) => key === `${kind}-${id}`),
    buttonId: (id) => `${kind}-${id}-button`,
  };
};
